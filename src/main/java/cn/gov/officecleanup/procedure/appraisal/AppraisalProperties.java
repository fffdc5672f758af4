package cn.gov.officecleanup.procedure.appraisal;

import java.time.MonthDay;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What no law fixes of the appraisal; configuration, so that a lawyer's correction is one line.
 *
 * @param resultBy last day on which the result of the year before is told in time
 * @param indicators file with the indicators, from the year on in which they hold
 * @param excellentOfficialsPercent percent of an office's officials that may be excellent, rounded down
 * @param approvedPercent the same with an approval
 * @param grading how a score becomes a grade
 */
@ConfigurationProperties("cleanup.appraisal")
record AppraisalProperties(@DefaultValue("--03-31") MonthDay resultBy, String indicators, @DefaultValue("20") int excellentOfficialsPercent,
    @DefaultValue("25") int approvedPercent, @DefaultValue Grading grading) {
}
