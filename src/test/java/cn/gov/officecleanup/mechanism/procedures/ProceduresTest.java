package cn.gov.officecleanup.mechanism.procedures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import cn.gov.officecleanup.mechanism.procedures.Procedure.CaseOf;
import cn.gov.officecleanup.mechanism.procedures.Procedure.Reader;
import cn.gov.officecleanup.mechanism.procedures.Procedure.Starter;
import cn.gov.officecleanup.mechanism.procedures.Procedure.Watcher;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the models say of the procedures, all of it: who gives a right or opens personal data by a property has to say so here as well. */
class ProceduresTest {

  private final Procedures procedures = new Procedures();

  @ParameterizedTest
  @MethodSource
  void theyAreStartedBy(Starter starter, List<String> keys) {
    assertThat(procedures.keys(procedure -> procedure.startedBy().contains(starter))).containsExactlyInAnyOrderElementsOf(keys);
  }

  static Stream<Arguments> theyAreStartedBy() {
    return Stream.of(arguments(Starter.EVERYBODY, List.of("substitution", "substitution-end")),
        arguments(Starter.GOVERNMENTS,
            List.of("retention-application", "office-establishment", "retention-change", "application-withdrawal", "office-abolition",
                "entity-decoupling", "register-import", "register-export", "report-correction", "case-urging", "staff-posting",
                "posting-change", "disclosure-correction", "reception-budget", "reception-standard", "reception-supplier",
                "reception-refund", "reception-revocation", "appraisal-correction")),
        arguments(Starter.OFFICES, List.of("official-reception")), arguments(Starter.HEADS, List.of("reception-revocation")),
        arguments(Starter.DEPARTMENTS, List.of("report-correction", "case-urging")),
        arguments(Starter.BUREAU,
            List.of("register-import", "import-withdrawal", "register-export", "office-abolition", "entity-decoupling",
                "abolition-by-disposition", "cleanup-campaign", "calendar-loading", "template-revision", "year-overview", "inspection",
                "inspection-plan")),
        arguments(Starter.PETITION, List.of("complaint-handling")), arguments(Starter.AUDIT, List.of("ledger-audit")));
  }

  @Test
  void whatIsReadByOthersThanThoseInChargeIsAboutAPersonOrSentToTheNationalBureau() {
    assertThat(procedures.keys(Procedure::isAboutAPerson)).containsExactlyInAnyOrder("staff-placement", "staff-posting", "staff-rotation",
        "rotation-plan");
    assertThat(procedures.keys(procedure -> procedure.readBy().contains(Reader.NATIONAL_BUREAU))).containsExactly("provincial-report");
    assertThat(procedures.keys(procedure -> procedure.caseOf() != null && !procedure.readBy().contains(Reader.IN_CHARGE)))
        .containsExactlyInAnyOrder("staff-placement", "staff-posting", "staff-rotation", "rotation-plan");
    assertThat(procedures.of("office-abolition").personalForms()).containsExactly("abolition-staff");
    assertThat(procedures.keys(procedure -> !procedure.personalForms().isEmpty())).containsExactly("office-abolition");
    assertThat(procedures.keys(procedure -> !procedure.namedIn().isEmpty())).containsExactly("official-reception");
  }

  @Test
  void ofInspectionsNobodyKnowsBeforeTheyAreOpened() {
    assertThat(procedures.keys(Procedure::isConfided)).containsExactly("complaint-handling", "inspection", "inspection-plan");
  }

  @Test
  void auditorsSeeInstancesOfWhatIsAboutAssets() {
    assertThat(procedures.keys(procedure -> procedure.watchedBy().contains(Watcher.AUDIT))).containsExactly("asset-disposal",
        "disposal-approval", "entity-decoupling", "office-abolition");
  }

