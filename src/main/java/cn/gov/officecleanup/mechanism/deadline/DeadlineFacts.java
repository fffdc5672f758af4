package cn.gov.officecleanup.mechanism.deadline;

import cn.gov.officecleanup.mechanism.casefile.CaseFacts;
import cn.gov.officecleanup.mechanism.casefile.CaseFile;
import cn.gov.officecleanup.mechanism.identity.GroupNames;
import cn.gov.officecleanup.mechanism.platform.CaseInstances;
import cn.gov.officecleanup.mechanism.platform.EngineClock;
import cn.gov.officecleanup.mechanism.text.InWords;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Tells whoever works on a case when the whole of it is due, and what in it is late now. */
@Component
@Order(5)
class DeadlineFacts implements CaseFacts {

  private static final String SECTION = "办理期限";

  private static final Set<Escalation.Kind> MOVES = Set.of(Escalation.Kind.MOVED, Escalation.Kind.EXTENDED, Escalation.Kind.HALTED,
      Escalation.Kind.RESUMED);

  private static final String LATER = "（含当日）：本环节的期限自到达本环节之日起另行计算，因此晚于全案办结期限；全案到期尚未办结的，按全案逾期督办";
  private static final String PROVISIONAL = "（含当日；该年放假安排未公布，暂按周末推算，公布后自动重新计算）";

  private final ProcessEngineConfigurationImpl engine;
  private final CaseInstances instances;
  private final CaseDeadlines deadlines;
  private final EscalationLedger ledger;
  private final GroupNames groups;
  private final Terms terms;
  private final TermsOfWork termsOfWork;

  DeadlineFacts(@Lazy ProcessEngineConfigurationImpl engine, CaseInstances instances, CaseDeadlines deadlines, EscalationLedger ledger,
      GroupNames groups, Terms terms, TermsOfWork termsOfWork) {
    this.engine = engine;
    this.instances = instances;
    this.deadlines = deadlines;
    this.ledger = ledger;
    this.groups = groups;
    this.terms = terms;
    this.termsOfWork = termsOfWork;
  }

  @Override
  public List<Fact> of(CaseFile file) {
    List<Fact> facts = new ArrayList<>();
    List<String> running = instances.of(file.caseNumber());
    List<? extends Task> open = tasksOf(running);
    List<Escalation> noted = ledger.of(file.caseNumber());
    List<Begun> ofCase = running.stream().map(deadlines::begunOf).flatMap(Optional::stream).map(termsOfWork::withBeginning).toList();
    ofCase.forEach(
        begun -> facts.add(new Fact(SECTION, "全案办结期限", InWords.day(lastDay(begun)) + (isProvisional(begun) ? PROVISIONAL : "（含当日）"))));
    ofCase.stream()
        .map(DeadlineFacts::lastDay)
        .max(Comparator.naturalOrder())
        .ifPresent(end -> open.stream()
            .filter(task -> task.getDueDate() != null && lastDay(task.getDueDate()).isAfter(end))
            .forEach(task -> facts.add(new Fact(SECTION, task.getName() + "（期限晚于全案）", InWords.day(lastDay(task.getDueDate())) + LATER))));
    open.forEach(task -> termsOfWork.of(task)
        .filter(this::isProvisional)
        .ifPresent(begun -> facts.add(new Fact(SECTION, task.getName() + "（期限暂定）", InWords.day(lastDay(begun)) + PROVISIONAL))));
    Map<String, Escalation> moved = new LinkedHashMap<>();
    noted.stream().filter(entry -> MOVES.contains(entry.kind())).forEach(entry -> moved.put(entry.subject(), entry));
    moved.values()
        .forEach(entry -> facts.add(new Fact(SECTION, entry.stepName() + "（期限调整）",
            entry.kind() == Escalation.Kind.HALTED ? entry.what() : "%s（含当日），%s".formatted(InWords.day(entry.lastDay()), entry.what()))));
    Map<String, Escalation> late = new LinkedHashMap<>();
    noted.stream()
        .filter(entry -> entry.kind() == Escalation.Kind.MISS && entry.closedAt() == null)
        .forEach(miss -> late.put(miss.subject(), miss));
    late.values()
        .forEach(miss -> facts.add(new Fact(SECTION, miss.stepName() + "（已逾期）", "%s应于%s前（含当日）办结，第%d次督办"
            .formatted(miss.lateGroup() == null ? "" : groups.nameOf(miss.lateGroup()), InWords.day(miss.lastDay()), miss.round()))));
    return facts;
  }

  private static LocalDate lastDay(Begun begun) {
    return lastDay(begun.due());
  }

  private static LocalDate lastDay(Date due) {
    return LocalDate.ofInstant(due.toInstant(), EngineClock.ZONE);
  }

  /** A day that somebody gave rests on no calendar. */
  private boolean isProvisional(Begun begun) {
    Deadline computed = terms.deadline(begun.term(), begun.from());
    return computed.provisional() && computed.due().getTime() == begun.due().getTime();
  }

  /** Whoever sees one task of a case may know what else in it is due, though not see that in the engine. */
  private List<? extends Task> tasksOf(List<String> running) {
    return engine.getCommandExecutorTxRequired()
        .execute(context -> running.stream()
            .flatMap(instance -> context.getTaskManager().findTasksByProcessInstanceId(instance).stream())
            .filter(task -> !task.isSuspended())
            .sorted(Comparator.comparing(Task::getCreateTime).thenComparing(Task::getId))
            .toList());
  }
}
