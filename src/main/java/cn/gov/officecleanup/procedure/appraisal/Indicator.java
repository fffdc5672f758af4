package cn.gov.officecleanup.procedure.appraisal;

/**
 * What is looked at in a year.
 *
 * @param key by which points and facts refer to it
 * @param weight whole number; those of a year sum to 100
 * @param development whether it is one of those that count 60 together at least (C16): cooperation, social management, public service
 */
record Indicator(String key, String name, int weight, boolean development) {
}
