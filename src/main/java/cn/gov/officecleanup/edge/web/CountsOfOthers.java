package cn.gov.officecleanup.edge.web;

import cn.gov.officecleanup.mechanism.identity.Groups;
import cn.gov.officecleanup.mechanism.identity.Official;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Counts nothing of others for an official of one government: the engine and Cockpit count the instances of a procedure for everybody who
 * may see its model, whosever they are. Those whose office reaches over the province, and who runs the system, are told; all others that
 * there is nothing, as the lists of the instances themselves tell them.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 11)
class CountsOfOthers extends OncePerRequestFilter {

  private static final String COUNTS = "/process-definition/statistics";
  private static final String HOW_MANY = COUNTS + "-count";

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    // decoded and without parameters, as what answers it sees it
    String path = request.getServletPath() + Objects.toString(request.getPathInfo(), "");
    HttpSession session = request.getSession(false);
    if (session == null || !path.contains(COUNTS)
        || AuthenticationUtil.getAuthsFromSession(session).getAuthentications().stream().allMatch(CountsOfOthers::isTold)) {
      chain.doFilter(request, response);
      return;
    }
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    response.getWriter().write(path.contains(HOW_MANY) ? "{\"count\":0}" : "[]");
  }

  private static boolean isTold(UserAuthentication authentication) {
    Set<String> groups = Set.copyOf(authentication.getGroupIds());
    return groups.stream().anyMatch(Groups.ADMINISTRATION::contains)
        || new Official(authentication.getIdentityId(), authentication.getIdentityId(), groups).readsWholeProvince();
  }
}
