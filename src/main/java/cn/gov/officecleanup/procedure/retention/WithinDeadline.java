package cn.gov.officecleanup.procedure.retention;

import cn.gov.officecleanup.mechanism.casefile.CaseFindings;
import cn.gov.officecleanup.mechanism.casefile.Check;
import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.mechanism.text.InWords;
import cn.gov.officecleanup.procedure.application.Application;
import cn.gov.officecleanup.procedure.application.Applications;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The application is first handed in within the time for applications. A correction asked for later does not make it late: what counts is
 * when the first version came in.
 */
@Component
public class WithinDeadline extends Check {

  /** what the time for applications rests on: the plan gives none */
  static final String RULE = "本产品规定";

  private final Applications applications;
  private final Clock clock;

  WithinDeadline(CaseFindings findings, Applications applications, Clock clock) {
    super(findings);
    this.applications = applications;
    this.clock = clock;
  }

  /** @return until when the application of a case can be handed in for the first time */
  public Date due(String caseNumber) {
    return Date.from(applications.get(caseNumber).deadline().toInstant());
  }

  /** @return whether it is too late to hand the application of a case in for the first time */
  public boolean isOver(String caseNumber) {
    return OffsetDateTime.now(clock).isAfter(applications.get(caseNumber).deadline());
  }

  @Override
  public List<Finding> check(String caseNumber) {
    Application application = applications.get(caseNumber);
    OffsetDateTime handedIn = application.handedInAt() == null ? OffsetDateTime.now(clock) : application.handedInAt();
    if (application.deadline() == null || !handedIn.isAfter(application.deadline())) {
      return List.of();
    }
    return List.of(new Finding("TOO_LATE", "申请期限为%s，现已逾期，请撤回申请，按撤销办理。".formatted(InWords.day(application.deadline())), RULE));
  }
}
