package cn.gov.officecleanup.procedure.inspection;

/**
 * The inspections of a year (C14).
 *
 * @param byRisk how many offices are inspected since most speaks for it
 * @param byChance how many of the others are drawn
 * @param seed of the draw, by which it can be repeated
 * @param purpose what the inspections of the year are about; null until the plan is written
 * @param planNumber null until it is signed
 */
record InspectionPlan(String caseNumber, int planYear, int byRisk, int byChance, long seed, String purpose, String planNumber) {
}
