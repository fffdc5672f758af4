package cn.gov.officecleanup.procedure.campaign;

import cn.gov.officecleanup.mechanism.deadline.CampaignDeadlines;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.identity.IdentitySetup;
import cn.gov.officecleanup.mechanism.identity.Officials;
import cn.gov.officecleanup.mechanism.text.InWords;
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

  private static final List<String> SUBMITTED = List.of("name", "applicationDeadline", "cleanupDeadline", "reportDeadline");

  private final Campaigns campaigns;
  private final CampaignDeadlines dates;
  private final IdentitySetup identities;
  private final Officials officials;
  private final Clock clock;

  OpeningCampaign(Campaigns campaigns, CampaignDeadlines dates, IdentitySetup identities, Officials officials, Clock clock) {
    this.campaigns = campaigns;
    this.dates = dates;
    this.identities = identities;
    this.officials = officials;
    this.clock = clock;
  }

  /** @throws RefusedException when a campaign is under way, or no deadline of applications is given and the usual one is past */
  @Override
  public void notify(DelegateExecution execution) {
    campaigns.refuseSecond();
    String name = execution.getVariable("name").toString().strip();
    LocalDate cleanup = day(execution, "cleanupDeadline");
    LocalDate report = day(execution, "reportDeadline");
    LocalDate given = day(execution, "applicationDeadline");
    LocalDate application = given == null ? usualDeadline(cleanup) : given;

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

  /** 本产品规定: a month before the cleanup ends, so that every application can be decided. */
  private LocalDate usualDeadline(LocalDate cleanup) {
    LocalDate usual = cleanup.minusMonths(1);
    if (usual.isBefore(LocalDate.now(clock))) {
      throw new RefusedException("APPLICATION_DEADLINE_PAST", "清理期限前一个月（%s）已过，请填写保留申请期限。".formatted(InWords.day(usual)), "C20");
    }
    return usual;
  }

  private static LocalDate day(DelegateExecution execution, String variable) {
    Object day = execution.getVariable(variable);
    return day == null || day.toString().isBlank() ? null : LocalDate.parse(day.toString());
  }
}
