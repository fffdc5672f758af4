package cn.gov.officecleanup.mechanism.register;

import java.util.Map;
import java.util.Set;

/**
 * Where host cities lie, told from their GB/T 2260 codes.
 */
public final class HostPlaces {

  private static final Set<String> MUNICIPALITIES = Set.of("11", "12", "31", "50");
  private static final String DIRECTLY_ADMINISTERED = "90";

  /** provinces by the first two digits, each with those it borders on (Hainan: across the strait); Taiwan, Hong Kong and Macao included */
  private static final Map<String, Set<String>> NEIGHBOURS = Map.ofEntries(Map.entry("11", Set.of("12", "13")),
      Map.entry("12", Set.of("11", "13")), Map.entry("13", Set.of("11", "12", "14", "15", "21", "37", "41")),
      Map.entry("14", Set.of("13", "15", "41", "61")), Map.entry("15", Set.of("13", "14", "21", "22", "23", "61", "62", "64")),
      Map.entry("21", Set.of("13", "15", "22")), Map.entry("22", Set.of("15", "21", "23")), Map.entry("23", Set.of("15", "22")),
      Map.entry("31", Set.of("32", "33")), Map.entry("32", Set.of("31", "33", "34", "37")),
      Map.entry("33", Set.of("31", "32", "34", "35", "36")), Map.entry("34", Set.of("32", "33", "36", "37", "41", "42")),
      Map.entry("35", Set.of("33", "36", "44")), Map.entry("36", Set.of("33", "34", "35", "42", "43", "44")),
      Map.entry("37", Set.of("13", "32", "34", "41")), Map.entry("41", Set.of("13", "14", "34", "37", "42", "61")),
      Map.entry("42", Set.of("34", "36", "41", "43", "50", "61")), Map.entry("43", Set.of("36", "42", "44", "45", "50", "52")),
      Map.entry("44", Set.of("35", "36", "43", "45", "46", "81", "82")), Map.entry("45", Set.of("43", "44", "52", "53")),
      Map.entry("46", Set.of("44")), Map.entry("50", Set.of("42", "43", "51", "52", "61")),
      Map.entry("51", Set.of("50", "52", "53", "54", "61", "62", "63")), Map.entry("52", Set.of("43", "45", "50", "51", "53")),
      Map.entry("53", Set.of("45", "51", "52", "54")), Map.entry("54", Set.of("51", "53", "63", "65")),
      Map.entry("61", Set.of("14", "15", "41", "42", "50", "51", "62", "64")), Map.entry("62", Set.of("15", "51", "61", "63", "64", "65")),
      Map.entry("63", Set.of("51", "54", "62", "65")), Map.entry("64", Set.of("15", "61", "62")), Map.entry("65", Set.of("54", "62", "63")),
      Map.entry("71", Set.of()), Map.entry("81", Set.of("44")), Map.entry("82", Set.of("44")));

  private HostPlaces() {
  }

  /** @return whether the code has six digits and begins with a province's */
  public static boolean wellFormed(String code) {
    return code.matches("\\d{6}") && NEIGHBOURS.containsKey(province(code));
  }

  /** @return whether two codes lie in one city: one municipality, one prefecture, or one county-level city under a province itself */
  public static boolean sameCity(String code, String other) {
    return cityOf(code).equals(cityOf(other));
  }

  public static boolean sameOrNeighbouringProvince(String code, String other) {
    return province(code).equals(province(other)) || NEIGHBOURS.get(province(code)).contains(province(other));
  }

  private static String province(String code) {
    return code.substring(0, 2);
  }

  /** @return what the codes of one city have in common, see {@link #sameCity} */
  public static String cityOf(String code) {
    if (MUNICIPALITIES.contains(province(code))) {
      return province(code);
    }
    String prefecture = code.substring(0, 4);
    return prefecture.endsWith(DIRECTLY_ADMINISTERED) ? code : prefecture;
  }
}
