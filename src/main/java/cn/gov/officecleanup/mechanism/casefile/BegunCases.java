package cn.gov.officecleanup.mechanism.casefile;

import cn.gov.officecleanup.mechanism.platform.RecordRows;
import java.time.OffsetDateTime;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Cases that began by themselves, and can be ended as if they had not while nobody has done anything in them. */
@Repository
public class BegunCases {

  /** outcome of a case that was ended before anybody did anything in it, since what it began by was taken back */
  private static final String TAKEN_BACK = "TAKEN_BACK";

  private static final RowMapper<Begun> ROWS = RecordRows.of(Begun.class);

  private final JdbcClient jdbc;
  private final CaseFiles cases;
  private final RuntimeService runtime;

  BegunCases(JdbcClient jdbc, CaseFiles cases, @Lazy RuntimeService runtime) {
    this.jdbc = jdbc;
    this.cases = cases;
    this.runtime = runtime;
  }

  /**
   * A case about an office.
   *
   * @param goneOn whether an official opened it, did one of its steps, or it is closed
   */
  public record Begun(String caseNumber, String title, String procedureKey, long officeId, boolean goneOn) {
  }

  /** @return the cases about offices since this moment that came out of no other, were not ended here and are not confided, oldest first */
  public List<Begun> since(OffsetDateTime moment) {
    return jdbc.sql("""
      select f.case_number, f.title, f.procedure_key, f.office_id, f.closed_at is not null or f.opened_by <> :system
        or exists (select 1 from act_hi_procinst p join act_hi_taskinst t on t.proc_inst_id_ = p.id_
          where p.business_key_ = f.case_number and t.proc_def_key_ = f.procedure_key and t.delete_reason_ = 'completed') as gone_on
      from case_file f where f.opened_at >= :moment and f.office_id is not null and f.parent_case_number is null
        and not f.confided
        and (f.outcome is null or f.outcome <> :takenBack)
      order by f.opened_at, length(f.case_number), f.case_number""")
        .param("system", CaseFiles.SYSTEM)
        .param("moment", moment)
        .param("takenBack", TAKEN_BACK)
        .query(ROWS)
        .list();
  }

  /**
   * Ends a case in which nobody has done anything; its office is free for another one.
   *
   * @param reason Chinese sentence that the engine's history keeps
   */
  public void end(Begun begun, String reason) {
    runtime.createProcessInstanceQuery()
        .processInstanceBusinessKey(begun.caseNumber())
        .processDefinitionKey(begun.procedureKey())
        .list()
        .forEach(instance -> runtime.deleteProcessInstance(instance.getId(), reason));
    cases.close(begun.caseNumber(), TAKEN_BACK);
  }
}
