package cn.gov.officecleanup.mechanism.deadline;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Terms and campaign dates as configured.
 *
 * @param terms by name: {@code 5 working days}, {@code 20 days} or {@code campaign <name of a campaign date>}
 * @param campaign by name: a day like {@code 2015-11-15}, or a period like {@code P20D} counted from the start of the application (for
 * try-outs)
 */
@ConfigurationProperties("cleanup")
record TermProperties(@DefaultValue Map<String, String> terms, @DefaultValue Map<String, String> campaign) {
}
