package cn.gov.officecleanup.procedure.placement;

import java.time.LocalDate;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Terms, ages and amounts of placements; configuration with its source beside it, so that a lawyer's correction is one line.
 *
 * @param objectionDays days after the day a person is told within which the person may object
 * @param reviewDays days within which a civil servant may ask the deciding organ for a review
 * @param appealDays days after the answer to that within which a civil servant may appeal
 * @param arbitrationYears years within which a labour dispute goes to arbitration
 * @param retirementMen statutory age of retirement before the reform of 2025, years; also of women of county rank or with a senior title
 * @param retirementWomen the same for other women who are civil servants or public-institution staff, or in managerial posts
 * @param retirementWorkers the same for other women
 * @param flexibleMonths how many months retirement may be brought forward or deferred flexibly at most
 * @param contractLawFrom first day of the labour contract law, by which years from then on are compensated
 * @param monthsCapBefore how many months the years before it count at most
 * @param wageCapTimes how many times the local average wage counts at most for the years from it
 * @param yearsCap how many years from it count at most where the wage is capped
 */
@ConfigurationProperties("cleanup.placement")
record PlacementProperties(@DefaultValue("15") int objectionDays, @DefaultValue("30") int reviewDays, @DefaultValue("15") int appealDays,
    @DefaultValue("1") int arbitrationYears, @DefaultValue("60") int retirementMen, @DefaultValue("55") int retirementWomen,
    @DefaultValue("50") int retirementWorkers, @DefaultValue("36") int flexibleMonths,
    @DefaultValue("2008-01-01") LocalDate contractLawFrom, @DefaultValue("12") int monthsCapBefore, @DefaultValue("3") int wageCapTimes,
    @DefaultValue("12") int yearsCap) {
}
