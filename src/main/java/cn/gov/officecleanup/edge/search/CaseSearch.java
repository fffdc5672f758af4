package cn.gov.officecleanup.edge.search;

import cn.gov.officecleanup.mechanism.casefile.CaseFile;
import cn.gov.officecleanup.mechanism.casefile.CaseReading;
import cn.gov.officecleanup.mechanism.identity.Groups;
import cn.gov.officecleanup.mechanism.identity.Official;
import cn.gov.officecleanup.mechanism.platform.EngineClock;
import cn.gov.officecleanup.mechanism.platform.ProcedureNames;
import cn.gov.officecleanup.mechanism.platform.RecordRows;
import cn.gov.officecleanup.mechanism.procedures.Procedure;
import cn.gov.officecleanup.mechanism.procedures.Procedure.Reader;
import cn.gov.officecleanup.mechanism.procedures.Procedures;
import cn.gov.officecleanup.mechanism.register.Government;
import cn.gov.officecleanup.mechanism.register.Governments;
import cn.gov.officecleanup.mechanism.register.OfficeStatus;
import cn.gov.officecleanup.procedure.placement.PlacementOutcome;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds offices, cases, documents and people, to each official only what that one may read: who may neither read a case nor has handled it
 * does not learn that it exists. Its SQL statements do not grow with what is found.
 */
@Service
@Transactional(readOnly = true)
public class CaseSearch {

  /** most of each kind that are listed */
  static final int MOST = 100;

  private static final RowMapper<CaseFile> CASES = RecordRows.of(CaseFile.class);
  /** in place of a list without entries, which SQL does not know */
  private static final String NONE = "-";
  /** what may stand within a name as it was written and is none of it */
  private static final String BETWEEN_NAMES = " \u3000\u00A0\u2002\u2003\u200B\uFEFF·•・‧．.";
  private static final String READABLE = "(:whole or f.department is null and f.government_code in (:readable) "
      + "or f.department in (:departments) or f.procedure_key in (:sentUp))";
  /** who had a part in a case finds it again, though it is another's to read */
  private static final String READABLE_OR_HANDLED = "(" + READABLE
      + " or exists (select 1 from opinion h where h.case_number = f.case_number and h.user_id = :user))";
  private static final String ASKED_FOR = """
     and (f.procedure_key not in (:aboutPeople) or f.government_code in (:peopleOf))
    and f.government_code in (:governments) and f.opened_at >= :from and f.opened_at < :to
    """;

  private final Governments governments;
  private final CaseReading reading;
  private final Procedures procedures;
  private final ProcedureNames names;
  private final JdbcClient jdbc;

  CaseSearch(Governments governments, CaseReading reading, Procedures procedures, ProcedureNames names, JdbcClient jdbc) {
    this.governments = governments;
    this.reading = reading;
    this.procedures = procedures;
    this.names = names;
    this.jdbc = jdbc;
  }

  /** @return what was found; nothing where nothing is asked for */
  public SearchResult find(SearchQuery query, Official official) {
    if (query.isEmpty()) {
      return new SearchResult(List.of(), List.of(), List.of(), List.of(), false);
    }
    Scope scope = scope(query, official);
    boolean withState = query.state() != null;
    List<SearchResult.Case> found = casesOf(query, scope);
    List<SearchResult.Office> offices = withState ? List.of() : officesOf(scope);
    List<SearchResult.Document> documents = withState ? List.of() : documentsOf(scope);
    List<SearchResult.Person> people = withState || query.words().isEmpty() ? List.of() : peopleOf(scope);
    boolean more = found.size() > MOST || offices.size() > MOST || documents.size() > MOST || people.size() > MOST;
    return new SearchResult(atMost(found), atMost(offices), atMost(documents), atMost(people), more);
  }

  /** @return the cases in which the official completed a step, the latest first */
  public List<SearchResult.Case> handledBy(Official official) {
    List<CaseFile> handled = jdbc.sql("""
      select f.* from case_file f join (select case_number, max(id) as latest from opinion where user_id = :user group by case_number) o
      on o.case_number = f.case_number order by o.latest desc fetch first :most rows only""")
        .param("user", official.userId())
        .param("most", MOST)
        .query(CASES)
        .list()
        .stream()
        .filter(file -> reading.mayRead(official, file))
        .toList();
    return listed(handled);
  }

  /** What of the database may be looked at, and what of that is asked for. */
  private record Scope(Map<String, Object> parameters) {
  }

  private Scope scope(SearchQuery query, Official official) {
    List<Government> all = governments.all();
    List<String> asked = query.governmentCode() == null ? all.stream().map(Government::code).toList()
        : all.stream()
            .filter(government -> government.code().equals(query.governmentCode()) || government.cityCode().equals(query.governmentCode()))
            .map(Government::code)
            .toList();
    return new Scope(Map.ofEntries(Map.entry("whole", official.readsWholeProvince()),
        Map.entry("readable", orNone(all.stream().map(Government::code).filter(official::mayRead).toList())),
        Map.entry("departments", orNone(official.departments())), Map.entry("user", official.userId()),
        Map.entry("sentUp",
            orNone(official.groups().contains(Groups.NATIONAL_BUREAU)
                ? procedures.keys(procedure -> procedure.readBy().contains(Reader.NATIONAL_BUREAU))
                : List.of())),
        Map.entry("peopleOf", orNone(all.stream().map(Government::code).filter(official::handlesPeopleOf).toList())),
        Map.entry("aboutPeople", orNone(procedures.keys(Procedure::isAboutAPerson))), Map.entry("governments", orNone(asked)),
        Map.entry("from", startOf(query.year() == null ? 1 : query.year())),
        Map.entry("to", startOf(query.year() == null ? 9999 : query.year() + 1)), Map.entry("pattern", query.pattern()),
        Map.entry("namePattern", query.namePattern()), Map.entry("betweenNames", BETWEEN_NAMES), Map.entry("most", MOST + 1)));
  }

