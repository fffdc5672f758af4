package cn.gov.officecleanup.edge.web;

import cn.gov.officecleanup.mechanism.auditlog.Attempt;
import cn.gov.officecleanup.mechanism.auditlog.Attempts;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.webapp.impl.security.auth.Authentication;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.DispatcherServlet;

/**
 * Has what somebody who is signed in asks for and is refused noted in the audit log, whichever part of the web applications refuses it:
 * what smells of an attempt by {@link Attempt}, every answer 403, and the answer 404 about a thing that is there and is withheld. Who is
 * not signed in leaves nothing here: those who try to sign in are noted where they do.
 */
class RefusedRequests extends OncePerRequestFilter {

  private static final Logger LOG = LoggerFactory.getLogger(RefusedRequests.class);
  private static final String API = "/camunda/api";
  private static final String PAST = "/history/";
  /** code of the refusal of a task that is gone, or is not the official's */
  private static final String GONE = "TASK_GONE";

  private final ProcessEngine engine;
  private final Attempts attempts;

  RefusedRequests(ProcessEngine engine, Attempts attempts) {
    this.engine = engine;
    this.attempts = attempts;
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    // a refusal may end the session
    Optional<String> user = signedIn(request);
    chain.doFilter(request, response);
    if (user.isPresent() && response.getStatus() >= HttpServletResponse.SC_BAD_REQUEST) {
      try {
        refusal(request, response.getStatus(), user.get())
            .ifPresent(attempt -> attempts.note(attempt, request.getMethod() + " " + path(request)));
      } catch (RuntimeException e) {
        // the answer is under way
        LOG.error("a refusal could not be noted in the audit log", e);
      }
    }
  }

  private Optional<Attempt> refusal(HttpServletRequest request, int status, String user) {
    List<String> parts = Arrays.asList(path(request).split("/"));
    Optional<String> thing = parts.stream().filter(part -> attempts.caseOf(part, true).isPresent()).findFirst();
    Optional<Attempt> met = attempts.met();
    if (met.isPresent()) {
      return Optional.of(new Attempt(user, met.get().words(), thing.orElse(met.get().thing())));
    }
    return Attempt.wordsOf((Throwable) request.getAttribute(DispatcherServlet.EXCEPTION_ATTRIBUTE))
        .or(() -> status == HttpServletResponse.SC_FORBIDDEN ? Optional.of("无权办理（403）") : Optional.empty())
        // what is over is not there any more for those who had part in it
        .or(() -> isToldNotToBeThere(request, status)
            && parts.stream().anyMatch(part -> attempts.caseOf(part, request.getRequestURI().contains(PAST)).isPresent())
                ? Optional.of("无权查看或者办理（%d）".formatted(status))
                : Optional.empty())
        .map(words -> new Attempt(user, words, thing.orElse(null)));
  }

  private static boolean isToldNotToBeThere(HttpServletRequest request, int status) {
    return status == HttpServletResponse.SC_NOT_FOUND
        || request.getAttribute(DispatcherServlet.EXCEPTION_ATTRIBUTE) instanceof RefusedException refused
            && refused.findings().stream().anyMatch(finding -> finding.code().equals(GONE));
  }

  private Optional<String> signedIn(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return Optional.ofNullable(session)
        .map(AuthenticationUtil::getAuthsFromSession)
        .map(all -> all.getAuthenticationForProcessEngine(engine.getName()))
        .map(Authentication::getIdentityId);
  }

  private static String path(HttpServletRequest request) {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    return path.startsWith(API) ? path.substring(API.length()) : path;
  }

  @Configuration
  @ConditionalOnWebApplication
  static class Registration {

    @Bean
    FilterRegistrationBean<RefusedRequests> refusedRequests(ProcessEngine engine, Attempts attempts) {
      FilterRegistrationBean<RefusedRequests> registration = new FilterRegistrationBean<>(new RefusedRequests(engine, attempts));
      registration.addUrlPatterns("/camunda/*");
      // after Spring's filter that makes the request known to the thread, before all those that may refuse
      registration.setOrder(-104);
      return registration;
    }
  }
}
