package cn.gov.officecleanup.mechanism.register;

import cn.gov.officecleanup.mechanism.text.SearchText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * By what who looks for a government knows it: its code, its name and its pinyin; those of a place whose code was replaced, retired and
 * present, as well.
 */
@Component
public class KnownGovernments {

  private static final int CODE = 6;
  /** 市 or 县 alone names nobody */
  private static final int LEAST = 2;

  private final Governments governments;
  private final GovernmentSuccessors successors;
  private final PlanCities cities;
  private final Map<Government, Set<String>> known = new ConcurrentHashMap<>();

  KnownGovernments(Governments governments, GovernmentSuccessors successors, PlanCities cities) {
    this.governments = governments;
    this.successors = successors;
    this.cities = cities;
  }

  /**
   * @param words in the form of {@link SearchText#words}
   * @return for each word the codes of the governments that it names, wholly or by part of the name
   */
  public List<List<String>> namedBy(List<String> words) {
    List<Government> all = governments.all();
    return words.stream()
        .map(word -> all.stream()
            .filter(government -> known.computeIfAbsent(government, this::partsOf).stream().anyMatch(part -> names(part, word)))
            .map(Government::code)
            .toList())
        .toList();
  }

  /**
   * @param unit name of a unit
   * @param cityCode GB/T 2260 code of a place in a city
   * @return name of a county or district of that city, present or retired, that the unit's name contains, where it contains no other
   * city's: several cities have districts of one name. Empty for a city whose districts are not known here
   */
  public Optional<String> districtIn(String unit, String cityCode) {
    String city = HostPlaces.cityOf(cityCode);
    List<Government> all = governments.all();
    boolean elsewhere = Stream
        .concat(all.stream().filter(government -> government.level() == GovernmentLevel.CITY).map(NamedCity::of),
            cities.within().stream().map(NamedCity::of))
        .anyMatch(other -> !other.code().equals(city) && unit.contains(other.inShort()));
    return elsewhere ? Optional.empty()
        : all.stream()
            .filter(government -> government.level() == GovernmentLevel.COUNTY && !government.provinceAdministered()
                && HostPlaces.cityOf(government.code()).equals(city))
            .flatMap(government -> Stream.concat(Stream.of(government.name()), successors.otherNamesOf(government.code())))
            .filter(name -> !Character.isDigit(name.charAt(0)) && unit.contains(name))
            .findFirst();
  }

  /** A city by its code, as it stands in names of units. */
  private record NamedCity(String code, String inShort) {

    static NamedCity of(Government government) {
      return new NamedCity(HostPlaces.cityOf(government.code()), inShort(government.name()));
    }

    static NamedCity of(PlanCities.City city) {
      return new NamedCity(HostPlaces.cityOf(city.code()), inShort(city.name()));
    }

    private static String inShort(String name) {
      return name.replaceFirst("(?<=..)市$", "");
    }
  }

  private Set<String> partsOf(Government government) {
    return Stream.concat(Stream.of(government.code(), government.name()), successors.otherNamesOf(government.code()))
        .flatMap(text -> SearchText.parts(text).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static boolean names(String part, String word) {
    String name = word.endsWith("人民政府") ? word.substring(0, word.length() - "人民政府".length()) : word;
    boolean code = Character.isDigit(part.charAt(0));
    return code ? part.equals(name) && name.length() == CODE : name.length() >= LEAST && part.startsWith(name);
  }
}
