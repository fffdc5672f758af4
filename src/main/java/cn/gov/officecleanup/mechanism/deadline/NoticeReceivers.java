package cn.gov.officecleanup.mechanism.deadline;

import java.util.Collection;

/** Others than a mail server who bring the daily notices to officials, such as by SMS. */
public interface NoticeReceivers {

  /** @return whether there are any */
  boolean any();

  /**
   * Has a notice brought to officials once the transaction is committed.
   *
   * @param userIds whom to tell
   * @param text one Chinese sentence
   */
  void tell(Collection<String> userIds, String text);
}
