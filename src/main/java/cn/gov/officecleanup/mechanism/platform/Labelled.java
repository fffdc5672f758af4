package cn.gov.officecleanup.mechanism.platform;

/**
 * An enumerated value with the Chinese word that officials use for it in forms and files.
 */
public interface Labelled {

  /** @return the Chinese word, unique within its enumeration */
  String label();
}
