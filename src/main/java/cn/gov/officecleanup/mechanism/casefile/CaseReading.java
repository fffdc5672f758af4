package cn.gov.officecleanup.mechanism.casefile;

import cn.gov.officecleanup.mechanism.identity.Groups;
import cn.gov.officecleanup.mechanism.identity.Official;
import cn.gov.officecleanup.mechanism.procedures.Procedure.Reader;
import cn.gov.officecleanup.mechanism.procedures.Procedures;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Who may read a case and its documents: who may read the government's or the provincial department's cases; a case about a person only
 * those who handle that government's people, however far the office of others reaches (C6); what is sent to the national bureau that one as
 * well (C20). Which is which, its procedure's model says.
 */
@Component
public class CaseReading {

  private final Procedures procedures;

  CaseReading(Procedures procedures) {
    this.procedures = procedures;
  }

  /** @return whether what is in the case is personal data (C6) */
  public boolean isAboutAPerson(CaseFile file) {
    return procedures.of(file.procedureKey()).isAboutAPerson();
  }

  /** @return whether the members of a group may read the case, as far as that group goes */
  public boolean mayRead(String groupId, CaseFile file) {
    return mayRead(new Official(groupId, groupId, Set.of(groupId)), file);
  }

  /** @return whether the official may read the case */
  public boolean mayRead(Official official, CaseFile file) {
    if (isAboutAPerson(file)) {
      return official.handlesPeopleOf(file.governmentCode());
    }
    if (procedures.of(file.procedureKey()).readBy().contains(Reader.NATIONAL_BUREAU)
        && official.groups().contains(Groups.NATIONAL_BUREAU)) {
      return true;
    }
    return file.department() == null ? official.mayRead(file.governmentCode()) : official.mayReadOfDepartment(file.department());
  }
}
