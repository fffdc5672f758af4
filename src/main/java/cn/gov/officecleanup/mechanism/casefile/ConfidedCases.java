package cn.gov.officecleanup.mechanism.casefile;

import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.identity.MembershipEnded;
import cn.gov.officecleanup.mechanism.identity.Official;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Cases of which nobody may know before they are opened, such as an inspection that comes unannounced (C14). Until then a case is read by
 * whom it names and by whoever has or had a task in it, as far as these may read it at all; for everybody else, however far the office
 * reaches, there is no such case. Nothing runs beside it, no mail tells of it, and nothing counts it.
 */
@Component
public class ConfidedCases {

  /** condition over a case {@code f}: it is open, or the official of the id {@code :user} and the groups {@code :groups} is named in it */
  public static final String OPEN_OR_NAMED = "(not f.confided or exists (select 1 from case_confidant n "
      + "where n.case_number = f.case_number and (n.kind = 'USER' and n.named_id = :user "
      + "or n.kind = 'GROUP' and n.named_id in (:groups))))";

  private enum Kind {
    USER,
    GROUP
  }

  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;

  ConfidedCases(JdbcClient jdbc, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.events = events;
  }

  /** @return whether there is such a case and it has not been opened */
  public boolean include(String caseNumber) {
    return caseNumber != null
        && jdbc.sql("select count(*) from case_file where case_number = ? and confided").param(caseNumber).query(Long.class).single() > 0;
  }

  boolean isNamed(Official official, String caseNumber) {
    return jdbc.sql("select count(*) from case_file f where f.case_number = :caseNumber and " + OPEN_OR_NAMED)
        .param("caseNumber", caseNumber)
        .param("user", official.userId())
        .param("groups", official.groups().isEmpty() ? Set.of("-") : official.groups())
        .query(Long.class)
        .single() > 0;
  }

  /** Names people in a confided case, who read it from now on. */
  public void nameUsers(String caseNumber, Collection<String> userIds) {
    userIds.forEach(user -> name(caseNumber, Kind.USER, user));
  }

  /** Names groups in a confided case, whose members read it from now on. */
  public void nameGroups(String caseNumber, Collection<String> groupIds) {
    groupIds.forEach(group -> name(caseNumber, Kind.GROUP, group));
  }

  private void name(String caseNumber, Kind kind, String id) {
    jdbc.sql("""
      insert into case_confidant (case_number, kind, named_id) select :caseNumber, :kind, :id from case_file f
      where f.case_number = :caseNumber and f.confided and not exists (select 1 from case_confidant n
        where n.case_number = :caseNumber and n.kind = :kind and n.named_id = :id)""")
        .param("caseNumber", caseNumber)
        .param("kind", kind.name())
        .param("id", id)
        .update();
  }

  /** Opens a case to all who may read its like; one that is open stays as it is. */
  public void reveal(String caseNumber) {
    if (jdbc.sql("update case_file set confided = false where case_number = ? and confided").param(caseNumber).update() > 0) {
      String procedure = jdbc.sql("select procedure_key from case_file where case_number = ?")
          .param(caseNumber)
          .query(String.class)
          .single();
      events.publishEvent(new CaseOpened(caseNumber, procedure));
    }
  }

  /** @throws RefusedException where the case is confided: others would learn of it */
  void refuseBeside(String caseNumber) {
    if (include(caseNumber)) {
      throw new RefusedException("CONFIDED", "本案只限案内人员知悉，不能传阅、催办、征求意见、请人协办或者申请延期；需要这样办理的，请在本案公开以后；不公开的，由案内人员自行办结。", "C14");
    }
  }

  /** Who leaves a body is named no more in what its people alone know. */
  @EventListener
  void membershipEnded(MembershipEnded ended) {
    List<String> open = jdbc
        .sql("select case_number from case_confidant n where n.kind = 'USER' and n.named_id = :user "
            + "and exists (select 1 from case_file f where f.case_number = n.case_number and f.confided)")
        .param("user", ended.userId())
        .query(String.class)
        .list();
    if (!open.isEmpty()) {
      jdbc.sql("delete from case_confidant where kind = 'USER' and named_id = :user and case_number in (:cases)")
          .param("user", ended.userId())
          .param("cases", open)
          .update();
    }
  }
}
