package cn.gov.henan.officecleanup.identity;

import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Knows from where the request at hand comes. */
@Component
public class RequestSource {

  /** stands for no request at all: the application itself, or a command on the server */
  public static final String LOCAL = "local";

  /**
   * @return address of the client; that of the proxy in front of this application, unless {@code server.forward-headers-strategy} says that the proxy is to be believed: whoever calls
   *     could write any address into the headers
   */
  public String current() {
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes ? attributes.getRequest().getRemoteAddr() : LOCAL;
  }
}
