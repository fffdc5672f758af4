package cn.gov.officecleanup.edge.publicpage;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * How often one address may ask for the page; apart from what officials and other systems may. Addresses are not kept with what they read.
 */
@Component
class AskingLimit implements HandlerInterceptor {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  /** addresses that are remembered; who asked longest ago is forgotten, and may ask anew */
  static final int MOST_REMEMBERED = 10_000;

  private final int perMinute;
  private final Map<String, Bucket> buckets = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
      return size() > MOST_REMEMBERED;
    }
  });

  AskingLimit(PublicPageProperties properties) {
    this.perMinute = properties.requestsPerMinute();
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
    ConsumptionProbe asked = buckets
        .computeIfAbsent(request.getRemoteAddr(),
            address -> Bucket.builder().addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, MINUTE)).build())
        .tryConsumeAndReturnRemaining(1);
    if (!asked.isConsumed()) {
      response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(Duration.ofNanos(asked.getNanosToWaitForRefill()).toSeconds() + 1));
      throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS, "访问过于频繁，请一分钟后再试。");
    }
    return true;
  }

  /** @return how many addresses are remembered */
  int remembered() {
    return buckets.size();
  }
}
