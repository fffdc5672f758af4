package cn.gov.officecleanup.mechanism.casefile;

import cn.gov.officecleanup.mechanism.identity.Groups;
import cn.gov.officecleanup.mechanism.identity.Official;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Who may read a case and its documents: who may read the government's or the provincial department's cases; a case about a person only those who handle
 * that government's people, however far the office of others reaches (C6); the province's summary the national bureau as well (C20).
 */
@Component
public class CaseReading {

  private static final Set<String> ABOUT_A_PERSON = Set.of("staff-placement");
  private static final Set<String> SENT_TO_THE_NATIONAL_BUREAU = Set.of("provincial-report");

  /** @return whether what is in the case is personal data (C6) */
  public boolean isAboutAPerson(CaseFile file) {
    return ABOUT_A_PERSON.contains(file.procedureKey());
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
    if (SENT_TO_THE_NATIONAL_BUREAU.contains(file.procedureKey()) && official.groups().contains(Groups.NATIONAL_BUREAU)) {
      return true;
    }
    return file.department() == null ? official.mayRead(file.governmentCode()) : official.mayReadOfDepartment(file.department());
  }
}
