package cn.gov.henan.officecleanup.web;

import cn.gov.henan.officecleanup.identity.SessionEnds;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Instant;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets nobody go on with a session whose end was decided since it began ({@link SessionEnds}): it is over before anything else looks at it. Every sign-in, by password or
 * identity provider, begins a new one. What groups somebody is in the web applications look up with every request ({@code camunda.bpm.webapp.auth.cache}).
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class EndedSessionFilter extends OncePerRequestFilter {

  private final SessionEnds ends;

  EndedSessionFilter(SessionEnds ends) {
    this.ends = ends;
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
    HttpSession session = request.getSession(false);
    if (session != null) {
      Authentications known = AuthenticationUtil.getAuthsFromSession(session);
      Instant began = Instant.ofEpochMilli(session.getCreationTime());
      if (known.getAuthentications().stream().anyMatch(authentication -> ends.isEnded(authentication.getIdentityId(), began))) {
        session.invalidate();
      }
    }
    chain.doFilter(request, response);
  }
}
