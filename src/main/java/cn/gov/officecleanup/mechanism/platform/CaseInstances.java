package cn.gov.officecleanup.mechanism.platform;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The process instances that run under a case's number: the case's own, those it called and what is asked beside it. Every form asks for
 * them, so that it is one prepared statement on the engine's tables: the engine puts its own query together anew each time, with the rights
 * of who asks.
 */
@Repository
public class CaseInstances {

  private static final String RUNNING = "select id_ from act_ru_execution e where business_key_ = :case and parent_id_ is null";
  private static final String HOLDING = " and exists (select 1 from act_ru_variable where execution_id_ = e.id_ and name_ = :variable "
      + "and text_ = :text)";
  private static final String OF_PROCEDURE = " and proc_def_id_ in (select id_ from act_re_procdef where key_ = :procedure)";

  private final JdbcClient jdbc;

  CaseInstances(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** @return ids of all that run */
  public List<String> of(String caseNumber) {
    return jdbc.sql(RUNNING).param("case", caseNumber).query(String.class).list();
  }

  /** @return ids of those that hold this text in a variable */
  public List<String> holding(String caseNumber, String variable, String text) {
    return jdbc.sql(RUNNING + HOLDING).param("case", caseNumber).param("variable", variable).param("text", text).query(String.class).list();
  }

  /** @return ids of those of one procedure that hold this text in a variable */
  public List<String> holding(String caseNumber, String variable, String text, String procedureKey) {
    return jdbc.sql(RUNNING + HOLDING + OF_PROCEDURE)
        .param("case", caseNumber)
        .param("variable", variable)
        .param("text", text)
        .param("procedure", procedureKey)
        .query(String.class)
        .list();
  }
}
