package cn.gov.officecleanup.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/**
 * Signs in and asks as a browser does, with cookies and the token against forged requests. May be used by several threads, as one official
 * has several windows.
 */
public final class SignedInOfficial {

  private static final String JSON = "application/json";

  private final CookieManager cookies = new CookieManager();
  private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();
  private final String server;

  /** @throws AssertionError when the user is not let in */
  public SignedInOfficial(int port, String user, String password) throws Exception {
    this(port, user, password, "tasklist");
  }

  /**
   * @param application the web application in which the user signs in
   * @throws AssertionError when the user is not let in
   */
  public SignedInOfficial(int port, String user, String password, String application) throws Exception {
    server = "http://127.0.0.1:" + port;
    get("/camunda/app/" + application + "/default/");
    HttpResponse<String> login = send("POST", "/camunda/api/admin/auth/user/default/login/" + application,
        "application/x-www-form-urlencoded", "username=" + user + "&password=" + URLEncoder.encode(password, StandardCharsets.UTF_8));
    if (login.statusCode() != 200) {
      throw new AssertionError(user + " is not let in: " + login.statusCode() + " " + login.body());
    }
    get("/camunda/app/" + application + "/default/");
  }

  public HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return http.send(HttpRequest.newBuilder(URI.create(server + path)).build(), HttpResponse.BodyHandlers.ofString());
  }

  /** @param json null for no body */
  public HttpResponse<String> send(String method, String path, String json) throws IOException, InterruptedException {
    return send(method, path, JSON, json);
  }

  /** @param body null for none */
  public HttpResponse<String> send(String method, String path, String contentType, String body) throws IOException, InterruptedException {
    String token = cookies.getCookieStore()
        .getCookies()
        .stream()
        .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
        .findFirst()
        .orElseThrow()
        .getValue();
    return http.send(HttpRequest.newBuilder(URI.create(server + path))
        .header("Content-Type", contentType)
        .header("X-XSRF-TOKEN", token)
        .method(method,
            body == null ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(body, contentType.startsWith("multipart") ? ISO_8859_1 : UTF_8))
        .build(), HttpResponse.BodyHandlers.ofString());
  }
}
