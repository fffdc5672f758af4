package cn.gov.officecleanup.mechanism.document;

import cn.gov.officecleanup.mechanism.finding.RefusedException;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** How many look at documents that the server reads for them: each look takes up to some hundred megabytes of memory. */
final class Looks {

  /** of all that is in a package, unpacked, in bytes */
  static final long SIZE_LIMIT = 20 << 20;
  /** of a part that is held in memory whole, as many times as much; in bytes */
  static final long WHOLE_PART_LIMIT = 4 << 20;

  private static final Semaphore AT_ONCE = new Semaphore(2, true);
  private static final int PATIENCE_SECONDS = 10;

  private Looks() {
  }

  /**
   * @return what the reading gives
   * @throws RefusedException too many are looking, it is too large, or it is damaged
   */
  static <T> T at(Reading<T> reading) {
    if (!begin()) {
      throw new RefusedException("TOO_MANY_LOOKS", "查看文件的人较多，请稍后再试，或者下载后查看。", "附件要求");
    }
    try {
      return reading.read();
    } catch (OfficePackage.TooLargeException tooLarge) {
      throw new RefusedException("DOCUMENT_TOO_LARGE_TO_SHOW", "文件较大，请下载后查看。", "附件要求");
    } catch (Exception damaged) {
      // POI tells what is wrong with a package by many types of exception
      throw new RefusedException("DOCUMENT_NOT_READABLE", "文件无法在此显示，请下载后查看。", "附件要求");
    } finally {
      AT_ONCE.release();
    }
  }

  private static boolean begin() {
    try {
      return AT_ONCE.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Reads a package. */
  @FunctionalInterface
  interface Reading<T> {

    /** @throws IOException or whatever else tells that the package is damaged */
    T read() throws Exception;
  }
}
