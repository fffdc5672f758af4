package cn.gov.officecleanup.mechanism.register;

import cn.gov.officecleanup.mechanism.platform.Decisions;
import cn.gov.officecleanup.mechanism.province.Province;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.springframework.stereotype.Service;

/**
 * Says what the implementation plan provides for an office (C1–C4, C8–C11): computes the inputs of the decision {@code office-disposition}
 * from the register and lets the engine decide.
 */
@Service
public class OfficeDispositions {

  /** key of the decision */
  public static final String DECISION = "office-disposition";

  private final Decisions decisions;
  private final OfficeRegister register;
  private final Governments governments;
  private final Province province;
  private final PlanCities planCities;
  private final Clock clock;

  public OfficeDispositions(Decisions decisions, OfficeRegister register, Governments governments, Province province, PlanCities planCities,
      Clock clock) {
    this.decisions = decisions;
    this.register = register;
    this.governments = governments;
    this.province = province;
    this.planCities = planCities;
    this.clock = clock;
  }

  /** @return what the plan provides for the office as the register stands today, whatever has been decided about it already */
  public DispositionResult of(Office office) {
    return of(office, register::officesOf);
  }

  /**
   * @param officesOf the offices of a government by its code, as the register would have them
   * @return what the plan provides for the office where the register stands like that
   */
  DispositionResult of(Office office, Function<String, List<Office>> officesOf) {
    DmnDecisionRuleResult rule = decisions.single(DECISION, inputsOf(office, officesOf));
    return new DispositionResult(Disposition.valueOf(rule.getEntry("disposition")), rule.getEntry("clause"), rule.getEntry("reason"));
  }

  /** The inputs, named as in the decision; their meaning is explained in its description. */
  Map<String, Object> inputsOf(Office office) {
    return inputsOf(office, register::officesOf);
  }

  private Map<String, Object> inputsOf(Office office, Function<String, List<Office>> officesOf) {
    Government sender = governments.get(office.governmentCode());
    return Map.of("senderLevel", sender.level().name(), "senderKind", office.entry().senderKind().name(), "hostPlace", hostPlace(office),
        "workKind", specialWorkEnded(office) ? "SPECIAL_WORK_ENDED" : office.entry().workKind().name(), "cityOfficeInSamePlace",
        cityOfficeInSamePlace(office, sender, officesOf), "otherOffices", otherOffices(office, officesOf), "capital",
        province.capitalInShort(), "hostCity", office.entry().hostCityName());
  }

  private String hostPlace(Office office) {
    String code = office.entry().hostCityCode();
    if (province.capitalContains(code)) {
      return "CAPITAL";
    }
    if (province.contains(code)) {
      return "ELSEWHERE_IN_PROVINCE";
    }
    return switch (planCities.of(code)) {
      case WITHIN -> "OUTSIDE_PROVINCE";
      case RULED_ELSEWHERE -> "RULED_ELSEWHERE";
      case BEYOND -> "BEYOND_PLAN";
    };
  }

  /** C4: the last day itself still belongs to the work. */
  private boolean specialWorkEnded(Office office) {
    LocalDate end = office.entry().specialWorkEnd();
    return office.entry().workKind() == WorkKind.SPECIAL_WORK && end != null && end.isBefore(LocalDate.now(clock));
  }

  /** C10 speaks of counties under the city; a province-administered one is not. */
  private boolean cityOfficeInSamePlace(Office office, Government sender, Function<String, List<Office>> officesOf) {
    return sender.level() == GovernmentLevel.COUNTY && !sender.provinceAdministered()
        && present(officesOf.apply(sender.parentCode())).stream()
            .filter(other -> other.entry().senderKind() == SenderKind.GOVERNMENT)
            .anyMatch(other -> inSameCity(office, other));
  }

  private String otherOffices(Office office, Function<String, List<Office>> officesOf) {
    List<Office> others = present(officesOf.apply(office.governmentCode())).stream()
        .filter(other -> other.id() != office.id() && hostPlace(other).equals("OUTSIDE_PROVINCE"))
        .toList();
    if (others.stream().anyMatch(other -> inSameCity(office, other))) {
      return "SAME_CITY";
    }
    boolean near = others.stream()
        .filter(other -> other.entry().workKind() == WorkKind.GENERAL && other.entry().senderKind() == SenderKind.GOVERNMENT)
        .anyMatch(other -> HostPlaces.sameOrNeighbouringProvince(office.entry().hostCityCode(), other.entry().hostCityCode()));
    return near ? "SAME_OR_NEIGHBOURING_PROVINCE" : "NONE";
  }

  private List<Office> present(List<Office> offices) {
    return offices.stream().filter(office -> office.status().standing() && !specialWorkEnded(office)).toList();
  }

  private static boolean inSameCity(Office office, Office other) {
    return HostPlaces.sameCity(office.entry().hostCityCode(), other.entry().hostCityCode());
  }
}
