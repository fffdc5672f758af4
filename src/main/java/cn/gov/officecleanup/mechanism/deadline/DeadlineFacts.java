package cn.gov.officecleanup.mechanism.deadline;

import cn.gov.officecleanup.mechanism.casefile.CaseFacts;
import cn.gov.officecleanup.mechanism.casefile.CaseFile;
import cn.gov.officecleanup.mechanism.identity.GroupNames;
import cn.gov.officecleanup.mechanism.platform.EngineClock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Tells whoever works on a case when the whole of it is due, and what in it is late now. */
@Component
@Order(5)
class DeadlineFacts implements CaseFacts {

  private static final String SECTION = "办理期限";

  private final ProcessEngineConfigurationImpl engine;
  private final RuntimeService runtime;
  private final CaseDeadlines deadlines;
  private final EscalationLedger ledger;
  private final GroupNames groups;
  private final WorkingDayCalendar calendar;

  DeadlineFacts(@Lazy ProcessEngineConfigurationImpl engine, @Lazy RuntimeService runtime, CaseDeadlines deadlines, EscalationLedger ledger,
      GroupNames groups, WorkingDayCalendar calendar) {
    this.engine = engine;
    this.runtime = runtime;
    this.deadlines = deadlines;
    this.ledger = ledger;
    this.groups = groups;
    this.calendar = calendar;
  }

  @Override
  public List<Fact> of(CaseFile file) {
    List<Fact> facts = new ArrayList<>();
    instancesOf(file).stream()
        .map(ProcessInstance::getId)
        .map(deadlines::dueOf)
        .flatMap(Optional::stream)
        .map(due -> LocalDate.ofInstant(due.toInstant(), EngineClock.ZONE))
        .forEach(lastDay -> facts.add(new Fact(SECTION, "全案办结期限",
            Escalation.inWords(lastDay) + (calendar.isPublished(lastDay.getYear()) ? "（含当日）" : "（含当日；该年放假安排未公布，暂按周末推算）"))));
    Map<String, Escalation> late = new LinkedHashMap<>();
    ledger.of(file.caseNumber())
        .stream()
        .filter(entry -> entry.kind() == Escalation.Kind.MISS && entry.closedAt() == null)
        .forEach(miss -> late.put(miss.subject(), miss));
    late.values()
        .forEach(miss -> facts.add(new Fact(SECTION, miss.stepName() + "（已逾期）", "%s应于%s前（含当日）办结，第%d次督办".formatted(
            miss.lateGroup() == null ? "" : groups.nameOf(miss.lateGroup()), Escalation.inWords(miss.lastDay()), miss.round()))));
    return facts;
  }

  /** Whoever sees one task of a case may know when the case is due, though not see the process instance in the engine. */
  private List<ProcessInstance> instancesOf(CaseFile file) {
    return engine.getCommandExecutorTxRequired()
        .execute(context -> context
            .runWithoutAuthorization(() -> runtime.createProcessInstanceQuery().processInstanceBusinessKey(file.caseNumber()).list()));
  }
}
