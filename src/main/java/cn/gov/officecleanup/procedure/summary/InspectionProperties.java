package cn.gov.officecleanup.procedure.summary;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many units are inspected (C14); this product's rule.
 *
 * @param byRisk those with the highest risk, as far as there is any
 * @param byChance drawn among the others
 */
@ConfigurationProperties("cleanup.inspection")
record InspectionProperties(@DefaultValue("3") int byRisk, @DefaultValue("2") int byChance) {
}
