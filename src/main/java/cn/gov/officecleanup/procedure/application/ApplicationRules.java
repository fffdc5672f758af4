package cn.gov.officecleanup.procedure.application;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Thresholds of the checks on applications; configuration, so that a lawyer's correction is one line.
 *
 * @param functionPlanMinLength least number of characters for each part of the function plan (C16; this product's rule)
 * @param receptionShareLimit percent below which reception must be, for it not to be the main part any more (C16: 由以接待服务…为主…转变)
 * @param partWithinMonths months from handing in within which a promised parting from hotels must lie (C17; this product's rule)
 */
@ConfigurationProperties("cleanup.application")
public record ApplicationRules(@DefaultValue("20") int functionPlanMinLength, @DefaultValue("50") int receptionShareLimit,
    @DefaultValue("6") int partWithinMonths) {
}
