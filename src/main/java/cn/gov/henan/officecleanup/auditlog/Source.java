package cn.gov.henan.officecleanup.auditlog;

import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Where what is being done comes from. */
final class Source {

  private Source() {
  }

  /** @return address of whoever sent the request at work, behind a proxy as {@code server.forward-headers-strategy} yields it; null outside of requests */
  static String address() {
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes ? attributes.getRequest().getRemoteAddr() : null;
  }
}
