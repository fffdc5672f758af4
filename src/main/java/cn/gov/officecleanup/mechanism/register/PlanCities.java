package cn.gov.officecleanup.mechanism.register;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * The cities whose offices the plan is about: provincial capitals, and what the State Council office's opinion of 2015 puts beside them.
 * Reference data of an installation, read from the file that {@code cleanup.plan-cities} names: GB/T 2260 code, name, kind, and how sure it
 * is (T read in the law's text, S second-hand, * from knowledge). An office elsewhere is outside the plan.
 */
@Component
public class PlanCities {

  /** Where an office is, as the plan sees it. */
  public enum Place {
    /** in a city that the plan is about */
    WITHIN,
    /** in one for whose offices the State has rules of their own, such as Beijing */
    RULED_ELSEWHERE,
    /** anywhere else */
    BEYOND
  }

  private static final String RULED_ELSEWHERE = "另有规定";
  private static final int COLUMNS = 4;

  private final Map<String, Place> places;

  /** @throws IOException the file cannot be read */
  public PlanCities(@Value("${cleanup.plan-cities}") Resource file) throws IOException {
    this.places = file.getContentAsString(StandardCharsets.UTF_8)
        .lines()
        .skip(1)
        .filter(line -> !line.isBlank())
        .map(PlanCities::cells)
        .collect(Collectors.toUnmodifiableMap(city -> HostPlaces.cityOf(city[0]),
            city -> city[2].equals(RULED_ELSEWHERE) ? Place.RULED_ELSEWHERE : Place.WITHIN));
  }

  /** @return where the place of a GB/T 2260 code is, as the plan sees it */
  public Place of(String code) {
    return places.getOrDefault(HostPlaces.cityOf(code), Place.BEYOND);
  }

  private static String[] cells(String line) {
    String[] cells = line.split(",");
    if (cells.length != COLUMNS || !HostPlaces.wellFormed(cells[0])) {
      throw new IllegalArgumentException("cleanup.plan-cities: not a code, a name, a kind and a mark: " + line);
    }
    return cells;
  }
}
