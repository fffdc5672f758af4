package cn.gov.officecleanup.procedure.inspection;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of inspections (C14); no law fixes them.
 *
 * @param rectifyDays within how many days from the feedback's service a finding is rectified at the latest
 * @param immediateDays the same for what can be put right at once (立行立改)
 */
@ConfigurationProperties("cleanup.inspection.visit")
record InspectionProperties(@DefaultValue("60") int rectifyDays, @DefaultValue("15") int immediateDays) {
}
