package cn.gov.officecleanup.mechanism.handling;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose opinion procedures ask on their way.
 *
 * @param departments ids of the groups that are asked side by side; none where empty
 */
@ConfigurationProperties("cleanup.opinions")
record OpinionProperties(@DefaultValue List<String> departments) {
}
