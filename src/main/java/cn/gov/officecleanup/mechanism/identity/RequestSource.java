package cn.gov.officecleanup.mechanism.identity;

import java.util.Optional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Knows from where the request at hand comes. */
public final class RequestSource {

  private RequestSource() {
  }

  /**
   * @return address of the client; that of the proxy in front of this application, unless {@code server.forward-headers-strategy} says that
   * the proxy is to be believed: whoever calls could write any address into the headers; empty outside of requests
   */
  public static Optional<String> address() {
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
        ? Optional.ofNullable(attributes.getRequest().getRemoteAddr())
        : Optional.empty();
  }
}
