package cn.gov.officecleanup.mechanism.handling;

import cn.gov.officecleanup.mechanism.casefile.CaseFile;
import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.casefile.CaseReading;
import cn.gov.officecleanup.mechanism.casefile.Opinion;
import cn.gov.officecleanup.mechanism.casefile.Opinions;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.identity.Official;
import cn.gov.officecleanup.mechanism.identity.Officials;
import cn.gov.officecleanup.mechanism.platform.RecordRows;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Links cases that have to do with each other though neither came out of the other (关联). Who handles or handled one of them may link it
 * with any case they may read; both show the other, to those who may read it.
 */
@Component
public class LinkingCases {

  static final String STEP = "link";

  private static final RowMapper<Link> ROWS = RecordRows.of(Link.class);
  private static final String CLAUSE = "办理";

  private final CaseFiles cases;
  private final CaseReading reading;
  private final Opinions opinions;
  private final Officials officials;
  private final TaskService tasks;
  private final JdbcClient jdbc;
  private final Clock clock;

  LinkingCases(CaseFiles cases, CaseReading reading, Opinions opinions, Officials officials, @Lazy TaskService tasks, JdbcClient jdbc,
      Clock clock) {
    this.cases = cases;
    this.reading = reading;
    this.opinions = opinions;
    this.officials = officials;
    this.tasks = tasks;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * A link, seen from one of its cases.
   *
   * @param other number of the other case
   * @param words what they have to do with each other
   * @param linkedBy user id
   */
  public record Link(String other, String words, String linkedBy) {
  }

  /** @return the links of a case, oldest first */
  public List<Link> of(String caseNumber) {
    return jdbc.sql("""
      select other, words, linked_by from (
        select case when case_number = :number then other_case_number else case_number end as other, words, linked_by, linked_at
        from case_link where case_number = :number or other_case_number = :number) l
      order by linked_at, length(other), other""").param("number", caseNumber).query(ROWS).list();
  }

  /** @return whether the official may link the case with others */
  public boolean mayLink(CaseFile file, Official official) {
    return groupIn(file, official).isPresent();
  }

  /**
   * Links two cases as the signed-in official.
   *
   * @param other number of the other case
   * @param words what they have to do with each other
   * @throws RefusedException when the official does not handle the case or may not read the other, they are linked already or are the same,
   * or nothing is written
   */
  @Transactional
  public void link(String caseNumber, String other, String words) {
    Official official = officials.required();
    String otherNumber = Objects.toString(other, "").strip();
    // whoever links them the other way round comes first or second
    Stream.of(caseNumber, otherNumber).sorted().forEach(cases::hold);
    CaseFile file = handled(caseNumber, official);
    cases.find(otherNumber)
        .filter(found -> reading.mayRead(official, found))
        .orElseThrow(() -> new RefusedException("NO_SUCH_CASE", "没有案号为“%s”、您可以查看的案件，请核对案号。".formatted(otherNumber), CLAUSE));
    String reason = FreeText.required(words, "请写明两个案件的关系。");
    if (otherNumber.equals(caseNumber) || of(caseNumber).stream().anyMatch(link -> link.other().equals(otherNumber))) {
      throw new RefusedException("LINKED_ALREADY", "案件“%s”已经关联，不需要再次关联。".formatted(otherNumber), CLAUSE);
    }
    jdbc.sql(
        "insert into case_link (case_number, other_case_number, words, linked_by, linked_at) values (:number, :other, :words, :user, :now)")
        .param("number", caseNumber)
        .param("other", otherNumber)
        .param("words", reason)
        .param("user", official.userId())
        .param("now", OffsetDateTime.now(clock))
        .update();
    note(file, official, "关联其他案件");
  }

  /**
   * Takes a link back that the signed-in official made.
   *
   * @throws RefusedException when it is not theirs, or there is none
   */
  @Transactional
  public void unlink(String caseNumber, String other) {
    Official official = officials.required();
    Stream.of(caseNumber, other).sorted().forEach(cases::hold);
    CaseFile file = handled(caseNumber, official);
    if (of(caseNumber).stream().noneMatch(link -> link.other().equals(other))) {
      throw new RefusedException("NOT_LINKED", "与案件“%s”没有关联，或者关联已经取消，请刷新后再看。".formatted(other), CLAUSE);
    }
    if (jdbc.sql("""
      delete from case_link where linked_by = :user and (case_number = :number and other_case_number = :other
        or case_number = :other and other_case_number = :number)""")
        .param("user", official.userId())
        .param("number", caseNumber)
        .param("other", other)
        .update() == 0) {
      throw new RefusedException("NOT_OWN_LINK", "只能取消自己建立的关联。", CLAUSE);
    }
    note(file, official, "取消与其他案件的关联");
  }

  /** The history is read by more people than may read the other case: which one it is stands with the link alone. */
  private void note(CaseFile file, Official official, String what) {
    opinions.give(file.caseNumber(), STEP, "关联案件", groupIn(file, official).orElseThrow(), official, STEP, what, null);
  }

  private CaseFile handled(String caseNumber, Official official) {
    return cases.find(caseNumber)
        .filter(found -> mayLink(found, official))
        .orElseThrow(() -> new RefusedException("NOT_HANDLED", "您没有办理过案件“%s”，不能建立或者取消关联。".formatted(caseNumber), CLAUSE));
  }

  /** @return the group as which the official handles, or handled, the case */
  private Optional<String> groupIn(CaseFile file, Official official) {
    if (!reading.mayRead(official, file)) {
      return Optional.empty();
    }
    boolean handles = official.groups().size() > 0 && tasks.createTaskQuery()
        .processInstanceBusinessKey(file.caseNumber())
        .taskCandidateGroupIn(List.copyOf(official.groups()))
        .includeAssignedTasks()
        .count() > 0;
    boolean handled = opinions.of(file.caseNumber()).stream().map(Opinion::userId).anyMatch(official.userId()::equals);
    return handles || handled ? official.groups().stream().sorted().findFirst() : Optional.empty();
  }
}