  @Test
  void unitsUrgeInTheirOwnCases() {
    assertThat(procedures.keys(Procedure::urgeable)).containsExactlyInAnyOrder("retention-application", "office-establishment",
        "office-abolition", "asset-disposal", "staff-placement", "office-integration", "locality-report", "county-report",
        "retention-change", "entity-decoupling", "staff-posting", "staff-rotation", "official-reception", "reception-disclosure",
        "annual-appraisal", "reception-shortage", "reception-recovery", "appraisal-correction", "rotation-plan", "term-audit");
  }

  @Test
  void besideACaseRunWhatUrgesAsksAndTells() {
    assertThat(procedures.keys(Procedure::beside)).containsExactlyInAnyOrder("supervision", "case-urging", "opinion-request", "assistance",
        "case-circulation", "deadline-extension");
    assertThat(procedures.keys(Procedure::supervises)).containsExactly("supervision");
    assertThat(Stream.of("case-urging", "opinion-request", "assistance", "case-circulation", "deadline-extension")
        .flatMap(key -> procedures.of(key).notes().stream()))
        .containsExactlyInAnyOrder("urge", "answer", "assist", "read", "grant", "resume");
    assertThat(procedures.keys(procedure -> !procedure.notes().isEmpty())).hasSize(5);
  }

  @Test
  void casesHaveThePrefixesThatTheirNumbersAlwaysHad() {
    assertThat(procedures.keys(procedure -> procedure.casePrefix() != null)
        .stream()
        .collect(Collectors.toMap(key -> key, key -> procedures.of(key).casePrefix())))
        .isEqualTo(Map.ofEntries(Map.entry("asset-disposal", "ZC"), Map.entry("calendar-loading", "RL"),
            Map.entry("cleanup-campaign", "QL"), Map.entry("ledger-audit", "SJ"), Map.entry("locality-report", "BG"),
            Map.entry("county-report", "XB"), Map.entry("office-abolition", "CX"), Map.entry("office-establishment", "SL"),
            Map.entry("office-integration", "ZH"), Map.entry("provincial-report", "HZ"), Map.entry("register-export", "DJ"),
            Map.entry("register-import", "DJ"), Map.entry("import-withdrawal", "DJ"), Map.entry("entity-decoupling", "TG"),
            Map.entry("retention-application", "BL"), Map.entry("retention-change", "GB"), Map.entry("staff-placement", "RY"),
            Map.entry("reception-disclosure", "GK"), Map.entry("annual-appraisal", "KH"), Map.entry("appraisal-correction", "KG"),
            Map.entry("year-overview", "TB"), Map.entry("staff-posting", "RZ"), Map.entry("staff-rotation", "LH"),
            Map.entry("rotation-plan", "JH"), Map.entry("term-audit", "RS"), Map.entry("template-revision", "MB"),
            Map.entry("official-reception", "JD"), Map.entry("reception-shortage", "QK"), Map.entry("reception-recovery", "ZK"),
            Map.entry("inspection", "XC"), Map.entry("inspection-plan", "XJ"), Map.entry("complaint-handling", "XF")));
  }

  @Test
  void anAppraisalADisclosureAndThePlanOfTheYearAheadBeginByThemselvesEveryYear() {
    assertThat(procedures.keys(Procedure::yearly)).containsExactlyInAnyOrder("annual-appraisal", "reception-disclosure", "rotation-plan");
    assertThat(procedures.keys(Procedure::yearAhead)).containsExactly("rotation-plan");
  }

  @Test
  void casesOfTheBureauAreNoUnits() {
    assertThat(procedures.keys(procedure -> procedure.caseOf() == CaseOf.BUREAU)).containsExactlyInAnyOrder("cleanup-campaign",
        "provincial-report", "register-import", "import-withdrawal", "register-export", "ledger-audit", "calendar-loading",
        "template-revision", "year-overview", "inspection", "inspection-plan", "complaint-handling");
    assertThat(procedures.keys(procedure -> procedure.caseOf() == CaseOf.UNIT))
        .containsExactlyInAnyOrderElementsOf(procedures.keys(Procedure::urgeable));
  }

