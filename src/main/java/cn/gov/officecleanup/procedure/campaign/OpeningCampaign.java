package cn.gov.officecleanup.procedure.campaign;

import cn.gov.officecleanup.mechanism.casefile.CaseFacts;
import cn.gov.officecleanup.mechanism.deadline.CampaignDates;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.identity.IdentitySetup;
import cn.gov.officecleanup.mechanism.identity.Officials;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Begins a campaign (C20): fixes its dates, and takes in all who report. */
@Component
class OpeningCampaign implements ExecutionListener {

  private static final String CLAUSE = "C20";
  private static final List<String> SUBMITTED = List.of("name", "applicationDeadline", "cleanupDeadline", "reportDeadline");

  private final Campaigns campaigns;
  private final CampaignDates dates;
  private final IdentitySetup identities;
  private final Officials officials;
  private final Clock clock;

  OpeningCampaign(Campaigns campaigns, CampaignDates dates, IdentitySetup identities, Officials officials, Clock clock) {
    this.campaigns = campaigns;
    this.dates = dates;
    this.identities = identities;
    this.officials = officials;
    this.clock = clock;
  }

  /** @throws RefusedException when a campaign is under way or the dates do not follow each other from today on */
  @Override
  public void notify(DelegateExecution execution) {
    campaigns.refuseSecond();
    String name = execution.getVariable("name").toString().strip();
    LocalDate cleanup = day(execution, "cleanupDeadline");
    LocalDate report = day(execution, "reportDeadline");
    LocalDate given = day(execution, "applicationDeadline");
    // 本产品规定: a month before the cleanup ends, so that every application can be decided
    LocalDate application = given == null ? cleanup.minusMonths(1) : given;
    refuseWrongOrder(given != null, application, cleanup, report);

    String caseNumber = execution.getProcessBusinessKey();
    campaigns.open(new Campaign(caseNumber, name, application, cleanup, report));
    dates.fix(Map.of("application-deadline", application, "cleanup-deadline", cleanup, "report-deadline", report));
    campaigns.takeInNewUnits(caseNumber);
    officials.asApplication(() -> {
      identities.ensureGroupsOfDepartments();
      return null;
    });
    execution.removeVariables(SUBMITTED);
  }

  private void refuseWrongOrder(boolean given, LocalDate application, LocalDate cleanup, LocalDate report) {
    LocalDate today = LocalDate.now(clock);
    if (cleanup.isBefore(today)) {
      throw new RefusedException("CLEANUP_DEADLINE_PAST", "清理期限不能早于今天，请改正。", CLAUSE);
    }
    if (report.isBefore(cleanup)) {
      throw new RefusedException("REPORT_BEFORE_CLEANUP", "报送期限（%s）不能早于清理期限（%s），请改正。"
          .formatted(CaseFacts.day(report), CaseFacts.day(cleanup)), CLAUSE);
    }
    if (application.isBefore(today)) {
      throw new RefusedException("APPLICATION_DEADLINE_PAST", given ? "保留申请期限不能早于今天，请改正。"
          : "清理期限前一个月（%s）已过，请填写保留申请期限。".formatted(CaseFacts.day(application)), CLAUSE);
    }
    if (application.isAfter(cleanup)) {
      throw new RefusedException("APPLICATION_AFTER_CLEANUP", "保留申请期限不能晚于清理期限，请改正。", CLAUSE);
    }
  }

  private static LocalDate day(DelegateExecution execution, String variable) {
    Object day = execution.getVariable(variable);
    return day == null || day.toString().isBlank() ? null : LocalDate.parse(day.toString());
  }
}
