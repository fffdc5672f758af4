package cn.gov.officecleanup.edge.search;

import cn.gov.officecleanup.mechanism.casefile.CaseFile;
import cn.gov.officecleanup.mechanism.casefile.ConfidedCases;
import cn.gov.officecleanup.mechanism.identity.Groups;
import cn.gov.officecleanup.mechanism.identity.Official;
import cn.gov.officecleanup.mechanism.handling.CaseTasks;
import cn.gov.officecleanup.mechanism.platform.EngineClock;
import cn.gov.officecleanup.mechanism.platform.ProcedureNames;
import cn.gov.officecleanup.mechanism.platform.RecordRows;
import cn.gov.officecleanup.mechanism.procedures.Procedure;
import cn.gov.officecleanup.mechanism.procedures.Procedure.Reader;
import cn.gov.officecleanup.mechanism.procedures.Procedures;
import cn.gov.officecleanup.mechanism.register.Government;
import cn.gov.officecleanup.mechanism.register.Governments;
import cn.gov.officecleanup.mechanism.register.KnownGovernments;
import cn.gov.officecleanup.mechanism.register.OfficeStatus;
import cn.gov.officecleanup.procedure.placement.PlacementOutcome;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
  /** over a case {@code f}; parameters: {@link #rightsOf} */
  static final String READABLE = ConfidedCases.OPEN_OR_NAMED + " and (:whole or f.department is null and f.government_code in (:readable) "
      + "or f.department in (:departments) or f.procedure_key in (:sentUp) or exists (select 1 from case_reader r "
      + "where r.case_number = f.case_number and r.group_id in (:groups)))";
  /** who had a part in a case finds it again, though it is another's to read */
  private static final String READABLE_OR_HANDLED = ConfidedCases.OPEN_OR_NAMED + " and (" + READABLE
      + " or exists (select 1 from opinion h where h.case_number = f.case_number and h.user_id = :user))";
  private static final String NOT_ANOTHERS_PEOPLE = "(f.procedure_key not in (:aboutPeople) or f.government_code in (:peopleOf))";
  /** over a document {@code d} of a case {@code f} */
  private static final String NOT_NAMING_OTHERS = " and (f.procedure_key || ' ' || d.kind not in (:naming) "
      + "or f.government_code in (:actsFor))";
  private static final String ASKED_FOR = " and " + NOT_ANOTHERS_PEOPLE + """
     and f.government_code in (:governments) and f.opened_at >= :from and f.opened_at < :to
    """;

  private final Governments governments;
  private final KnownGovernments known;
  private final Procedures procedures;
  private final ProcedureNames names;
  private final CaseTasks caseTasks;
  private final JdbcClient jdbc;

  CaseSearch(Governments governments, KnownGovernments known, Procedures procedures, ProcedureNames names, CaseTasks caseTasks,
      JdbcClient jdbc) {
    this.governments = governments;
    this.known = known;
    this.procedures = procedures;
    this.names = names;
    this.caseTasks = caseTasks;
    this.jdbc = jdbc;
  }

  /** @return what was found; nothing where nothing is asked for */
  public SearchResult find(SearchQuery query, Official official) {
    if (query.isEmpty() || query.isUnreadable()) {
      return new SearchResult(List.of(), List.of(), List.of(), List.of(), false);
    }
    Scope scope = scope(query, official);
    boolean withState = query.state() != null;
    List<SearchResult.Case> found = casesOf(query, scope);
    List<SearchResult.Office> offices = withState ? List.of() : officesOf(scope);
    List<SearchResult.Document> documents = withState ? List.of() : documentsOf(scope);
    List<SearchResult.Person> people = withState || query.terms().isEmpty() ? List.of() : peopleOf(scope);
    boolean more = found.size() > MOST || offices.size() > MOST || documents.size() > MOST || people.size() > MOST;
    return new SearchResult(atMost(found), atMost(offices), atMost(documents), atMost(people), more);
  }

  /**
   * @param condition over the case {@code f} and the official's id {@code :user}
   * @return the newest of the cases that meet it and that the official may read
   */
  List<CaseFile> readable(String condition, Official official, int most) {
    return jdbc
        .sql("select f.* from case_file f where " + READABLE + " and " + NOT_ANOTHERS_PEOPLE + " and " + condition
            + " order by f.opened_at desc, length(f.case_number) desc, f.case_number desc fetch first :rows rows only")
        .params(rightsOf(official))
        .param("rows", most)
        .query(CASES)
        .list();
  }

  /** @return the parameters of {@link #READABLE} */
  Map<String, Object> rightsOf(Official official) {
    return scope(new SearchQuery(null, null, null, null), official).parameters();
  }

  /**
   * What of the database may be looked at, and what of that is asked for.
   *
   * @param words how many words are asked for: {@code :word0} is the first as a pattern, {@code :named0} are the governments that it names
   */
  private record Scope(Map<String, Object> parameters, int words) {

    /** @return the part once for each word, with its number in the place of #, between two of them what is given; empty without words */
    String eachWord(String part, String between) {
      return IntStream.range(0, words).mapToObj(word -> part.replace("#", String.valueOf(word))).collect(Collectors.joining(between));
    }

    /** @return a condition to be added to another one, to the end of its line; nothing without words */
    String and(String condition) {
      return words == 0 ? "\n" : " and (" + condition + ")\n";
    }
  }

  private Scope scope(SearchQuery query, Official official) {
    List<Government> all = governments.all();
    List<String> asked = query.governmentCode() == null ? all.stream().map(Government::code).toList()
        : all.stream()
            .filter(government -> government.code().equals(query.governmentCode()) || government.cityCode().equals(query.governmentCode()))
            .map(Government::code)
            .toList();
    Map<String, Object> parameters = new HashMap<>(Map.ofEntries(Map.entry("whole", official.readsWholeProvince()),
        Map.entry("readable", orNone(all.stream().map(Government::code).filter(official::mayRead).toList())),
        Map.entry("departments", orNone(official.departments())), Map.entry("groups", orNone(List.copyOf(official.groups()))),
        Map.entry("user", official.userId()),
        Map.entry("sentUp",
            orNone(official.groups().contains(Groups.NATIONAL_BUREAU)
                ? procedures.keys(procedure -> procedure.readBy().contains(Reader.NATIONAL_BUREAU))
                : List.of())),
        Map.entry("peopleOf", orNone(all.stream().map(Government::code).filter(official::handlesPeopleOf).toList())),
        Map.entry("aboutPeople", orNone(procedures.keys(Procedure::isAboutAPerson))), Map.entry("naming", orNone(namingOthers(official))),
        Map.entry("actsFor", orNone(all.stream().map(Government::code).filter(official::actsFor).toList())),
        Map.entry("governments", orNone(asked)), Map.entry("from", startOf(query.year() == null ? 1 : query.year())),
        Map.entry("to", startOf(query.year() == null ? 9999 : query.year() + 1)), Map.entry("most", MOST + 1)));
    List<String> words = query.terms();
    List<List<String>> named = known.namedBy(words);
    for (int i = 0; i < words.size(); i++) {
      // of letters and digits alone, no wildcard among them
      parameters.put("word" + i, "%" + words.get(i) + "%");
      parameters.put("named" + i, orNone(named.get(i)));
    }
    return new Scope(parameters, words.size());
  }

  /** @return procedure and kind of the documents that the official does not read, since they name people of other bodies */
  private List<String> namingOthers(Official official) {
    return !official.readsWholeProvince() || official.groups().contains(Groups.AUDIT) ? List.of()
        : procedures.keys(procedure -> !procedure.namedIn().isEmpty())
            .stream()
            .flatMap(key -> procedures.of(key).namedIn().stream().map(kind -> key + " " + kind))
            .toList();
  }

  private List<SearchResult.Case> casesOf(SearchQuery query, Scope scope) {
    String state = query.state() == null ? ""
        : query.state() == SearchQuery.State.OPEN ? " and f.closed_at is null" : " and f.closed_at is not null";
    // one part for each table, since an index of parts of texts serves no condition that goes across tables
    String found = scope.eachWord("""
      (select c.case_number from case_file c where c.search_key like :word# or c.government_code in (:named#)
      union select c.case_number from office o join case_file c on c.office_id = o.id where o.search_key like :word#
      union select d.case_number from document d where d.search_key like :word#)""", " intersect ");
    return listed(jdbc
        .sql("select f.* from case_file f where " + READABLE_OR_HANDLED + ASKED_FOR + state + scope.and("f.case_number in (" + found + ")")
            + """
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
      """ + READABLE_OR_HANDLED + " and " + NOT_ANOTHERS_PEOPLE + """
      )) and o.government_code in (:governments) and o.status_since >= :from and o.status_since < :to
      """ + scope.and(scope.eachWord("(o.search_key like :word# or o.government_code in (:named#))", " and ")) + """
      order by length(o.register_number), o.register_number fetch first :most rows only""")
        .params(scope.parameters())
        .query((row, number) -> new SearchResult.Office(row.getString("register_number"), row.getString("name"),
            byCode.get(row.getString("government_code")).title(), OfficeStatus.valueOf(row.getString("status")).label()))
        .list();
  }

  private List<SearchResult.Document> documentsOf(Scope scope) {
    return jdbc
        .sql("select d.id, d.file_name, d.media_type, d.case_number, d.created_at from document d join case_file f on f.case_number "
            + "= d.case_number where " + READABLE + NOT_NAMING_OTHERS + ASKED_FOR.replace("f.opened_at", "d.created_at")
            + scope.and(scope.eachWord("d.search_key like :word#", " or ")) + scope.and(scope.eachWord("""
              (d.search_key like :word# or f.search_key like :word# or f.government_code in (:named#)
                or exists (select 1 from office o where o.id = f.office_id and o.search_key like :word#))""", " and ")) + """
              order by d.created_at desc, d.id fetch first :most rows only""")
        .params(scope.parameters())
        .query((row, number) -> new SearchResult.Document(row.getObject("id", UUID.class), row.getString("file_name"),
            row.getString("media_type"), row.getString("case_number"), row.getObject("created_at", OffsetDateTime.class)))
        .list();
  }

  private List<SearchResult.Person> peopleOf(Scope scope) {
    return jdbc
        .sql("select s.name, s.post, o.name as office, f.case_number, s.outcome from staff_member s join case_file f on "
            + "f.case_number = s.abolition_case" + " join office o on o.id = f.office_id where f.government_code in (:peopleOf) and "
            + READABLE + ASKED_FOR + scope.and(scope.eachWord("s.search_key like :word#", " or "))
            + scope.and(scope.eachWord("(s.search_key like :word# or o.search_key like :word# or f.government_code in (:named#))", " and "))
            + """
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
    Set<String> withOpenSteps = caseTasks.withOpenSteps(files.stream().map(CaseFile::caseNumber).toList());
    return files.stream()
        .map(file -> new SearchResult.Case(file.caseNumber(), file.title(), titles.getOrDefault(file.procedureKey(), file.procedureKey()),
            byCode.get(file.governmentCode()).title(), file.openedAt(), file.closedAt(),
            file.closedAt() != null && !withOpenSteps.contains(file.caseNumber())))
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
