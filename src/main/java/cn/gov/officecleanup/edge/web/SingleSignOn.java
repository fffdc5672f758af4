package cn.gov.officecleanup.edge.web;

import cn.gov.officecleanup.mechanism.auditlog.AuditEvent;
import cn.gov.officecleanup.mechanism.auditlog.AuditLog;
import cn.gov.officecleanup.mechanism.identity.Groups;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * Sign-in by a province's identity provider (统一身份认证, OpenID Connect) where {@code spring.security.oauth2.client.registration.sso.*} is set;
 * without it officials sign in with their passwords, and nothing is changed. The provider says who somebody is; whether that is a user of
 * this application, and of which groups, is kept here or in the directory. Administrators sign in with their passwords in Admin, and nobody
 * else with a password: names are the provider's to give, and it may be down.
 */
@Configuration
@ConditionalOnWebApplication
class SingleSignOn {

  private static final Logger LOG = LoggerFactory.getLogger(SingleSignOn.class);
  private static final String TASKLIST = "/camunda/app/tasklist/default/";

  private final ProcessEngine engine;
  private final IdentityService identity;
  private final AuditLog auditLog;
  private final FailurePage failurePage;
  private final PageHeaders headers;
  private final HttpSessionRequestCache askedFor = new HttpSessionRequestCache();

  SingleSignOn(ProcessEngine engine, IdentityService identity, AuditLog auditLog, FailurePage failurePage, PageHeaders headers) {
    this.engine = engine;
    this.identity = identity;
    this.auditLog = auditLog;
    this.failurePage = failurePage;
    this.headers = headers;
    PathPatternRequestMatcher.Builder paths = PathPatternRequestMatcher.withDefaults();
    askedFor.setRequestMatcher(paths.matcher(HttpMethod.GET, "/camunda/app/**"));
  }

  @Bean
  SecurityFilterChain signIn(HttpSecurity http, ObjectProvider<ClientRegistrationRepository> providers) throws Exception {
    // sessions and CSRF protection are the web applications' own, and so is who is signed in
    http.csrf(AbstractHttpConfigurer::disable)
        .headers(all -> all.defaultsDisabled().addHeaderWriter(headers))
        .logout(AbstractHttpConfigurer::disable)
        .securityContext(context -> context.securityContextRepository(new NullSecurityContextRepository()))
        .requestCache(cache -> cache.requestCache(askedFor));
    if (providers.getIfAvailable() == null) {
      return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll()).build();
    }
    return http
        .authorizeHttpRequests(requests -> requests.requestMatchers("/camunda/app/admin/**", "/camunda/api/*/auth/user/*/login/admin")
            .permitAll()
            .requestMatchers(HttpMethod.POST, "/camunda/api/*/auth/user/*/login/*")
            .denyAll()
            .requestMatchers(HttpMethod.GET, "/camunda/app/*/*/**")
            .access((nobody, request) -> new AuthorizationDecision(isPartOfPage(request.getRequest()) || isSignedIn(request.getRequest())))
            .anyRequest()
            .permitAll())
        .oauth2Login(login -> login.successHandler(this::signedIn).failureHandler(this::failed))
        .build();
  }

  /** Scripts, styles and words of the web applications are no secret; their pages end in a slash. */
  private static boolean isPartOfPage(HttpServletRequest request) {
    return !request.getRequestURI().endsWith("/");
  }

  private boolean isSignedIn(HttpServletRequest request) {
    Authentications known = request.getSession(false) == null ? null : AuthenticationUtil.getAuthsFromSession(request.getSession(false));
    return known != null && known.hasAuthenticationForProcessEngine(engine.getName());
  }

  private void signedIn(HttpServletRequest request, HttpServletResponse response, Authentication authentication) throws IOException {
    String userId = authentication.getName();
    if (identity.createUserQuery().userId(userId).count() == 0) {
      auditLog.note(AuditEvent.Kind.SIGN_IN_FAILED, userId, userId, "统一身份认证，本系统没有该用户");
      refuse(request, response, HttpStatus.FORBIDDEN, "统一身份认证账号“%s”尚未在本系统开通，请联系系统管理员。".formatted(userId));
      return;
    }
    // else whoever gives out the provider's names could become any of the three (三员分立)
    if (identity.createGroupQuery().groupMember(userId).list().stream().map(Group::getId).anyMatch(Groups.ADMINISTRATION::contains)) {
      auditLog.note(AuditEvent.Kind.SIGN_IN_FAILED, userId, userId, "统一身份认证，管理员应以本系统密码登录");
      refuse(request, response, HttpStatus.FORBIDDEN, "系统管理员、安全管理员、审计管理员不能通过统一身份认证登录，请在“系统管理”登录页用本系统的密码登录。");
      return;
    }
    SavedRequest saved = askedFor.getRequest(request, response);
    var signedIn = AuthenticationUtil.createAuthentication(engine, userId);
    // a new session, so that nobody who knew the one before has part in it
    AuthenticationUtil.revalidateSession(request, signedIn);
    auditLog.note(AuditEvent.Kind.SIGN_IN, userId, userId, "统一身份认证");
    response.sendRedirect(saved == null ? request.getContextPath() + TASKLIST : pathOf(saved));
  }

  /** Without the host, which is what the request said it is. */
  private static String pathOf(SavedRequest saved) {
    URI asked = URI.create(saved.getRedirectUrl());
    return asked.getRawQuery() == null ? asked.getRawPath() : asked.getRawPath() + "?" + asked.getRawQuery();
  }

  /**
   * Where the names of this server are set, requests that call it by another are refused: nothing is built of a foreign name, neither here
   * nor at the provider.
   */
  @Bean
  HttpFirewall firewall(@Value("${cleanup.host-names}") Set<String> hostNames) {
    StrictHttpFirewall firewall = new StrictHttpFirewall();
    if (!hostNames.isEmpty()) {
      firewall.setAllowedHostnames(hostNames::contains);
    }
    return firewall;
  }

  private void failed(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure) throws IOException {
    LOG.warn("single sign-on failed", failure);
    refuse(request, response, HttpStatus.UNAUTHORIZED, "统一身份认证没有成功，请返回后重试；仍不成功的，请联系系统管理员。");
  }

  private void refuse(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String words) throws IOException {
    response.setStatus(status.value());
    failurePage.write(words, request, response);
  }
}
