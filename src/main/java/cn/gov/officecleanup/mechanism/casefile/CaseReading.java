package cn.gov.officecleanup.mechanism.casefile;

import cn.gov.officecleanup.mechanism.identity.Groups;
import cn.gov.officecleanup.mechanism.identity.Official;
import cn.gov.officecleanup.mechanism.procedures.Procedure.Reader;
import cn.gov.officecleanup.mechanism.procedures.Procedures;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who may read a case and its documents: who may read the government's or the provincial department's cases; a case about a person only
 * those who handle that government's people, however far the office of others reaches (C6); what is sent to the national bureau that one as
 * well (C20). Which is which, its procedure's model says. Beside them, who is asked for an opinion reads that case. A confided one is read
 * by none of these who is not named in it ({@link ConfidedCases}).
 */
@Component
public class CaseReading {

  private final Procedures procedures;
  private final ConfidedCases confided;
  private final ObjectProvider<StayingAway> rules;
  private final JdbcClient jdbc;

  CaseReading(Procedures procedures, ConfidedCases confided, ObjectProvider<StayingAway> rules, JdbcClient jdbc) {
    this.procedures = procedures;
    this.confided = confided;
    this.rules = rules;
    this.jdbc = jdbc;
  }

  /** @return whether the official must stay away from the case */
  public boolean mustStayAway(Official official, String caseNumber) {
    return rules.stream().anyMatch(rule -> rule.keepsAway(official, caseNumber));
  }

  /** Lets the members of these groups read a case, now and later; never one about a person. */
  public void open(String caseNumber, List<String> groupIds) {
    groupIds.stream()
        .filter(group -> !isOpenTo(caseNumber, Set.of(group)))
        .forEach(group -> jdbc.sql("insert into case_reader (case_number, group_id) values (?, ?)").params(caseNumber, group).update());
  }

  private boolean isOpenTo(String caseNumber, Set<String> groupIds) {
    return !groupIds.isEmpty() && jdbc.sql("select count(*) from case_reader where case_number = :caseNumber and group_id in (:groups)")
        .param("caseNumber", caseNumber)
        .param("groups", groupIds)
        .query(Long.class)
        .single() > 0;
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
    return mayReadItsLike(official, file) && (!file.confided() || confided.isNamed(official, file.caseNumber()))
        && !mustStayAway(official, file.caseNumber());
  }

  private boolean mayReadItsLike(Official official, CaseFile file) {
    if (isAboutAPerson(file)) {
      return official.handlesPeopleOf(file.governmentCode());
    }
    if (procedures.of(file.procedureKey()).readBy().contains(Reader.NATIONAL_BUREAU)
        && official.groups().contains(Groups.NATIONAL_BUREAU)) {
      return true;
    }
    return (file.department() == null ? official.mayRead(file.governmentCode()) : official.mayReadOfDepartment(file.department()))
        || isOpenTo(file.caseNumber(), official.groups());
  }

  /** @return whether the official may read what a document of the case says */
  public boolean mayReadDocument(Official official, CaseFile file, String kind) {
    return mayRead(official, file) && (readsNames(official, file) || !procedures.of(file.procedureKey()).namedIn().contains(kind));
  }

  /** @return whether the official, who may read the case, also reads who of other bodies is named in it (C18) */
  public boolean readsNames(Official official, CaseFile file) {
    return !official.readsWholeProvince() || official.groups().contains(Groups.AUDIT) || official.actsFor(file.governmentCode());
  }
}
