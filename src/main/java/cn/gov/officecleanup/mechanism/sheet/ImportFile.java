package cn.gov.officecleanup.mechanism.sheet;

import cn.gov.officecleanup.mechanism.document.FileName;

/**
 * A file as an official sends it.
 *
 * @param name its name, told back in messages, without what cannot be seen
 * @param content its bytes
 */
public record ImportFile(String name, byte[] content) {

  public ImportFile {
    name = FileName.clean(name);
  }

  /** files beyond this many bytes are refused; the whole province's register is a few hundred kilobytes */
  public static final int MAX_BYTES = 10 * 1024 * 1024;
}
