package cn.gov.officecleanup.mechanism.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The decision table by itself, as the file states it. */
class OfficeDispositionDecisionTest {

  private static final Map<String, List<Object>> DOMAIN = new LinkedHashMap<>();

  static {
    DOMAIN.put("senderLevel", List.of("PROVINCE", "CITY", "COUNTY"));
    DOMAIN.put("senderKind", List.of("GOVERNMENT", "DEPARTMENT"));
    DOMAIN.put("hostPlace", List.of("CAPITAL", "ELSEWHERE_IN_PROVINCE", "OUTSIDE_PROVINCE", "RULED_ELSEWHERE", "BEYOND_PLAN"));
    DOMAIN.put("workKind", List.of("GENERAL", "PAIRED_ASSISTANCE", "SPECIAL_WORK", "SPECIAL_WORK_ENDED"));
    DOMAIN.put("cityOfficeInSamePlace", List.of(true, false));
    DOMAIN.put("otherOffices", List.of("NONE", "SAME_CITY", "SAME_OR_NEIGHBOURING_PROVINCE"));
  }

  private static final DmnEngine ENGINE = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
  private static final DmnDecision TABLE = ENGINE.parseDecision(OfficeDispositions.DECISION,
      OfficeDispositionDecisionTest.class.getResourceAsStream("/processes/office-disposition.dmn"));

  @Test
  void everyCombinationMeetsExactlyOneRow() {
    List<Map<String, Object>> combinations = DOMAIN.entrySet()
        .stream()
        .reduce(List.of(Map.of("capital", "郑州", "hostCity", "武汉市")),
            (partial, input) -> partial.stream()
                .flatMap(known -> input.getValue().stream().map(value -> with(known, input.getKey(), value)))
                .toList(),
            (a, b) -> a);
    assertThat(combinations).hasSize(720);
    // hit policy UNIQUE: a second matching row would throw
    assertThat(combinations).allSatisfy(inputs -> {
      DmnDecisionTableResult result = ENGINE.evaluateDecisionTable(TABLE, inputs);
      assertThat(result).hasSize(1);
      Map<String, Object> row = result.getSingleResult().getEntryMap();
      assertThat(Disposition.valueOf((String) row.get("disposition"))).isNotNull();
      assertThat((String) row.get("clause")).matches("C\\d+(、C\\d+)*");
      assertThat((String) row.get("reason")).endsWith("。");
    });
  }

  @ParameterizedTest(name = "{0} {1} {2} {3} city={4} others={5}: {6} ({7})")
  @CsvSource({"COUNTY,GOVERNMENT,CAPITAL,GENERAL,false,NONE,ABOLISH,C1", "COUNTY,GOVERNMENT,CAPITAL,SPECIAL_WORK,true,NONE,ABOLISH,C1",
      "COUNTY,GOVERNMENT,CAPITAL,PAIRED_ASSISTANCE,false,NONE,ABOLISH,C1", "CITY,DEPARTMENT,CAPITAL,SPECIAL_WORK,false,NONE,ABOLISH,C2",
      "COUNTY,DEPARTMENT,CAPITAL,GENERAL,true,SAME_CITY,ABOLISH,C2",
      "CITY,GOVERNMENT,CAPITAL,GENERAL,false,NONE,MAY_APPLY_FOR_RETENTION,C3",
      "CITY,GOVERNMENT,CAPITAL,PAIRED_ASSISTANCE,false,NONE,MAY_APPLY_FOR_RETENTION,C3",
      "CITY,GOVERNMENT,CAPITAL,SPECIAL_WORK,false,NONE,MAY_APPLY_FOR_RETENTION,C3、C4",
      "CITY,GOVERNMENT,CAPITAL,SPECIAL_WORK_ENDED,false,NONE,ABOLISH,C4",
      "COUNTY,GOVERNMENT,OUTSIDE_PROVINCE,SPECIAL_WORK_ENDED,true,SAME_CITY,ABOLISH,C4",
      "CITY,GOVERNMENT,OUTSIDE_PROVINCE,GENERAL,false,SAME_CITY,INTEGRATE,C8",
      "CITY,DEPARTMENT,OUTSIDE_PROVINCE,SPECIAL_WORK,false,SAME_CITY,INTEGRATE,C8",
      "CITY,GOVERNMENT,OUTSIDE_PROVINCE,GENERAL,false,SAME_OR_NEIGHBOURING_PROVINCE,INTEGRATE,C9",
      "CITY,GOVERNMENT,OUTSIDE_PROVINCE,SPECIAL_WORK,false,SAME_OR_NEIGHBOURING_PROVINCE,RETAIN_UNTIL_SPECIAL_WORK_ENDS,C4",
      "COUNTY,GOVERNMENT,OUTSIDE_PROVINCE,GENERAL,true,SAME_CITY,CO_LOCATE,C10",
      "COUNTY,DEPARTMENT,OUTSIDE_PROVINCE,GENERAL,true,NONE,CO_LOCATE,C10",
      "COUNTY,GOVERNMENT,OUTSIDE_PROVINCE,GENERAL,false,SAME_CITY,INTEGRATE,C8",
      "COUNTY,GOVERNMENT,OUTSIDE_PROVINCE,PAIRED_ASSISTANCE,true,SAME_CITY,RETAIN_PAIRED_ASSISTANCE,C11",
      "PROVINCE,DEPARTMENT,OUTSIDE_PROVINCE,PAIRED_ASSISTANCE,false,SAME_CITY,RETAIN_PAIRED_ASSISTANCE,C11",
      "CITY,GOVERNMENT,OUTSIDE_PROVINCE,GENERAL,false,NONE,NO_MEASURE,C12",
      "PROVINCE,GOVERNMENT,CAPITAL,GENERAL,false,NONE,OUTSIDE_PLAN,C12",
      "CITY,GOVERNMENT,ELSEWHERE_IN_PROVINCE,GENERAL,false,NONE,OUTSIDE_PLAN,C12",
      "CITY,DEPARTMENT,OUTSIDE_PROVINCE,GENERAL,false,SAME_OR_NEIGHBOURING_PROVINCE,NO_MEASURE,C12",
      "COUNTY,DEPARTMENT,OUTSIDE_PROVINCE,GENERAL,false,SAME_OR_NEIGHBOURING_PROVINCE,NO_MEASURE,C12",
      "COUNTY,GOVERNMENT,RULED_ELSEWHERE,SPECIAL_WORK_ENDED,true,SAME_CITY,OUTSIDE_PLAN,C12",
      "CITY,DEPARTMENT,BEYOND_PLAN,PAIRED_ASSISTANCE,false,SAME_CITY,OUTSIDE_PLAN,C12"})
  void theTableSaysWhatThePlanSays(String level, String kind, String place, String work, boolean city, String others, String disposition,
      String clause) {
    DmnDecisionTableResult result = ENGINE.evaluateDecisionTable(TABLE, Map.of("senderLevel", level, "senderKind", kind, "hostPlace", place,
        "workKind", work, "cityOfficeInSamePlace", city, "otherOffices", others, "capital", "郑州", "hostCity", "武汉市"));
    assertThat(result.getSingleResult().getEntryMap()).containsEntry("disposition", disposition).containsEntry("clause", clause);
  }

  private static Map<String, Object> with(Map<String, Object> known, String name, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(known);
    more.put(name, value);
    return more;
  }
}
