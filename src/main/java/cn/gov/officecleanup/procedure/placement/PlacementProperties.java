package cn.gov.officecleanup.procedure.placement;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Terms and ages of placements; configuration, so that a lawyer's correction is one line.
 *
 * @param objectionDays days after the day a person is told within which the person may object
 * @param retirementMen statutory age of retirement before the reform of 2025, years
 * @param retirementWomen the same for women who are civil servants or public-institution staff
 * @param retirementWorkers the same for other women
 * @param wageCapTimes how many times the local average wage counts at most for the compensation
 * @param yearsCap how many years count at most where the wage is capped
 */
@ConfigurationProperties("cleanup.placement")
record PlacementProperties(@DefaultValue("15") int objectionDays, @DefaultValue("60") int retirementMen,
    @DefaultValue("55") int retirementWomen, @DefaultValue("50") int retirementWorkers, @DefaultValue("3") int wageCapTimes,
    @DefaultValue("12") int yearsCap) {
}
