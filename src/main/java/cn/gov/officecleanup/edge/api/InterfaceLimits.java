package cn.gov.officecleanup.edge.api;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How often other systems may ask.
 *
 * @param requestsPerMinute of one service account
 * @param wrongTokensPerMinute that come from one address
 */
@ConfigurationProperties("cleanup.interface")
record InterfaceLimits(int requestsPerMinute, int wrongTokensPerMinute) {
}
