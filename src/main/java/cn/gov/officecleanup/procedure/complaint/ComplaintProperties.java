package cn.gov.officecleanup.procedure.complaint;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of complaints (C14).
 *
 * @param mostExtendedDays by how many days at most the handling takes longer, once
 */
@ConfigurationProperties("cleanup.complaint")
record ComplaintProperties(@DefaultValue("30") int mostExtendedDays) {
}
