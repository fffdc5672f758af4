package cn.gov.officecleanup.mechanism.casefile;

import cn.gov.officecleanup.mechanism.register.Governments;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.mechanism.register.ProvincialDepartments;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.stereotype.Component;

/**
 * Writes the case's number, title, office and locality on every new task, for the columns of Tasklist's list. As the task's own variables,
 * since an official may read those of own tasks but not those of whole process instances. Whom a task of a confided case is offered to is
 * named in the case.
 */
@Component
public class CaseOnTask implements TaskListener {

  /** Variable that holds the case number (案号). */
  public static final String CASE_NUMBER = "caseNumber";
  /** Variable that holds the case's title. */
  public static final String CASE_TITLE = "caseTitle";

  /** Variable that holds the name of the office a case is about; not set where it is about none. */
  public static final String OFFICE = "caseOffice";
  /** Variable that holds the name of the government or provincial department whose case it is. */
  public static final String LOCALITY = "caseLocality";

  private final CaseFiles cases;
  private final ConfidedCases confided;
  private final OfficeRegister register;
  private final Governments governments;
  private final ProvincialDepartments departments;

  CaseOnTask(CaseFiles cases, ConfidedCases confided, OfficeRegister register, Governments governments, ProvincialDepartments departments) {
    this.cases = cases;
    this.confided = confided;
    this.register = register;
    this.governments = governments;
    this.departments = departments;
  }

  @Override
  public void notify(DelegateTask task) {
    String businessKey = task.getExecution().getProcessBusinessKey();
    if (businessKey != null) {
      cases.find(businessKey).ifPresent(file -> {
        if (file.confided()) {
          Set<IdentityLink> offered = task.getCandidates();
          confided.nameUsers(businessKey,
              Stream.concat(Stream.ofNullable(task.getAssignee()), offered.stream().map(IdentityLink::getUserId))
                  .filter(Objects::nonNull)
                  .toList());
          confided.nameGroups(businessKey, offered.stream().map(IdentityLink::getGroupId).filter(Objects::nonNull).toList());
        }
        task.setVariableLocal(CASE_NUMBER, file.caseNumber());
        task.setVariableLocal(CASE_TITLE, file.title());
        task.setVariableLocal(LOCALITY, locality(file));
        if (file.officeId() != null) {
          register.findById(file.officeId()).ifPresent(office -> task.setVariableLocal(OFFICE, office.name()));
        }
      });
    }
  }

  private String locality(CaseFile file) {
    return file.department() == null ? governments.get(file.governmentCode()).name()
        : departments.find(file.department()).orElseThrow().name();
  }
}
