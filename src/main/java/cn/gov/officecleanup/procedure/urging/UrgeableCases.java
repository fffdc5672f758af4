package cn.gov.officecleanup.procedure.urging;

import cn.gov.officecleanup.mechanism.casefile.CaseFile;
import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.casefile.Opinions;
import cn.gov.officecleanup.mechanism.deadline.Supervising;
import cn.gov.officecleanup.mechanism.form.Choice;
import cn.gov.officecleanup.mechanism.form.ChoiceProvider;
import cn.gov.officecleanup.mechanism.identity.Groups;
import cn.gov.officecleanup.mechanism.identity.Official;
import cn.gov.officecleanup.mechanism.identity.Officials;
import cn.gov.officecleanup.mechanism.procedures.Procedure;
import cn.gov.officecleanup.mechanism.procedures.Procedures;
import cn.gov.officecleanup.mechanism.province.Province;
import cn.gov.officecleanup.mechanism.register.Government;
import cn.gov.officecleanup.mechanism.register.Governments;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Offers the cases that an official may urge: open ones of the own government or department that others have to do something in and that
 * were not urged today.
 */
@Component
class UrgeableCases implements ChoiceProvider {

  static final String STEP = "urge";

  private final Procedures procedures;
  private final CaseFiles cases;
  private final Governments governments;
  private final Province province;
  private final Opinions opinions;
  private final Officials officials;
  private final Supervising supervising;
  private final TaskService tasks;
  private final Clock clock;

  UrgeableCases(Procedures procedures, CaseFiles cases, Governments governments, Province province, Opinions opinions, Officials officials,
      Supervising supervising, @Lazy TaskService tasks, Clock clock) {
    this.procedures = procedures;
    this.cases = cases;
    this.governments = governments;
    this.province = province;
    this.opinions = opinions;
    this.officials = officials;
    this.supervising = supervising;
    this.tasks = tasks;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "urgeable-cases";
  }

  @Override
  public List<Choice> offer(Official official) {
    List<String> urgeable = procedures.keys(Procedure::urgeable);
    return governments.all()
        .stream()
        .map(Government::code)
        .filter(code -> official.actsFor(code) || code.equals(province.code()))
        .flatMap(code -> cases.openCasesOf(code, urgeable).stream())
        .filter(file -> isOwn(official, file) && !urgedToday(file) && !tasksOfOthers(official, file).isEmpty())
        .map(file -> new Choice(file.caseNumber(), file.caseNumber() + " " + file.title()))
        .toList();
  }

  /** @return whether the case is the government's or department's that the official works for */
  static boolean isOwn(Official official, CaseFile file) {
    return official.groups().contains(groupOf(file));
  }

  static String groupOf(CaseFile file) {
    return file.department() == null ? Groups.officialsOf(file.governmentCode())
        : Groups.officialsOfDepartment(file.governmentCode(), file.department());
  }

  boolean urgedToday(CaseFile file) {
    LocalDate today = LocalDate.now(clock);
    return opinions.of(file.caseNumber())
        .stream()
        .filter(opinion -> opinion.step().equals(STEP))
        .anyMatch(opinion -> opinion.givenAt().atZoneSameInstant(clock.getZone()).toLocalDate().equals(today));
  }

  /** @return the open tasks of the case that the official has not to do; 督办 is none of the case's own */
  List<Task> tasksOfOthers(Official official, CaseFile file) {
    return officials.asApplication(() -> tasks.createTaskQuery()
        .processInstanceBusinessKey(file.caseNumber())
        .list()
        .stream()
        .filter(task -> !supervising.owns(task.getProcessDefinitionId()))
        .filter(task -> tasks.getIdentityLinksForTask(task.getId())
            .stream()
            .map(IdentityLink::getGroupId)
            .filter(Objects::nonNull)
            .noneMatch(official.groups()::contains))
        .toList());
  }
}
