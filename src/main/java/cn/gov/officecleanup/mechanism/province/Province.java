package cn.gov.officecleanup.mechanism.province;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The province that this installation serves. Everything that differs from province to province is here, and the names of its governments
 * in the file that {@code cleanup.province.governments} names; the rest of the program says 省, 省会 and asks here.
 *
 * @param code GB/T 2260 code, e.g. 410000
 * @param name e.g. 河南省
 * @param shortForm its one character (简称), with which register numbers begin, e.g. 豫
 * @param capital the seat of its government (省会)
 * @param government title of its government, e.g. 河南省人民政府
 * @param governmentOffice the office that prints what the government issues, e.g. 河南省人民政府办公厅
 * @param bureau title of its bureau of government offices administration, e.g. 河南省机关事务管理局
 */
@ConfigurationProperties("cleanup.province")
public record Province(String code, String name, String shortForm, City capital, String government, String governmentOffice,
    String bureau) {

  private static final int PROVINCE_DIGITS = 2;
  private static final int CITY_DIGITS = 4;

  /**
   * A city.
   *
   * @param code GB/T 2260 code, e.g. 410100
   * @param name e.g. 郑州市
   */
  public record City(String code, String name) {
  }

  /** @throws IllegalArgumentException codes that are not those of a province and of a city in it */
  public Province {
    if (!code.matches("\\d{2}0000") || !capital.code().matches("\\d{4}00") || !inside(code, capital.code())) {
      throw new IllegalArgumentException("cleanup.province: %s is no province with the capital %s".formatted(code, capital.code()));
    }
  }

  /** @return whether the place of a GB/T 2260 code lies in the province */
  public boolean contains(String placeCode) {
    return inside(code, placeCode);
  }

  /** @return whether the place of a GB/T 2260 code lies in the capital */
  public boolean capitalContains(String placeCode) {
    return placeCode.startsWith(capital.code().substring(0, CITY_DIGITS));
  }

  /** @return the capital as it stands in names of offices, e.g. 郑州 */
  public String capitalInShort() {
    return capital.name().replaceFirst("市$", "");
  }

  /** @return full title of the plan that the cleanup carries out, without book-title marks */
  public String plan() {
    return name + "清理规范驻省会城市办事机构实施方案";
  }

  private static boolean inside(String province, String place) {
    return place.startsWith(province.substring(0, PROVINCE_DIGITS));
  }
}
