package cn.gov.officecleanup.mechanism.casefile;

import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.identity.Official;
import cn.gov.officecleanup.mechanism.identity.Officials;
import cn.gov.officecleanup.mechanism.platform.RecordRows;
import cn.gov.officecleanup.mechanism.platform.RunningNumbers;
import cn.gov.officecleanup.mechanism.text.SearchText;
import cn.gov.officecleanup.mechanism.text.SearchedRows;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The register of cases. */
@Repository
public class CaseFiles implements SearchedRows {

  private static final RowMapper<CaseFile> ROWS = RecordRows.of(CaseFile.class);

  /** Stands for the application itself where no official acted. */
  public static final String SYSTEM = "system";

  private final JdbcClient jdbc;
  private final RunningNumbers numbers;
  private final Officials officials;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  CaseFiles(JdbcClient jdbc, RunningNumbers numbers, Officials officials, ApplicationEventPublisher events, Clock clock) {
    this.jdbc = jdbc;
    this.numbers = numbers;
    this.officials = officials;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Opens a case. Its number is used up even if the transaction rolls back, and keeps nobody else waiting.
   *
   * @param prefix two letters that tell the procedure in the case number, e.g. BL (保留)
   * @return its number, e.g. BL-2026-0001
   */
  public String open(String prefix, String procedureKey, String title, String governmentCode, Long officeId, String parentCaseNumber) {
    return open(prefix, procedureKey, title, governmentCode, null, officeId, parentCaseNumber, false);
  }

  /**
   * Opens a case of a provincial department.
   *
   * @param department its code; null for a case of the government's own
   * @param confided whether nobody but who is named in it may know of it, until {@link ConfidedCases#reveal}
   */
  public String open(String prefix, String procedureKey, String title, String governmentCode, String department, Long officeId,
      String parentCaseNumber, boolean confided) {
    int year = LocalDate.now(clock).getYear();
    String caseNumber = "%s-%d-%04d".formatted(prefix, year, numbers.next(prefix, year));
    jdbc.sql("""
      insert into case_file (case_number, procedure_key, title, government_code, department, office_id, parent_case_number,
        opened_by, opened_at, search_key, confided)
      values (:caseNumber, :procedureKey, :title, :governmentCode, :department, :officeId, :parent, :openedBy, :openedAt, :searchKey,
        :confided)""")
        .param("caseNumber", caseNumber)
        .param("procedureKey", procedureKey)
        .param("title", title)
        .param("governmentCode", governmentCode)
        .param("department", department)
        .param("officeId", officeId)
        .param("parent", parentCaseNumber)
        .param("openedBy", officials.current().map(Official::userId).orElse(SYSTEM))
        .param("openedAt", OffsetDateTime.now(clock))
        .param("searchKey", SearchText.key(caseNumber, title))
        .param("confided", confided)
        .update();
    if (!confided) {
      events.publishEvent(new CaseOpened(caseNumber, procedureKey));
    }
    return caseNumber;
  }

  /** Closes a case, which leaves what it was reserved for to others; closing one that is closed changes nothing. */
  public void close(String caseNumber, String outcome) {
    closeAndHandOver(caseNumber, outcome);
    release(caseNumber);
  }

  /**
   * Closes a case of which the procedure goes on into another about the same: until that one has {@link #reserve reserved} it, nobody else
   * can.
   */
  public void closeAndHandOver(String caseNumber, String outcome) {
    jdbc.sql("update case_file set closed_at = :now, outcome = :outcome where case_number = :caseNumber and closed_at is null")
        .param("now", OffsetDateTime.now(clock))
        .param("outcome", outcome)
        .param("caseNumber", caseNumber)
        .update();
  }

  /** @return an office, as what a case can be reserved for */
  public static String office(long officeId) {
    return "office:" + officeId;
  }

  /**
   * Reserves for a case what one case at a time may be about, until it is closed or its procedure ends; in the place of what it was
   * reserved for before. What the case that it came out of had reserved goes over to it. The database keeps it from being reserved twice,
   * also in the same moment.
   *
   * @param subject kind and id, as {@link #office}, at most 100 characters
   * @throws RefusedException when another case has it
   */
  public void reserve(String caseNumber, String subject) {
    jdbc.sql("""
      update case_file set reserved_for = null where reserved_for = :subject
        and case_number = (select parent_case_number from case_file where case_number = :caseNumber)""")
        .param("subject", subject)
        .param("caseNumber", caseNumber)
        .update();
    requireFree(subject, caseNumber);
    jdbc.sql("update case_file set reserved_for = :subject where case_number = :caseNumber")
        .param("subject", subject)
        .param("caseNumber", caseNumber)
        .update();
  }

  /** @return the case that has something reserved */
  public Optional<CaseFile> reserving(String subject) {
    return jdbc.sql("select * from case_file where reserved_for = ?").param(subject).query(ROWS).optional();
  }

  private void requireFree(String subject, String caseNumber) {
    reserving(subject).filter(other -> !other.caseNumber().equals(caseNumber)).ifPresent(other -> {
      throw new RefusedException("UNDER_WAY", "“%s”（%s）正在办理，不能重复发起；需要改办其他程序的，请先撤回或者办结该案。".formatted(other.title(), other.caseNumber()),
          "C20");
    });
  }

  private void release(String caseNumber) {
    jdbc.sql("update case_file set reserved_for = null where case_number = ? and reserved_for is not null").param(caseNumber).update();
  }

  /** The procedure that a case is a run of has ended; others may have run in the case as well. */
  void endedOf(String caseNumber, String procedureKey) {
    jdbc.sql("update case_file set reserved_for = null where case_number = ? and procedure_key = ? and reserved_for is not null")
        .params(caseNumber, procedureKey)
        .update();
  }

  /**
   * Lets nobody else act in the case until the transaction ends: who comes next waits, then sees what has been done.
   *
   * @param caseNumber one that does not exist holds up nobody
   */
  public void hold(String caseNumber) {
    jdbc.sql("select case_number from case_file where case_number = ? for update").param(caseNumber).query(String.class).optional();
  }

  /** Lets nobody else act in the case of a task until the transaction ends; nothing where the task is gone or of no case. */
  public void holdByTask(String taskId) {
    // one statement on the engine's tables: an entity that the engine had read before would be outdated once the case is had
    jdbc.sql("""
      select case_number from case_file where case_number = (select e.business_key_ from act_ru_task t
        join act_ru_execution e on e.id_ = t.proc_inst_id_ where t.id_ = ?) for update""").param(taskId).query(String.class).optional();
  }

  /**
   * @return a case that must exist
   * @throws java.util.NoSuchElementException when there is none of this number
   */
  public CaseFile get(String caseNumber) {
    return find(caseNumber).orElseThrow();
  }

  public Optional<CaseFile> find(String caseNumber) {
    return jdbc.sql("select * from case_file where case_number = :caseNumber").param("caseNumber", caseNumber).query(ROWS).optional();
  }

  /** @return the open case of a procedure about an office, if there is one */
  public Optional<CaseFile> openCaseOf(long officeId, String procedureKey) {
    return jdbc.sql("select * from case_file where office_id = :officeId and procedure_key = :procedureKey and closed_at is null")
        .param("officeId", officeId)
        .param("procedureKey", procedureKey)
        .query(ROWS)
        .optional();
  }

  /** @return the cases that came out of a case, oldest first */
  public List<CaseFile> cameOutOf(String caseNumber) {
    return jdbc.sql("select * from case_file where parent_case_number = ? order by opened_at, length(case_number), case_number")
        .param(caseNumber)
        .query(ROWS)
        .list();
  }

  /** @return the open cases of a procedure, oldest first */
  public List<CaseFile> openCasesOf(String procedureKey) {
    return jdbc.sql("""
      select * from case_file where procedure_key = ? and closed_at is null
      order by opened_at, length(case_number), case_number""").param(procedureKey).query(ROWS).list();
  }

  /**
   * @param department code of a provincial department, of which the cases are; null for the governments' own
   * @return the cases of these governments that are not confided, the newest first, at most so many
   */
  public List<CaseFile> newestOf(List<String> governmentCodes, String department, int most) {
    return jdbc.sql("""
      select * from case_file where government_code in (:codes) and not confided
        and (department = :department or :department is null and department is null)
      order by opened_at desc, length(case_number) desc, case_number desc fetch first :most rows only""")
        .param("codes", governmentCodes)
        .param("department", department, Types.VARCHAR)
        .param("most", most)
        .query(ROWS)
        .list();
  }

  /**
   * @return the case about each of these offices: the newest open one or, where none is open, the newest; of none but these procedures, and
   * none that is confided
   */
  public List<CaseFile> latestOf(Collection<Long> officeIds, List<String> procedureKeys) {
    return officeIds.isEmpty() ? List.of() : jdbc.sql("""
      select * from (select f.*, row_number() over (partition by office_id order by case when closed_at is null then 0 else 1 end,
        opened_at desc, length(case_number) desc, case_number desc) as place from case_file f
        where office_id in (:ids) and procedure_key in (:keys)
          and not confided) placed where place = 1""").param("ids", officeIds).param("keys", procedureKeys).query(ROWS).list();
  }

  /** @return these cases by their numbers */
  public Map<String, CaseFile> byNumber(Collection<String> caseNumbers) {
    return caseNumbers.isEmpty() ? Map.of()
        : jdbc.sql("select * from case_file where case_number in (:numbers)")
            .param("numbers", caseNumbers)
            .query(ROWS)
            .list()
            .stream()
            .collect(Collectors.toMap(CaseFile::caseNumber, Function.identity()));
  }

  /** @return the open cases of a government in the given procedures, oldest first */
  public List<CaseFile> openCasesOf(String governmentCode, List<String> procedureKeys) {
    return jdbc.sql("""
      select * from case_file where government_code = :governmentCode and procedure_key in (:keys) and closed_at is null
      order by opened_at, length(case_number), case_number""")
        .param("governmentCode", governmentCode)
        .param("keys", procedureKeys)
        .query(ROWS)
        .list();
  }

  @Override
  public int fillKeys(int most) {
    List<CaseFile> without = jdbc.sql("select * from case_file where search_key is null fetch first ? rows only")
        .param(most)
        .query(ROWS)
        .list();
    without.forEach(file -> jdbc.sql("update case_file set search_key = ? where case_number = ?")
        .params(SearchText.key(file.caseNumber(), file.title()), file.caseNumber())
        .update());
    return without.size();
  }
}
