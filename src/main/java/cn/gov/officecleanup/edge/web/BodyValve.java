package cn.gov.officecleanup.edge.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.camunda.bpm.webapp.impl.security.auth.Authentication;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Keeps those who send bodies slowly, or never to their end, from taking all threads of the server, each of which waits for one body: who
 * is not signed in sends none but to sign in, nobody has more than a few unfinished ones, and a body that does not come on is given up.
 * Tomcat's own valves limit requests at once, not bodies that have not arrived, and its timeout begins anew with every byte.
 */
final class BodyValve extends ValveBase {

  private static final Pattern SIGN_IN = Pattern.compile(".*/camunda/api/\\w+/auth/user/\\w+/login/\\w+");
  private static final Pattern FORM = Pattern.compile(".*/submit-form|.*/submit");
  private static final String MULTIPART = "multipart/";

  private final BodyLimits limits;
  private final PageHeaders headers;
  private final ObjectMapper json;
  private final Semaphore unfinished;
  private final Map<String, Integer> bySender = new ConcurrentHashMap<>();

  BodyValve(BodyLimits limits, PageHeaders headers, ObjectMapper json) {
    super(true);
    this.limits = limits;
    this.headers = headers;
    this.json = json;
    this.unfinished = new Semaphore(limits.unfinished());
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    long length = request.getContentLengthLong();
    boolean ofUnknownLength = request.getHeader("Transfer-Encoding") != null;
    if (length <= 0 && !ofUnknownLength) {
      getNext().invoke(request, response);
      return;
    }
    Optional<String> official = official(request.getSession(false));
    Optional<HttpStatus> refusal = refusal(request, official.isPresent(), length);
    if (refusal.isPresent()) {
      refuse(request, response, refusal.get());
      return;
    }
    String sender = official.map(user -> "user " + user).orElseGet(() -> "address " + request.getRemoteAddr());
    int most = official.isPresent() ? limits.unfinishedPerOfficial() : limits.unfinishedPerAddress();
    Body body = new Body(request.getCoyoteRequest().getInputBuffer(), length, sender);
    if (!body.begin(most)) {
      refuse(request, response, HttpStatus.TOO_MANY_REQUESTS);
      return;
    }
    request.getCoyoteRequest().setInputBuffer(body);
    try {
      getNext().invoke(request, response);
    } finally {
      request.getCoyoteRequest().setInputBuffer(body.arriving);
      if (body.arrived < length) {
        // answered before its end: Tomcat would wait for the rest; it closes the connection, since server.tomcat.max-swallow-size is 0
        request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
      }
      body.end();
    }
  }

  /** @return why it is not even read */
  private Optional<HttpStatus> refusal(Request request, boolean signedIn, long length) {
    String path = request.getRequestURI();
    boolean signingIn = SIGN_IN.matcher(path).matches();
    if (!signedIn && !signingIn) {
      return Optional.of(HttpStatus.UNAUTHORIZED);
    }
    if (length < 0) {
      return Optional.of(HttpStatus.LENGTH_REQUIRED);
    }
    boolean file = String.valueOf(request.getContentType()).startsWith(MULTIPART) || FORM.matcher(path).matches();
    long most = (signingIn ? limits.signIn() : file ? limits.file() : limits.text()).toBytes();
    return length > most ? Optional.of(HttpStatus.PAYLOAD_TOO_LARGE) : Optional.empty();
  }

  private void refuse(Request request, Response response, HttpStatus status) throws IOException {
    request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
    headers.writeHeaders(request, response);
    // the rest of the body is not waited for; whoever draws up pages of errors would
    response.setHeader("Connection", "close");
    response.setStatus(status.value());
    response.setContentType(Problem.MEDIA_TYPE);
    json.writeValue(response.getOutputStream(), Problem.of(status));
  }

  private static Optional<String> official(HttpSession session) {
    Authentications known = session == null ? null : AuthenticationUtil.getAuthsFromSession(session);
    return known == null ? Optional.empty() : known.getAuthentications().stream().map(Authentication::getIdentityId).findFirst();
  }

  /** A body on its way. */
  private final class Body implements InputBuffer {

    private final InputBuffer arriving;
    private final long length;
    private final String sender;
    private final long begun = System.nanoTime();
    private long arrived;
    private boolean waitedFor;
    private boolean givenUp;

    Body(InputBuffer arriving, long length, String sender) {
      this.arriving = arriving;
      this.length = length;
      this.sender = sender;
    }

    /** @return false if there are too many of them */
    boolean begin(int mostOfSender) {
      if (!unfinished.tryAcquire()) {
        return false;
      }
      waitedFor = true;
      if (bySender.merge(sender, 1, Integer::sum) > mostOfSender) {
        end();
        return false;
      }
      return true;
    }

    void end() {
      if (waitedFor) {
        waitedFor = false;
        bySender.computeIfPresent(sender, (key, count) -> count == 1 ? null : count - 1);
        unfinished.release();
      }
    }

    @Override
    public int doRead(ApplicationBufferHandler handler) throws IOException {
      // again and again: java.io.InputStream passes over what is thrown in the middle of a read
      if (givenUp) {
        throw tooSlow();
      }
      int read = arriving.doRead(handler);
      arrived += Math.max(read, 0);
      if (read < 0 || arrived >= length) {
        end();
      } else if (Duration.ofNanos(System.nanoTime() - begun).compareTo(limits.grace().plusSeconds(arrived / limits.bytesPerSecond())) > 0) {
        givenUp = true;
        throw tooSlow();
      }
      return read;
    }

    private ClientAbortException tooSlow() {
      return new ClientAbortException("%s sent %d of %d bytes in time".formatted(sender, arrived, length));
    }

    @Override
    public int available() {
      return arriving.available();
    }
  }

  @Component
  @ConditionalOnWebApplication
  static class Installation implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final BodyLimits limits;
    private final PageHeaders headers;
    private final ObjectMapper json;

    Installation(BodyLimits limits, PageHeaders headers, ObjectMapper json) {
      this.limits = limits;
      this.headers = headers;
      this.json = json;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
      // around everything that may read a body, the pages of errors included
      factory.addEngineValves(new BodyValve(limits, headers, json));
    }
  }
}
