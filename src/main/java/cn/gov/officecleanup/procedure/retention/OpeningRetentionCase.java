package cn.gov.officecleanup.procedure.retention;

import cn.gov.officecleanup.mechanism.text.InWords;
import cn.gov.officecleanup.procedure.application.ApplicationKind;
import cn.gov.officecleanup.procedure.application.Applications;
import cn.gov.officecleanup.mechanism.deadline.Terms;
import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.identity.Officials;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeEntry;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.mechanism.register.WorkKind;
import java.time.Clock;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/**
 * Begins a retention application (C3) of the office that the case is about. Where the campaign sends an office on its way that was
 * registered after the last day, the bureau decides in the case whether it may still apply.
 */
@Component
class OpeningRetentionCase implements ExecutionListener {

  private final Applications applications;
  private final OfficeRegister register;
  private final EligibleByDisposition eligible;
  private final Terms terms;
  private final Officials officials;
  private final Clock clock;

  OpeningRetentionCase(Applications applications, OfficeRegister register, EligibleByDisposition eligible, Terms terms, Officials officials,
      Clock clock) {
    this.applications = applications;
    this.register = register;
    this.eligible = eligible;
    this.terms = terms;
    this.officials = officials;
    this.clock = clock;
  }

  /** @throws RefusedException when the office may not apply, or an official begins too late */
  @Override
  public void notify(DelegateExecution execution) {
    Office office = register.get((Long) execution.getVariable("officeId"));
    List<Finding> obstacles = eligible.check(office);
    if (!obstacles.isEmpty()) {
      throw new RefusedException(obstacles);
    }
    Date deadline = terms.due("retention-draft");
    if (terms.isPast(deadline) && officials.current().isPresent()) {
      throw new RefusedException("TOO_LATE",
          "申请期限为%s，现已届满，不能再发起保留申请。".formatted(InWords.day(deadline.toInstant().atZone(clock.getZone()).toLocalDate())),
          WithinDeadline.RULE);
    }
    OfficeEntry entry = office.entry();
    Map<String, Object> known = new HashMap<>(Map.of("kind", ApplicationKind.RETENTION, "officeName", office.name(), "hostCityCode",
        entry.hostCityCode(), "hostCityName", entry.hostCityName(), "workKind", entry.workKind(), "deadline",
        deadline.toInstant().atZone(clock.getZone()).toOffsetDateTime(), "staffEstablishment", entry.staffEstablishment()));
    if (entry.workKind() == WorkKind.SPECIAL_WORK) {
      known.put("specialWorkEnd", entry.specialWorkEnd());
    }
    applications.begin(execution.getProcessBusinessKey(), known);
    applications.keepEntities(execution.getProcessBusinessKey(), register.businessEntitiesOf(office.id()));
    execution.setVariable("applicationKind", ApplicationKind.RETENTION.name());
  }
}
