package cn.gov.officecleanup.mechanism.finding;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Refuses what an official asked for. Its message is shown to the official as it stands: Chinese, and it says what to do. The transaction
 * it is thrown in rolls back whole.
 */
public class RefusedException extends RuntimeException {

  private final transient List<Finding> findings;

  /**
   * @param findings what is wrong, at least one
   */
  public RefusedException(List<Finding> findings) {
    super(findings.stream().map(Finding::message).collect(Collectors.joining("\n")));
    this.findings = List.copyOf(findings);
  }

  public RefusedException(Finding finding) {
    this(List.of(finding));
  }

  public RefusedException(String code, String message, String clause) {
    this(new Finding(code, message, clause));
  }

  /** @param cause technical cause for the log; the official reads only the finding's message */
  public RefusedException(Finding finding, Throwable cause) {
    super(finding.message(), cause);
    this.findings = List.of(finding);
  }

  /** @return what is wrong, in the order it was found; never empty */
  public List<Finding> findings() {
    return findings;
  }
}
