package cn.gov.officecleanup.edge.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Lets only those in who are signed in to the web application, whose session, CSRF protection and headers the resources under
 * {@value #PATH} share, and makes them known to the engine for the request.
 */
@Component
class SignedIn implements HandlerInterceptor {

  /** Below the web application's own API path, so that its filters apply. */
  static final String PATH = "/camunda/api/cleanup";

  private final ProcessEngine engine;
  private final IdentityService identity;

  SignedIn(ProcessEngine engine, IdentityService identity) {
    this.engine = engine;
    this.identity = identity;
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) throws IOException {
    Optional<UserAuthentication> authentication = Optional.ofNullable(Authentications.getCurrent())
        .map(all -> (UserAuthentication) all.getAuthenticationForProcessEngine(engine.getName()));
    if (authentication.isEmpty()) {
      response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
      return false;
    }
    identity.setAuthentication(authentication.get().getIdentityId(), authentication.get().getGroupIds());
    return true;
  }

  @Override
  public void afterCompletion(HttpServletRequest request, HttpServletResponse response, Object handler, Exception failure) {
    identity.clearAuthentication();
  }
}
