package cn.gov.henan.officecleanup.register;

/**
 * A file as an official sends it.
 *
 * @param name    its name, told back in messages
 * @param content its bytes
 */
public record ImportFile(String name, byte[] content) {

  /** files beyond this many bytes are refused; the whole province's register is a few hundred kilobytes */
  public static final int MAX_BYTES = 10 * 1024 * 1024;
}
