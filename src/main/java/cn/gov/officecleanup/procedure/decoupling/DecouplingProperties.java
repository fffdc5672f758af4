package cn.gov.officecleanup.procedure.decoupling;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Thresholds of the sale of an entity (C17); configuration, so that a lawyer's correction is one line.
 *
 * @param lowestPercent percent of the appraised value below which a sale goes back for approval
 * @param listingWorkingDays for how many working days a sale is listed at least
 */
@ConfigurationProperties("cleanup.decoupling")
record DecouplingProperties(@DefaultValue("90") int lowestPercent, @DefaultValue("20") int listingWorkingDays) {
}
