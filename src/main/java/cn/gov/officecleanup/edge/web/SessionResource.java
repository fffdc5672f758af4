package cn.gov.officecleanup.edge.web;

import jakarta.servlet.http.HttpSession;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells the pages how long an official may be idle, and how officials sign in. */
@RestController
@RequestMapping(SignedIn.PATH + "/session")
class SessionResource {

  private final boolean singleSignOn;

  SessionResource(ObjectProvider<ClientRegistrationRepository> providers) {
    this.singleSignOn = providers.getIfAvailable() != null;
  }

  /**
   * What the pages have to know of the session.
   *
   * @param idleSeconds after so many seconds without doing anything the official is signed out
   * @param singleSignOn whether officials sign in by an identity provider
   */
  record Session(int idleSeconds, boolean singleSignOn) {
  }

  @GetMapping
  Session session(HttpSession session) {
    return new Session(session.getMaxInactiveInterval(), singleSignOn);
  }
}
