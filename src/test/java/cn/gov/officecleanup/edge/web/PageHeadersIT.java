package cn.gov.officecleanup.edge.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/** What a browser is told to do, and not to do, with what it gets. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"spring.datasource.url=jdbc:h2:mem:headers", "server.address=127.0.0.1", "cleanup.demo.cases=false",
        "camunda.bpm.job-execution.enabled=false", "cleanup.host-names=localhost, cleanup.example"})
@ActiveProfiles("demo")
class PageHeadersIT {

  private static final int PATIENCE_MILLIS = 20_000;

  @LocalServerPort
  private int port;

  @ParameterizedTest
  @ValueSource(strings = {"/", "/camunda/lib/cleanup/cases.html", "/camunda/lib/cleanup/audit.html", "/camunda/lib/cleanup/signed-out.html",
      "/camunda/lib/cleanup/cases.js", "/camunda/lib/cleanup/cases.css", "/webjars/pdfjs-dist/legacy/build/pdf.min.mjs",
      "/camunda/app/tasklist/default/", "/camunda/app/cockpit/default/", "/camunda/app/tasklist/scripts/cleanup-forms.js",
      "/camunda/api/cleanup/counts", "/camunda/api/engine/engine/default/task", "/nothing/here", "/camunda/nothing"})
  void everyAnswerCarriesThem(String path) throws IOException {
    String answer = get(path, "cleanup.example", "text/html");
    assertThat(answer).contains("x-content-type-options: nosniff", "frame-ancestors 'none'", "object-src 'none'",
        "referrer-policy: same-origin", "permissions-policy: ");
    if (!path.startsWith("/camunda/app/") && !path.startsWith("/camunda/api/")) {
      assertThat(answer).contains("script-src 'self';").contains("x-frame-options: deny").doesNotContain("'unsafe-inline'");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/camunda/lib/tasklist-deps.js", "/camunda/lib/deps.js", "/camunda/lib/runtime.js",
      "/camunda/app/tasklist/camunda-tasklist-bootstrap.js", "/camunda/app/cockpit/camunda-cockpit-bootstrap.css",
      "/camunda/assets/glyphicons-halflings-regular.woff2"})
  void whatHasItsVersionInItsAddressIsKept(String path) throws IOException {
    assertThat(get(path + "?bust=1", "cleanup.example", "*/*")).startsWith("http/1.1 200")
        .contains("cache-control: max-age=31536000, public, immutable");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/camunda/lib/cleanup/cases.js", "/camunda/lib/cleanup/cases.html",
      "/camunda/app/tasklist/scripts/cleanup-forms.js?bust=7.24.0", "/camunda/app/tasklist/styles/user-styles.css?bust=7.24.0",
      "/camunda/app/tasklist/locales/zh-CN.json?bust=7.24.0", "/camunda/app/cockpit/scripts/progress-board.js"})
  void whatIsOursIsAskedForAnewAndSentOnlyWhenItHasChanged(String path) throws IOException {
    String answer = ask("GET %s HTTP/1.1\r\nHost: cleanup.example\r\nAccept-Encoding: gzip\r\n".formatted(path));
    assertThat(answer).startsWith("http/1.1 200").contains("cache-control: no-cache");
    Matcher hash = Pattern.compile("etag: (w/\"[0-9a-f]{32}\")").matcher(answer);
    assertThat(hash.find()).isTrue();
    String asked = "GET %s HTTP/1.1\r\nHost: cleanup.example\r\nIf-None-Match: %s\r\n";
    assertThat(ask(asked.formatted(path, hash.group(1).replace("w/", "W/")))).startsWith("http/1.1 304").endsWith("\r\n\r\n");
    assertThat(ask(asked.formatted(path, "W/\"another\""))).startsWith("http/1.1 200");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/camunda/lib/tasklist-deps.js", "/camunda/app/tasklist/camunda-tasklist-bootstrap.js",
      "/camunda/app/tasklist/locales/zh-CN.json", "/camunda/app/tasklist/scripts/cleanup-forms.js",
      "/camunda/app/tasklist/styles/user-styles.css", "/webjars/pdfjs-dist/legacy/build/pdf.min.mjs"})
  void whatIsLargeIsSentSmall(String path) throws IOException {
    int whole = get(path, "cleanup.example", "*/*").length();
    String small = ask("GET %s HTTP/1.1\r\nHost: cleanup.example\r\nAccept-Encoding: gzip\r\n".formatted(path));
    assertThat(small).startsWith("http/1.1 200").contains("content-encoding: gzip");
    assertThat(small.length()).isLessThan(whole * 2 / 3);
  }

  @Test
  void whatIsRefusedBeforeItIsReadCarriesThemToo() throws IOException {
    String answer = ask("POST /camunda/api/cleanup/session HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n");
    assertThat(answer).startsWith("http/1.1 401")
        .contains("x-content-type-options: nosniff", "frame-ancestors 'none'", "application/problem+json", "尚未登录");
  }

  @Test
  void nobodyIsSentToAForeignHost() throws IOException {
    String answer = get("/camunda/app/tasklist", "cleanup.example", "text/html");
    assertThat(answer).startsWith("http/1.1 30").contains("location: /camunda/app/tasklist/");
    for (String path : new String[]{"/camunda/app/tasklist", "/", "/camunda"}) {
      assertThat(get(path, "foreign.example", "text/html")).startsWith("http/1.1 400").doesNotContain("location:", "foreign.example");
    }
  }

  private String get(String path, String host, String wanted) throws IOException {
    return ask("GET %s HTTP/1.1\r\nHost: %s\r\nAccept: %s\r\n".formatted(path, host, wanted));
  }

  /** @return the whole answer in lower case; over a socket, since Java's client says the true host */
  private String ask(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), port)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write((request + "Connection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
    }
  }
}
