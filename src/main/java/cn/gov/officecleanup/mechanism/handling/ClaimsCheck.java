package cn.gov.officecleanup.mechanism.handling;

import org.camunda.bpm.engine.IdentityService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Looks for what is taken on by somebody whose membership ended where nobody was told: in a directory (LDAP), every few minutes; and, once
 * at each start, before this application gave such tasks back by itself.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableScheduling
class ClaimsCheck {

  private static final Logger LOG = LoggerFactory.getLogger(ClaimsCheck.class);

  private final ReturningClaims claims;
  private final IdentityService identity;

  ClaimsCheck(ReturningClaims claims, IdentityService identity) {
    this.claims = claims;
    this.identity = identity;
  }

  @EventListener(ApplicationReadyEvent.class)
  void everybody() {
    for (String user : claims.assignees()) {
      try {
        claims.check(user);
      } catch (RuntimeException e) {
        // such as another node that does the same, or a task that was completed just now: the next look finds what is left
        LOG.warn("tasks of {} not checked: {}", user, e.getMessage());
      }
    }
  }

  @Scheduled(initialDelayString = "${cleanup.directory-check}", fixedDelayString = "${cleanup.directory-check}")
  void usersOfADirectory() {
    if (identity.isReadOnly()) {
      everybody();
    }
  }
}
