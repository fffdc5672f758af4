package cn.gov.officecleanup.edge.board;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.Collectors;

/**
 * What was counted at a moment, each by its unit. Figures are the lengths of the lists that it gives, so that neither can say anything else
 * than the other.
 */
final class Situation {

  private final Map<BoardFigure, Set<Long>> offices = new EnumMap<>(BoardFigure.class);
  private final Map<String, List<Long>> officesOfUnit = new HashMap<>();
  private final Map<String, List<LateWork>> lateOfUnit;

  /**
   * A piece of work that is late.
   *
   * @param supervisionId the 督办 about it; null where there is none
   */
  record LateWork(String subject, String caseNumber, Long officeId, String stepName, String lateGroup, LocalDate lastDay,
      String supervisionId, String unit) {
  }

  /** @param late the same work once for each time that it was noted, in their order */
  Situation(Map<BoardFigure, Set<Long>> counted, Map<Long, String> unitOfOffice, List<LateWork> late) {
    offices.putAll(counted);
    unitOfOffice.forEach((office, unit) -> officesOfUnit.computeIfAbsent(unit, code -> new ArrayList<>()).add(office));
    lateOfUnit = late.stream().collect(Collectors.groupingBy(LateWork::unit));
  }

  /** @return codes of the units that something is counted for */
  Set<String> units() {
    return Stream.concat(officesOfUnit.entrySet()
        .stream()
        .filter(unit -> unit.getValue().stream().anyMatch(office -> offices.values().stream().anyMatch(ids -> ids.contains(office))))
        .map(Map.Entry::getKey), lateOfUnit.keySet().stream()).collect(Collectors.toSet());
  }

  /** @return ids of a unit's offices that a figure counts */
  List<Long> offices(BoardFigure figure, String unit) {
    Set<Long> counted = offices.getOrDefault(figure, Set.of());
    return officesOfUnit.getOrDefault(unit, List.of()).stream().filter(counted::contains).sorted().toList();
  }

  /** @return the unit's work that a figure counts: each piece once, or each 督办 once; as it was noted last */
  List<LateWork> work(BoardFigure figure, String unit) {
    Function<LateWork, String> one = switch (figure) {
      case LATE -> LateWork::subject;
      case SUPERVISIONS -> LateWork::supervisionId;
      default -> work -> null;
    };
    return List.copyOf(lateOfUnit.getOrDefault(unit, List.of())
        .stream()
        .filter(work -> one.apply(work) != null)
        .collect(Collectors.toMap(one, Function.identity(), (first, last) -> last, LinkedHashMap::new))
        .values());
  }

  /** @return how many of a unit's a figure counts */
  int count(BoardFigure figure, String unit) {
    return offices(figure, unit).size() + work(figure, unit).size();
  }

  /** @return what had become of an office, in words; empty for one that was not in the register */
  Optional<String> statusOf(long office) {
    return Stream
        .of(BoardFigure.RETAINED, BoardFigure.NO_MEASURE, BoardFigure.MERGED, BoardFigure.ABOLISHED, BoardFigure.TO_BE_ABOLISHED,
            BoardFigure.PENDING, BoardFigure.ESTABLISHED)
        .filter(figure -> offices.getOrDefault(figure, Set.of()).contains(office))
        .map(BoardFigure::label)
        .findFirst();
  }
}