  private List<SearchResult.Case> casesOf(SearchQuery query, Scope scope) {
    String state = query.state() == null ? ""
        : query.state() == SearchQuery.State.OPEN ? " and f.closed_at is null" : " and f.closed_at is not null";
    // one part for each table, since an index of parts of texts serves no condition that goes across tables
    return listed(jdbc.sql("select f.* from case_file f where " + READABLE_OR_HANDLED + ASKED_FOR + state + """
       and f.case_number in (
        select c.case_number from case_file c
          where upper(c.case_number) like :pattern escape '!' or upper(c.title) like :pattern escape '!'
        union select c.case_number from office o join case_file c on c.office_id = o.id
          where upper(o.name) like :pattern escape '!' or upper(o.register_number) like :pattern escape '!'
        union select d.case_number from document d where upper(d.file_name) like :pattern escape '!')
      order by f.opened_at desc, length(f.case_number) desc, f.case_number desc fetch first :most rows only""")
        .params(scope.parameters())
        .query(CASES)
        .list());
  }

  private List<SearchResult.Office> officesOf(Scope scope) {
    Map<String, Government> byCode = byCode();
    return jdbc.sql("""
      select o.register_number, o.name, o.government_code, o.status from office o
      where (:whole or o.government_code in (:readable) or exists (select 1 from case_file f where f.office_id = o.id and
        f.department in (:departments)))
        and o.government_code in (:governments) and o.status_since >= :from and o.status_since < :to
        and (upper(o.name) like :pattern escape '!' or upper(o.register_number) like :pattern escape '!'
        or upper(o.retention_document) like :pattern escape '!' or upper(o.abolition_document) like :pattern escape '!')
      order by length(o.register_number), o.register_number fetch first :most rows only""")
        .params(scope.parameters())
        .query((row, number) -> new SearchResult.Office(row.getString("register_number"), row.getString("name"),
            byCode.get(row.getString("government_code")).title(), OfficeStatus.valueOf(row.getString("status")).label()))
        .list();
  }

  private List<SearchResult.Document> documentsOf(Scope scope) {
    return jdbc
        .sql("select d.id, d.file_name, d.media_type, d.case_number, d.created_at from document d join case_file f on f.case_number "
            + "= d.case_number where " + READABLE + ASKED_FOR.replace("f.opened_at", "d.created_at") + """
              and upper(d.file_name) like :pattern escape '!' order by d.created_at desc, d.id fetch first :most rows only""")
        .params(scope.parameters())
        .query((row, number) -> new SearchResult.Document(row.getObject("id", UUID.class), row.getString("file_name"),
            row.getString("media_type"), row.getString("case_number"), row.getObject("created_at", OffsetDateTime.class)))
        .list();
  }

  private List<SearchResult.Person> peopleOf(Scope scope) {
    return jdbc
        .sql("select s.name, s.post, o.name as office, f.case_number, s.outcome from staff_member s join case_file f on "
            + "f.case_number = s.abolition_case" + " join office o on o.id = f.office_id where f.government_code in (:peopleOf) and "
            + READABLE + ASKED_FOR + """
              and (upper(s.name) like :pattern escape '!' or translate(upper(s.name), :betweenNames, '') like :namePattern escape '!')
                  order by f.opened_at desc, s.position fetch first :most rows only""")
        .params(scope.parameters())
        .query((row, number) -> new SearchResult.Person(row.getString("name"), row.getString("post"), row.getString("office"),
            row.getString("case_number"),
            row.getString("outcome") == null ? null : PlacementOutcome.valueOf(row.getString("outcome")).label()))
        .list();
  }

  List<SearchResult.Case> listed(List<CaseFile> files) {
    Map<String, Government> byCode = byCode();
    Map<String, String> titles = names.all();
    return files.stream()
        .map(file -> new SearchResult.Case(file.caseNumber(), file.title(), titles.getOrDefault(file.procedureKey(), file.procedureKey()),
            byCode.get(file.governmentCode()).title(), file.openedAt(), file.closedAt()))
        .toList();
  }

  private Map<String, Government> byCode() {
    return governments.all().stream().collect(Collectors.toMap(Government::code, Function.identity()));
  }

  private static OffsetDateTime startOf(int year) {
    return LocalDate.of(year, 1, 1).atStartOfDay(EngineClock.ZONE).toOffsetDateTime();
  }

  private static List<String> orNone(List<String> codes) {
    return codes.isEmpty() ? List.of(NONE) : codes;
  }

  private static <T> List<T> atMost(List<T> found) {
    return found.subList(0, Math.min(MOST, found.size()));
  }
}
