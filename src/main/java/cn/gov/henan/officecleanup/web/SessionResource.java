package cn.gov.henan.officecleanup.web;

import jakarta.servlet.http.HttpSession;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells the pages how long an official may be idle. */
@RestController
@RequestMapping(SignedIn.PATH + "/session")
class SessionResource {

  /** @param idleSeconds after so many seconds without doing anything the official is signed out */
  record Limit(int idleSeconds) {
  }

  @GetMapping
  Limit limit(HttpSession session) {
    return new Limit(session.getMaxInactiveInterval());
  }
}
