package cn.gov.officecleanup.edge.search;

import cn.gov.officecleanup.mechanism.casefile.CaseFile;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.identity.Official;
import cn.gov.officecleanup.mechanism.platform.RecordRows;
import cn.gov.officecleanup.mechanism.procedures.Procedure;
import cn.gov.officecleanup.mechanism.procedures.Procedures;
import cn.gov.officecleanup.mechanism.register.OfficeStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What somebody may read, page by page in an order that does not change; each page begins after the last one of the page before. What is
 * about a person or confided is left out, whoever asks.
 */
@Service
@Transactional(readOnly = true)
public class ReadablePages {

  private static final RowMapper<CaseFile> CASES = RecordRows.of(CaseFile.class);
  private static final String AFTER = "after";
  private static final String MOST = "most";
  private static final String IMPERSONAL = " and f.procedure_key not in (:aboutPeople) and not f.confided";
  private static final String READABLE_CASES = "select f.* from case_file f where " + CaseSearch.READABLE + IMPERSONAL;
  private static final String READABLE_OFFICES = "select o.id from office o where (:whole or o.government_code in (:readable)) and ";
  private static final List<String> STANDING = Arrays.stream(OfficeStatus.values()).filter(OfficeStatus::standing).map(Enum::name).toList();

  private final CaseSearch search;
  private final Procedures procedures;
  private final JdbcClient jdbc;

  ReadablePages(CaseSearch search, Procedures procedures, JdbcClient jdbc) {
    this.search = search;
    this.procedures = procedures;
    this.jdbc = jdbc;
  }

  /**
   * A task that is open.
   *
   * @param step id of the step in its model
   * @param name Chinese name of the step
   * @param procedureKey key of the process definition that it is a step of
   * @param due null where there is no deadline
   * @param taken whether somebody has taken it on
   * @param groups ids of the groups that may do it
   */
  public record OpenTask(String id, String step, String name, String procedureKey, String caseNumber, Instant createdAt, Instant due,
      boolean taken, List<String> groups) {
  }

  /**
   * @param state null: of either
   * @param after number of the case after which the page begins; null: from the first
   * @return cases, in the order in which they were opened
   * @throws RefusedException where nobody who asks knows such a case
   */
  public List<CaseFile> cases(SearchQuery.State state, String after, int most, Official official) {
    Map<String, Object> parameters = parameters(official, most);
    String begin = "";
    if (after != null) {
      parameters.put(AFTER, after);
      CaseFile last = jdbc.sql(READABLE_CASES + " and f.case_number = :after")
          .params(parameters)
          .query(CASES)
          .optional()
          .orElseThrow(ReadablePages::nowhere);
      parameters.put("openedAt", last.openedAt());
      parameters.put("length", after.length());
      begin = " and (f.opened_at > :openedAt or f.opened_at = :openedAt and (length(f.case_number) > :length "
          + "or length(f.case_number) = :length and f.case_number > :after))";
    }
    String asked = state == null ? "" : state == SearchQuery.State.OPEN ? " and f.closed_at is null" : " and f.closed_at is not null";
    return jdbc
        .sql(READABLE_CASES + asked + begin + " order by f.opened_at, length(f.case_number), f.case_number fetch first :most rows only")
        .params(parameters)
        .query(CASES)
        .list();
  }

  /** @param after id of the task after which the page begins, whether it is open still or not; null: from the first */
  public List<OpenTask> tasks(String after, int most, Official official) {
    Map<String, Object> parameters = parameters(official, most);
    parameters.put(AFTER, after == null ? "" : after);
    List<OpenTask> tasks = jdbc.sql("""
      select t.id_, t.task_def_key_, t.name_, d.key_, f.case_number, t.create_time_, t.due_date_, t.assignee_
      from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_ join act_re_procdef d on d.id_ = t.proc_def_id_
      join case_file f on f.case_number = e.business_key_ where d.key_ not in (:aboutPeople) and t.id_ > :after and
      """ + CaseSearch.READABLE + IMPERSONAL + " order by t.id_ fetch first :most rows only")
        .params(parameters)
        .query((row, number) -> new OpenTask(row.getString("id_"), row.getString("task_def_key_"), row.getString("name_"),
            row.getString("key_"), row.getString("case_number"), row.getTimestamp("create_time_").toInstant(),
            row.getTimestamp("due_date_") == null ? null : row.getTimestamp("due_date_").toInstant(), row.getString("assignee_") != null,
            new ArrayList<>()))
        .list();
    Map<String, OpenTask> byId = new TreeMap<>();
    tasks.forEach(task -> byId.put(task.id, task));
    if (!tasks.isEmpty()) {
      jdbc.sql("select task_id_, group_id_ from act_ru_identitylink where task_id_ in (:ids) and group_id_ is not null order by group_id_")
          .param("ids", byId.keySet())
          .query(row -> {
            byId.get(row.getString("task_id_")).groups.add(row.getString("group_id_"));
          });
    }
    return tasks;
  }

  /**
   * @param after number of the office after which the page begins; null: from the first
   * @return ids of offices that stand, in the order in which they were entered
   * @throws RefusedException where nobody who asks knows such an office
   */
  public List<Long> offices(String after, int most, Official official) {
    Map<String, Object> parameters = parameters(official, most);
    parameters.put(AFTER, 0L);
    if (after != null) {
      parameters.put("number", after);
      parameters.put(AFTER,
          jdbc.sql(READABLE_OFFICES + "o.register_number = :number")
              .params(parameters)
              .query(Long.class)
              .optional()
              .orElseThrow(ReadablePages::nowhere));
    }
    return jdbc.sql(READABLE_OFFICES + "o.status in (:standing) and o.id > :after order by o.id fetch first :most rows only")
        .params(parameters)
        .param("standing", STANDING)
        .query(Long.class)
        .list();
  }

  private Map<String, Object> parameters(Official official, int most) {
    Map<String, Object> parameters = new HashMap<>(search.rightsOf(official));
    parameters.put("aboutPeople", procedures.keys(Procedure::isAboutAPerson));
    parameters.put(MOST, most);
    return parameters;
  }

  private static RefusedException nowhere() {
    return new RefusedException("NO_SUCH_PLACE", "参数after所指的内容不存在或者您无权查看，请填写上一页返回的next，或者不填，从头读取。", "系统");
  }
}
