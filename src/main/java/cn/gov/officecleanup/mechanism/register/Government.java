package cn.gov.officecleanup.mechanism.register;

/**
 * A government that may send offices.
 *
 * @param code GB/T 2260 code, six digits, as of 2015
 * @param name e.g. 洛阳市
 * @param level its level; county for the province-administered ones
 * @param parentCode code of the city (of a county) or province (of a city) it lies in; null for the province
 * @param provinceAdministered whether it is a province-administered county or city (省直管县、市)
 */
public record Government(String code, String name, GovernmentLevel level, String parentCode, boolean provinceAdministered) {

  private static final int PROVINCE_DIGITS = 2;

  /** @return the government above it; a province-administered county answers to the province; null for the province */
  public String superiorCode() {
    return provinceAdministered ? code.substring(0, PROVINCE_DIGITS) + "0000" : parentCode;
  }

  /** @return code of the city that it is or, for a county, lies in and answers to; its own for all others */
  public String cityCode() {
    return level == GovernmentLevel.COUNTY && !provinceAdministered ? parentCode : code;
  }

  /** @return the government's full title, e.g. 洛阳市人民政府 */
  public String title() {
    return name + "人民政府";
  }
}
