package cn.gov.officecleanup.edge.publicpage;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Limits of the page for everybody.
 *
 * @param requestsPerMinute of one address
 * @param cachedFor how long browsers and proxies may show a page without asking again
 * @param hotlines file that Liquibase reads the hotlines from
 */
@ConfigurationProperties("cleanup.public-page")
record PublicPageProperties(int requestsPerMinute, Duration cachedFor, String hotlines) {
}
