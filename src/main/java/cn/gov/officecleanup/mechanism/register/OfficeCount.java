package cn.gov.officecleanup.mechanism.register;

/**
 * How many offices of one government in one city have one status (C21).
 *
 * @param governmentCode sending government
 * @param hostCityCode city the offices are in
 * @param status what has become of them
 * @param newlyEstablished whether they were approved as new offices (C5)
 * @param offices number of offices, 1 or more
 */
record OfficeCount(String governmentCode, String hostCityCode, OfficeStatus status, boolean newlyEstablished, int offices) {
}
