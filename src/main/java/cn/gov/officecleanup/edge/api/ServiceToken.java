package cn.gov.officecleanup.edge.api;

import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.serviceaccount.ServiceAccount;
import cn.gov.officecleanup.mechanism.serviceaccount.ServiceAccounts;
import io.github.bucket4j.Bucket;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Lets only those in who bring the token of a service account, so often as the limits say, and makes the account known to the engine for
 * the request, with its groups: the walls that stand before officials stand before it.
 */
@Component
class ServiceToken implements HandlerInterceptor {

  private static final String BEARER = "Bearer ";
  private static final Duration MINUTE = Duration.ofMinutes(1);
  /** accounts or addresses that are remembered; who asked longest ago is forgotten, and may ask anew */
  private static final int MOST_REMEMBERED = 10_000;

  private final ServiceAccounts accounts;
  private final IdentityService identity;
  private final InterfaceLimits limits;
  private final Map<String, Bucket> requests = remembered();
  private final Map<String, Bucket> wrongTokens = remembered();

  ServiceToken(ServiceAccounts accounts, IdentityService identity, InterfaceLimits limits) {
    this.accounts = accounts;
    this.identity = identity;
    this.limits = limits;
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
    Bucket wrong = wrongTokens.computeIfAbsent(request.getRemoteAddr(), address -> perMinute(limits.wrongTokensPerMinute()));
    if (wrong.getAvailableTokens() == 0) {
      throw tooMany(response, wrong, "令牌错误的次数太多，请一分钟后再试。");
    }
    ServiceAccount account = accountOf(request, response, wrong);
    Bucket asked = requests.computeIfAbsent(account.userId(), id -> perMinute(limits.requestsPerMinute()));
    if (!asked.tryConsume(1)) {
      String words = "每分钟最多请求%d次，请稍后再试。".formatted(limits.requestsPerMinute());
      accounts.refused(account, words);
      throw tooMany(response, asked, words);
    }
    identity.setAuthentication(account.userId(), List.copyOf(account.groups()));
    return true;
  }

  @Override
  public void afterCompletion(HttpServletRequest request, HttpServletResponse response, Object handler, Exception failure) {
    identity.clearAuthentication();
  }

  private ServiceAccount accountOf(HttpServletRequest request, HttpServletResponse response, Bucket wrong) {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    boolean bearer = header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length());
    try {
      return accounts.use(bearer ? header.substring(BEARER.length()).strip() : null);
    } catch (RefusedException e) {
      wrong.tryConsume(1);
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
      throw new ResponseStatusException(HttpStatus.UNAUTHORIZED, e.getMessage());
    }
  }

  private static ResponseStatusException tooMany(HttpServletResponse response, Bucket bucket, String words) {
    long nanos = bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill();
    response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(Duration.ofNanos(nanos).toSeconds() + 1));
    return new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS, words);
  }

  private static Bucket perMinute(int times) {
    return Bucket.builder().addLimit(limit -> limit.capacity(times).refillGreedy(times, MINUTE)).build();
  }

  private static Map<String, Bucket> remembered() {
    return Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
      @Override
      protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
        return size() > MOST_REMEMBERED;
      }
    });
  }
}
