package cn.gov.officecleanup.mechanism.register;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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

  /**
   * A city of the list.
   *
   * @param code GB/T 2260 code
   */
  public record City(String code, String name, Place place) {

    /** @return whether a place is called like it, with or without 市, or like a part of it */
    boolean isMeantBy(String written) {
      return written.contains(name.replaceFirst("市$", ""));
    }
  }

  private static final String RULED_ELSEWHERE = "另有规定";
  private static final int COLUMNS = 4;

  private final List<City> cities;
  private final Map<String, City> byPlace;

  /** @throws IOException the file cannot be read */
  public PlanCities(@Value("${cleanup.plan-cities}") Resource file) throws IOException {
    this.cities = file.getContentAsString(StandardCharsets.UTF_8)
        .lines()
        .skip(1)
        .filter(line -> !line.isBlank())
        .map(PlanCities::cells)
        .map(city -> new City(city[0], city[1], city[2].equals(RULED_ELSEWHERE) ? Place.RULED_ELSEWHERE : Place.WITHIN))
        .toList();
    this.byPlace = cities.stream().collect(Collectors.toUnmodifiableMap(city -> HostPlaces.cityOf(city.code()), Function.identity()));
  }

  /** @return where the place of a GB/T 2260 code is, as the plan sees it */
  public Place of(String code) {
    City city = byPlace.get(HostPlaces.cityOf(code));
    return city == null ? Place.BEYOND : city.place();
  }

  /** @return the cities that the plan is about, in the order of the list */
  public List<City> within() {
    return cities.stream().filter(city -> city.place() == Place.WITHIN).toList();
  }

  /**
   * @param code GB/T 2260 code of a place
   * @param written what it is called
   * @return the city of the list that the code or the name is of, where they do not go together; empty where nothing is known against it
   */
  Optional<City> contradicting(String code, String written) {
    City ofCode = byPlace.get(HostPlaces.cityOf(code));
    return ofCode != null ? Optional.of(ofCode).filter(city -> !city.isMeantBy(written))
        : cities.stream().filter(city -> written.equals(city.name()) || (written + "市").equals(city.name())).findFirst();
  }

  private static String[] cells(String line) {
    String[] cells = line.split(",");
    if (cells.length != COLUMNS || !HostPlaces.wellFormed(cells[0])) {
      throw new IllegalArgumentException("cleanup.plan-cities: not a code, a name, a kind and a mark: " + line);
    }
    return cells;
  }
}
