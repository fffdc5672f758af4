package cn.gov.officecleanup.testkit;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/**
 * Somebody who calls the running application as a browser does, with cookies and the token against forged requests; not signed in at first.
 */
public final class Visitor {

  private static final String FORM = "application/x-www-form-urlencoded";

  private final CookieManager cookies = new CookieManager();
  private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();
  private final String server;

  public Visitor(int port) throws IOException, InterruptedException {
    server = "http://127.0.0.1:" + port;
    get("/camunda/app/welcome/default/");
  }

  /**
   * Signs in by password.
   *
   * @param application e.g. {@code tasklist}
   */
  public HttpResponse<String> signIn(String application, String user, String password, String... headers)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = send("POST", "/camunda/api/admin/auth/user/default/login/" + application, FORM,
        "username=" + encoded(user) + "&password=" + encoded(password), headers);
    get("/camunda/app/welcome/default/");
    return answer;
  }

  public HttpResponse<String> signOut() throws IOException, InterruptedException {
    return send("POST", "/camunda/api/admin/auth/user/default/logout", FORM, "");
  }

  public HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return http.send(HttpRequest.newBuilder(URI.create(server + path)).header("Accept", "application/json, text/html").build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /** Sends JSON to the engine's own interface. */
  public HttpResponse<String> engine(String method, String path, String json) throws IOException, InterruptedException {
    return send(method, "/camunda/api/engine/engine/default" + path, "application/json", json);
  }

  private HttpResponse<String> send(String method, String path, String contentType, String body, String... headers)
      throws IOException, InterruptedException {
    String token = cookies.getCookieStore()
        .getCookies()
        .stream()
        .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
        .findFirst()
        .orElseThrow()
        .getValue();
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server + path))
        .header("Content-Type", contentType)
        .header("Accept", "application/json")
        .header("X-XSRF-TOKEN", token);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.method(method, HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
