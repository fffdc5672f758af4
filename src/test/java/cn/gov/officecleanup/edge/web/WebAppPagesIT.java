package cn.gov.officecleanup.edge.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The pages of the web applications. Those that many open at the same moment are not blank: their scripts carry the nonce that their own
 * header allows.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {"spring.datasource.url=jdbc:h2:mem:nonce",
    "server.address=127.0.0.1", "cleanup.admin.password=a-password-for-this-test", "camunda.bpm.job-execution.enabled=false"})
class WebAppPagesIT {

  private static final int PAGES = 200;
  private static final Pattern IN_HEADER = Pattern.compile("'nonce-([\\w-]+)'");
  private static final Pattern IN_PAGE = Pattern.compile("nonce=\"([\\w-]+)\"");

  @LocalServerPort
  private int port;

  @Test
  void everyPagesScriptsCarryTheNonceOfItsHeader() {
    HttpClient client = HttpClient.newHttpClient();
    List<CompletableFuture<HttpResponse<String>>> pages = IntStream.range(0, PAGES)
        .mapToObj(i -> client.sendAsync(HttpRequest.newBuilder(URI.create(
            "http://127.0.0.1:%d/camunda/app/%s/default/".formatted(port, List.of("tasklist", "cockpit", "admin", "welcome").get(i % 4))))
            .build(), HttpResponse.BodyHandlers.ofString()))
        .toList();
    pages.stream().map(CompletableFuture::join).forEach(page -> {
      assertThat(page.statusCode()).isEqualTo(200);
      String allowed = nonces(IN_HEADER, page.headers().firstValue("Content-Security-Policy").orElse("")).findFirst().orElseThrow();
      assertThat(nonces(IN_PAGE, page.body())).isNotEmpty().containsOnly(allowed);
      assertThat(page.body()).endsWith("</html>\n");
    });
    assertThat(pages.stream().map(page -> page.join().headers().firstValue("Content-Security-Policy").orElse("")).distinct().count())
        .as("a nonce each")
        .isEqualTo(PAGES);
  }

  @Test
  void everyPageSaysInChineseWhatItIsUnlessTheBrowserIsEnglish() throws Exception {
    for (String app : List.of("tasklist", "cockpit", "admin", "welcome")) {
      for (String languages : List.of("", "zh-CN,zh;q=0.9,en;q=0.8", "fr")) {
        String page = page(app, languages);
        assertThat(page).as(app + languages).contains("<html lang=\"zh-CN\"");
        assertThat(page.substring(page.indexOf("<title>") + "<title>".length(), page.indexOf("</title>"))).as(app + languages)
            .doesNotContainPattern("[A-Za-z]")
            .isNotBlank();
        assertThat(page).doesNotContain("content=\"Camunda Tasklist", "content=\"Camunda Cockpit");
      }
      assertThat(page(app, "en-US,en;q=0.9")).contains("<html lang=\"en\"", "<title>Camunda ");
    }
  }

  private String page(String app, String languages) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/camunda/app/%s/default/".formatted(port, app)));
    if (!languages.isEmpty()) {
      request.header("Accept-Language", languages);
    }
    return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
  }

  private static Stream<String> nonces(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(match -> match.group(1));
  }
}