  @Test
  void anAbolitionFreezesAssetsAndIsCountedByTheReportsAsAnApplicationIs() {
    assertThat(procedures.keys(Procedure::freezesAssets)).containsExactly("office-abolition");
    assertThat(procedures.of("office-abolition").countedAs()).isEqualTo("ABOLITIONS_OPEN");
    assertThat(procedures.of("retention-application").countedAs()).isEqualTo("APPLICATIONS_OPEN");
    assertThat(procedures.keys(procedure -> procedure.countedAs() != null)).hasSize(2);
  }

  @Test
  void aCaseWhoseProcedureHasNoModelIsReadByThoseInCharge() {
    assertThat(procedures.of("no-such-procedure").readBy()).containsExactly(Reader.IN_CHARGE);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', textBlock = """
    caseOf=unit casePrefix=AB caseTitle=t readBy=inCharge | by whom it is started
    startedBy=nobody | unknown word nobody in startedBy
    startedBy=bureau,application | unknown word application in startedBy
    startedBy=bureau caseOf=unit casePrefix=AB caseTitle=t | whose they are and who reads them
    startedBy=bureau readBy=people | whose they are and who reads them
    startedBy=bureau caseOf=unit,bureau casePrefix=AB caseTitle=t readBy=people | whose they are and who reads them
    startedBy=bureau caseOf=town casePrefix=AB caseTitle=t readBy=people | unknown word town in caseOf
    startedBy=bureau caseOf=unit caseTitle=t readBy=people | a number and a title
    startedBy=bureau caseOf=unit casePrefix=ab caseTitle=t readBy=people | a number and a title
    startedBy=bureau caseOf=unit casePrefix=AB readBy=people | a number and a title
    startedBy=bureau casePrefix=AB | a number and a title
    startedBy=bureau reserves=office | a number and a title
    startedBy=bureau caseOf=unit casePrefix=AB caseTitle=t readBy=inCharge,people | either those in charge or those who handle people
    startedBy=bureau caseOf=unit casePrefix=AB caseTitle=t readBy=people,office | either those in charge or those who handle people
    startedBy=bureau caseOf=unit casePrefix=AB caseTitle=t readBy=office | either those in charge or those who handle people
    startedBy=bureau caseOf=unit casePrefix=AB caseTitle=t readBy=nationalBureau | either those in charge or those who handle people
    startedBy=bureau caseOf=unit casePrefix=AB caseTitle=t readBy=all | unknown word all in readBy
    startedBy=bureau watchedBy=bureau | unknown word bureau in watchedBy
    startedBy=bureau beside=yes | yes in beside
    startedBy=bureau beside=true caseOf=unit casePrefix=AB caseTitle=t readBy=inCharge | opens cases or runs beside
    startedBy=bureau notes=step | opens cases or runs beside
    startedBy=bureau supervises=true | opens cases or runs beside
    startedBy=bureau urgeable=true | opens no cases
    startedBy=bureau freezesAssets=true | opens no cases
    startedBy=bureau countedAs=FIGURE | opens no cases
    startedBy=application yearly=true | opens no cases
    startedBy=application furtherBy=version | is not yearly
    startedBy=application yearAhead=true | is not yearly
    startedBy=bureau | for what one thing
    startedBy=bureau startedFor=work,offices | for what one thing
    startedBy=application startedFor=work | for what one thing
    startedBy=bureau startedFor=fun | unknown word fun in startedFor
    """)
  void whatIsIncompleteOrContradictsItselfIsRefused(String properties, String says) {
    Map<String, String> given = Arrays.stream(properties.split(" "))
        .map(property -> property.split("="))
        .collect(Collectors.toMap(property -> property[0], property -> property[1].replace(',', ' ')));
    assertThatThrownBy(() -> Procedure.of("sample", given)).isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("sample")
        .hasMessageContaining(says);
  }
}
