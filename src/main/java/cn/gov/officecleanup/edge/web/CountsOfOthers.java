package cn.gov.officecleanup.edge.web;

import cn.gov.officecleanup.mechanism.identity.Groups;
import cn.gov.officecleanup.mechanism.identity.Official;
import cn.gov.officecleanup.mechanism.procedures.Procedures;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Counts nothing of others for an official of one government: the engine and Cockpit count the instances of a procedure for everybody who
 * may see its model, whosever they are. Those whose office reaches over the province, and who runs the system, are told; all others that
 * there is nothing, as the lists of the instances themselves tell them. Of procedures that open confided cases officials are told nothing,
 * whoever they are.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 11)
class CountsOfOthers extends OncePerRequestFilter {

  private static final String COUNTS = "/process-definition/statistics";
  private static final String HOW_MANY = COUNTS + "-count";
  private static final List<String> COUNTED = List.of("instances", "failedJobs");

  private final Procedures procedures;
  private final ObjectMapper json;

  CountsOfOthers(Procedures procedures, ObjectMapper json) {
    this.procedures = procedures;
    this.json = json;
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    // decoded and without parameters, as what answers it sees it
    String path = request.getServletPath() + Objects.toString(request.getPathInfo(), "");
    HttpSession session = request.getSession(false);
    List<UserAuthentication> asking = session == null || !path.contains(COUNTS) ? List.of()
        : AuthenticationUtil.getAuthsFromSession(session).getAuthentications();
    if (asking.stream().allMatch(CountsOfOthers::administers)) {
      chain.doFilter(request, response);
      return;
    }
    if (asking.stream().allMatch(CountsOfOthers::isTold)) {
      var written = new ContentCachingResponseWrapper(response);
      chain.doFilter(request, written);
      withoutConfided(written);
      written.copyBodyToResponse();
      return;
    }
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    response.getWriter().write(path.contains(HOW_MANY) ? "{\"count\":0}" : "[]");
  }

  private void withoutConfided(ContentCachingResponseWrapper written) throws IOException {
    JsonNode answer = written.getStatus() == HttpServletResponse.SC_OK ? json.readTree(written.getContentAsByteArray()) : null;
    if (answer instanceof ArrayNode counts) {
      for (JsonNode count : counts) {
        String key = count.path("key").asText(count.path("definition").path("key").asText());
        if (procedures.of(key).isConfided()) {
          COUNTED.stream().filter(count::has).forEach(field -> ((ObjectNode) count).put(field, 0));
          ((ObjectNode) count).putArray("incidents");
        }
      }
      written.resetBuffer();
      json.writeValue(written.getOutputStream(), counts);
    }
  }

  private static boolean administers(UserAuthentication authentication) {
    return authentication.getGroupIds().stream().anyMatch(Groups.ADMINISTRATION::contains);
  }

  private static boolean isTold(UserAuthentication authentication) {
    return administers(authentication)
        || new Official(authentication.getIdentityId(), authentication.getIdentityId(), Set.copyOf(authentication.getGroupIds()))
            .readsWholeProvince();
  }
}
