package cn.gov.officecleanup.procedure.report;

import cn.gov.officecleanup.mechanism.identity.Officials;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Sends the messages by which locality, bureau, provincial government and national bureau speak to each other (C20). They are the
 * application's own: whoever is at work need not be allowed to see the case that they reach.
 */
@Component
public class ReportMessages {

  /** a report was sent; begins its review */
  static final String SENT = "report-sent";
  static final String ACCEPTED = "report-accepted";
  static final String RETURNED = "report-returned";
  /** a review is not needed any more */
  static final String REPLACED = "report-replaced";
  /** no report is missing any more */
  static final String ALL_IN = "all-reports-in";

  private static final String COUNTY_ASKED = "county-report-asked";

  private final RuntimeService runtime;
  private final Officials officials;

  ReportMessages(@Lazy RuntimeService runtime, Officials officials) {
    this.runtime = runtime;
    this.officials = officials;
  }

  /** Begins the procedure that the message starts, in the same case. */
  public void begin(String message, String caseNumber) {
    officials.asApplication(() -> runtime.createMessageCorrelation(message).processInstanceBusinessKey(caseNumber).correlateStartMessage());
  }

  /** Begins a county's report to its city, whose report's case it is to come out of. */
  void askCounty(String cityReport, String governmentCode) {
    officials.asApplication(() -> runtime.createMessageCorrelation(COUNTY_ASKED)
        .processInstanceBusinessKey(cityReport)
        .setVariable("governmentCode", governmentCode)
        .correlateStartMessage());
  }

  /**
   * Tells the procedure of the case that waits for it.
   *
   * @throws org.camunda.bpm.engine.MismatchingMessageCorrelationException when none does
   */
  public void tell(String message, String caseNumber) {
    officials.asApplication(() -> {
      runtime.createMessageCorrelation(message).processInstanceBusinessKey(caseNumber).correlate();
      return null;
    });
  }

  /** Tells the procedure of the case, if it waits for it. */
  public void tellIfWaiting(String message, String caseNumber) {
    officials.asApplication(() -> {
      runtime.createMessageCorrelation(message).processInstanceBusinessKey(caseNumber).correlateAll();
      return null;
    });
  }
}
