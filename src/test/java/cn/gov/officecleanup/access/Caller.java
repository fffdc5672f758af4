package cn.gov.officecleanup.access;

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
import java.util.Map;

/** Calls as a role does whose browser is signed in, with its cookies and the token against forged requests. */
final class Caller {

  /** @param body as it came */
  record Answer(int status, byte[] body) {

    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }
  }

  private static final Duration WAIT = Duration.ofMinutes(1);

  private final String server;
  private final Role role;
  private final String password;
  private CookieManager cookies;
  private HttpClient http;

  Caller(String server, Role role, String password) throws IOException, InterruptedException {
    this.server = server;
    this.role = role;
    this.password = password;
    signIn();
  }

  private void signIn() throws IOException, InterruptedException {
    cookies = new CookieManager();
    http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).cookieHandler(cookies).connectTimeout(WAIT).build();
    if (role == Role.NOBODY) {
      openPage();
      return;
    }
    openPage();
    String form = "username=" + role.userId() + "&password=" + URLEncoder.encode(password, StandardCharsets.UTF_8);
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server + "/camunda/api/admin/auth/user/default/login/" + app()))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(form));
    HttpResponse<String> login = http.send(withToken(request).build(), HttpResponse.BodyHandlers.ofString());
    if (login.statusCode() != 200) {
      throw new IllegalStateException(role + " cannot sign in: " + login.statusCode() + " " + login.body());
    }
    openPage();
  }

  private void openPage() throws IOException, InterruptedException {
    URI page = URI.create(server + "/camunda/app/" + app() + "/default/");
    http.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.discarding());
  }

  private String app() {
    return role.isAdministrator() ? "admin" : "tasklist";
  }

  private HttpRequest.Builder withToken(HttpRequest.Builder request) {
    return cookies.getCookieStore()
        .getCookies()
        .stream()
        .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
        .findFirst()
        .map(HttpCookie::getValue)
        .map(token -> request.setHeader("X-XSRF-TOKEN", token))
        .orElse(request);
  }

  /** @return what it was answered; when its session had ended, after it has signed in anew */
  Answer call(Requests requests, Address address, Map<String, String> things, String accept) throws IOException, InterruptedException {
    HttpResponse<byte[]> answer = send(requests, address, things, accept);
    boolean signedOut = answer.statusCode() == 401 || answer.statusCode() == 403 && answer.headers().firstValue("X-XSRF-TOKEN").isPresent();
    if (signedOut && role != Role.NOBODY && !address.path().contains("/login/")) {
      signIn();
      answer = send(requests, address, things, accept);
    }
    return new Answer(answer.statusCode(), answer.body());
  }

  private HttpResponse<byte[]> send(Requests requests, Address address, Map<String, String> things, String accept)
      throws IOException, InterruptedException {
    String caller = role == Role.NOBODY ? "nobody" : role.userId();
    HttpRequest.Builder request = requests.request(server, address, things, caller, password).header("Accept", accept).timeout(WAIT);
    return http.send(withToken(request).build(), HttpResponse.BodyHandlers.ofByteArray());
  }
}
