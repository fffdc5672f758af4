package cn.gov.officecleanup.testkit;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Collectors;

/** Talks to the running application as a browser does, over HTTP alone. */
public final class OfficialsClient {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final CookieManager cookies = new CookieManager();
  private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();
  private final String root;

  /** Nobody is signed in. */
  public OfficialsClient(int port) {
    root = "http://127.0.0.1:" + port;
  }

  /**
   * Signs in.
   *
   * @param app {@code tasklist}, {@code cockpit} or {@code admin}
   * @return status of the answer: 200 for who is signed in then
   */
  public int signIn(String app, String user, String password) throws IOException, InterruptedException {
    send("GET", "/camunda/app/%s/default/".formatted(app), null, "");
    int status = send("POST", "/camunda/api/admin/auth/user/default/login/" + app, "application/x-www-form-urlencoded",
        "username=%s&password=%s".formatted(URLEncoder.encode(user, StandardCharsets.UTF_8),
            URLEncoder.encode(password, StandardCharsets.UTF_8)))
        .statusCode();
    // signing in begins a new session, whose token against forged requests comes with the next answer
    send("GET", "/camunda/app/%s/default/".formatted(app), null, "");
    return status;
  }

  /** @param contentType of the body; null for a request without one */
  public HttpResponse<String> send(String method, String path, String contentType, String body) throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root + path))
        .timeout(PATIENCE)
        .header("Accept", "application/json, text/plain, */*")
        .header("X-XSRF-TOKEN", token())
        .method(method, contentType == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
    if (contentType != null) {
      request.header("Content-Type", contentType);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  public HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send("GET", path, null, "");
  }

  public HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
    return send("POST", path, "application/json", json);
  }

  /** @return the header {@code Cookie} that this browser would send */
  public String cookies() {
    return cookies.getCookieStore()
        .getCookies()
        .stream()
        .map(cookie -> cookie.getName() + "=" + cookie.getValue())
        .collect(Collectors.joining("; "));
  }

  /** @return what has to stand in {@code X-XSRF-TOKEN} */
  public String token() {
    return cookies.getCookieStore()
        .getCookies()
        .stream()
        .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
        .map(HttpCookie::getValue)
        .findFirst()
        .orElse("none");
  }
}
