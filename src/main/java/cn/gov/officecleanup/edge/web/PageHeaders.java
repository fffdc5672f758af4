package cn.gov.officecleanup.edge.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.HstsHeaderWriter;
import org.springframework.stereotype.Component;

/**
 * The headers of every answer. The pages of Tasklist, Cockpit, Admin and Welcome keep those that Camunda's own filter has set: their
 * scripts need a policy of their own.
 */
@Component
class PageHeaders implements HeaderWriter {

  /** What our pages need, and no more: nothing stands in them as a script or a style, and nobody frames them. */
  private static final String POLICY = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src "
      + "'self' data:; base-uri 'self'; " + "form-action 'self'; frame-ancestors 'none'; object-src 'none'";
  /**
   * No Cross-Origin-Opener-Policy: browsers refuse a page that has it in a window that Tasklist's page, which is in a sandbox, has opened.
   */
  private static final Map<String, String> HEADERS = Map.of("X-Content-Type-Options", "nosniff", "X-Frame-Options", "DENY",
      "Referrer-Policy", "same-origin", "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");

  /** writes it where the connection is encrypted only */
  private final HeaderWriter transportSecurity = new HstsHeaderWriter();

  @Override
  public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
    HEADERS.forEach((name, value) -> keepOrSet(response, name, value));
    keepOrSet(response, "Content-Security-Policy", POLICY);
    transportSecurity.writeHeaders(request, response);
  }

  private static void keepOrSet(HttpServletResponse response, String name, String value) {
    if (!response.containsHeader(name)) {
      response.setHeader(name, value);
    }
  }
}
