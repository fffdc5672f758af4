package cn.gov.officecleanup.edge.web;

import cn.gov.officecleanup.mechanism.identity.SessionEnds;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A right ends in the request after it was taken: before anything else looks at a session, it is over if its end was decided since it began
 * ({@link SessionEnds}; every sign-in begins a new one) or its user is gone, and knows the groups that the user is in now.
 *
 * <p>
 * The web applications' own refreshing ({@code camunda.bpm.webapp.auth.cache}) is off: it looks every some minutes, and, were it to look
 * with every request, would put back what another request of the same session has just signed out.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class CurrentRightsFilter extends OncePerRequestFilter {

  private final SessionEnds ends;
  private final ObjectProvider<ProcessEngine> engine;

  CurrentRightsFilter(SessionEnds ends, ObjectProvider<ProcessEngine> engine) {
    this.ends = ends;
    this.engine = engine;
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    HttpSession session = request.getSession(false);
    if (session != null) {
      List<UserAuthentication> known = AuthenticationUtil.getAuthsFromSession(session).getAuthentications();
      Instant began = Instant.ofEpochMilli(session.getCreationTime());
      for (UserAuthentication authentication : known) {
        if (ends.isEnded(authentication.getIdentityId(), began) || !refresh(authentication)) {
          session.invalidate();
          break;
        }
      }
    }
    chain.doFilter(request, response);
  }

  /** @return false where the user is gone */
  private boolean refresh(UserAuthentication authentication) {
    List<String> groups = AuthenticationUtil.getGroupsOfUser(engine.getObject(), authentication.getIdentityId());
    if (Set.copyOf(groups).equals(Set.copyOf(authentication.getGroupIds()))) {
      return true;
    }
    UserAuthentication current = AuthenticationUtil.createAuthentication(engine.getObject(), authentication.getIdentityId());
    if (current == null) {
      return false;
    }
    authentication.setGroupIds(current.getGroupIds());
    authentication.setTenantIds(current.getTenantIds());
    authentication.setAuthorizedApps(current.getAuthorizedApps());
    return true;
  }
}
