package cn.gov.officecleanup.procedure.disclosure;

import java.time.MonthDay;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What no law fixes of disclosure; configuration, so that a lawyer's correction is one line.
 *
 * @param publishBy last day on which the year before is published in time
 * @param fewestGuests fewer guests in a year are told as fewer: a person could be told
 */
@ConfigurationProperties("cleanup.disclosure")
record DisclosureProperties(@DefaultValue("--03-31") MonthDay publishBy, @DefaultValue("3") int fewestGuests) {
}
