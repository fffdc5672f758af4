package cn.gov.officecleanup.browser;

import static cn.gov.officecleanup.browser.Accessibility.nothingIsWrong;
import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.platform.EngineClock;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Another system in the running demo: the security administrator grants it an account on the page, it reads by its token what Luoyang's
 * officials may and no more, and is shut out once the account is revoked. The description says what there is.
 */
class OtherSystemsIT extends Walk {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
  private static final String GOVERNMENT = "410300";
  private static final int REQUESTS_PER_MINUTE = 120;

  @Autowired
  private JdbcClient jdbc;
  @Autowired
  private CaseFiles cases;
  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  private RequestMappingHandlerMapping mappings;

  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void readsByItsTokenWhatItWasGrantedUntilItIsRevoked(BrowserWindow window) throws Exception {
    open(window, GOVERNMENT);
    Page page = window.page();
    page.setViewportSize(1366, 768);
    signIn(page, "security");
    openPage(page);
    assertThat(page.locator("#accounts").innerText()).contains("已有的服务账号");
    window.screenshot("empty");
    nothingIsWrong(page, "body");
    String token = grant(page, "省政务数据平台", "gov" + GOVERNMENT);
    PlaywrightAssertions.assertThat(row(page)).hasCount(1);
    window.screenshot("granted");
    nothingIsWrong(page, "body");
    openPage(page);
    assertThat(page.content()).as("shown once").doesNotContain(token);
    PlaywrightAssertions.assertThat(row(page)).containsText("还没有使用过");

    readsCases(token);
    readsTasks(token);
    readsTheRegister(token);
    readsFigures(token);
    isDescribed(token);

    openPage(page);
    PlaywrightAssertions.assertThat(row(page)).containsText("127.0.0.1");
    page.setViewportSize(390, 844);
    nothingIsWrong(page, "body");
    window.screenshot("on-a-phone");
    page.setViewportSize(1366, 768);
    row(page).getByRole(AriaRole.BUTTON).click();
    nothingIsWrong(page, "dialog");
    window.screenshot("revoking");
    page.locator("dialog button[type=submit]").click();
    PlaywrightAssertions.assertThat(row(page)).containsText("收回");
    page.locator("dialog").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    window.screenshot("revoked");
    refused(401, "令牌已经收回", get("/api/v1/cases", token));

    page.context().clearCookies();
    signIn(page, "admin");
    openPage(page);
    PlaywrightAssertions.assertThat(page.locator("#message")).hasText("只有安全管理员可以管理服务账号。");
    assertThat(page.locator("#granting").isVisible()).isFalse();
    isLimited();
  }

  private void readsCases(String token) throws Exception {
    List<JsonNode> all = allOf("/api/v1/cases?size=3", token);
    List<String> numbers = all.stream().map(item -> item.get("caseNumber").asText()).toList();
    assertThat(numbers).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(jdbc.sql("""
      select case_number from case_file where department is null and government_code = ? and procedure_key <> 'staff-placement'
      """).param(GOVERNMENT).query(String.class).list());
    assertThat(all).isNotEmpty().allSatisfy(item -> {
      assertThat(item.get("governmentName").asText()).isEqualTo("洛阳市人民政府");
      assertThat(OffsetDateTime.parse(item.get("openedAt").asText()).getOffset()).hasToString("+08:00");
    });
    assertThat(allOf("/api/v1/cases?state=CLOSED", token)).allSatisfy(item -> assertThat(item.get("closedAt").isNull()).isFalse());
    assertThat(JSON.readTree(get("/api/v1/cases/" + numbers.get(0), token).body())).isEqualTo(all.get(0));

    String others = jdbc.sql("select max(case_number) from case_file where government_code <> ?")
        .param(GOVERNMENT)
        .query(String.class)
        .single();
    refused(404, "无权查看", get("/api/v1/cases/" + others, token));
    refused(404, "无权查看", get("/api/v1/cases/BL-1999-0001", token));
    refused(400, "after", get("/api/v1/cases?after=" + others, token));
    refused(400, "size", get("/api/v1/cases?size=501", token));
    refused(400, "请求不正确", get("/api/v1/cases?state=ANY", token));
    assertThat(get("/api/v1/cases", token).headers().map()).doesNotContainKey("set-cookie");
    refused(401, "令牌不正确", get("/api/v1/cases", null));
    refused(401, "令牌不正确", get("/api/v1/openapi", token + "x"));
    for (String method : List.of("POST", "PUT", "DELETE", "PATCH")) {
      HttpResponse<String> written = http.send(to("/api/v1/cases", token).method(method, HttpRequest.BodyPublishers.noBody()).build(),
          HttpResponse.BodyHandlers.ofString());
      assertThat(written.statusCode()).as(method).isEqualTo(405);
    }
  }

  private void readsTasks(String token) throws Exception {
    List<JsonNode> all = allOf("/api/v1/tasks?size=2", token);
    assertThat(all).isNotEmpty().allSatisfy(item -> {
      assertThat(cases.get(item.get("caseNumber").asText()).governmentCode()).isEqualTo(GOVERNMENT);
      assertThat(item.get("stepName").asText()).containsPattern(CHINESE);
      assertThat(item.get("groups")).isNotEmpty();
      assertThat(item.has("assignee")).isFalse();
    });
    assertThat(all.stream().map(item -> item.get("id").asText())).doesNotHaveDuplicates();
  }

  private void readsTheRegister(String token) throws Exception {
    List<JsonNode> all = allOf("/api/v1/register?size=1", token);
    assertThat(all)
        .hasSize(jdbc.sql("select count(*) from office where government_code = ? and status in ('REGISTERED', 'RETAINED', 'ESTABLISHED')")
            .param(GOVERNMENT)
            .query(Integer.class)
            .single())
        .isNotEmpty()
        .allSatisfy(item -> assertThat(item.get("bookValue").asText()).matches("\\d+\\.\\d{2}"));
    String number = all.get(0).get("registerNumber").asText();
    assertThat(all.get(0).get("bookValue").asText()).isEqualTo(jdbc.sql("""
      select coalesce(sum(a.book_value), 0.00) from office o left join office_asset a on a.office_id = o.id and a.kind <> 'DEBT'
      where o.register_number = ?""").param(number).query(BigDecimal.class).single().setScale(2).toPlainString());
  }

  private void readsFigures(String token) throws Exception {
    JsonNode figures = JSON.readTree(get("/api/v1/figures", token).body());
    assertThat(figures.get("units")).singleElement().satisfies(unit -> {
      assertThat(unit.get("code").asText()).isEqualTo(GOVERNMENT);
      assertThat(unit.get("counts")).isEqualTo(figures.get("total"));
    });
    assertThat(figures.get("total").get("before").asInt()).isPositive();
    refused(400, "还没有结束", get("/api/v1/figures?day=" + LocalDate.now(EngineClock.ZONE).plusDays(1), token));
  }

  /** The document and the interface say the same: each address, and each field in Chinese. */
  private void isDescribed(String token) throws Exception {
    JsonNode document = JSON.readTree(get("/api/v1/openapi", token).body());
    Set<String> answered = mappings.getHandlerMethods()
        .keySet()
        .stream()
        .flatMap(info -> info.getPatternValues().stream())
        .filter(path -> path.startsWith("/api/v1/") && !path.contains("openapi"))
        .collect(Collectors.toCollection(TreeSet::new));
    Set<String> described = new TreeSet<>();
    document.get("paths").fieldNames().forEachRemaining(described::add);
    assertThat(described).isEqualTo(answered).hasSize(5);
    document.get("paths").forEach(path -> {
      assertThat(path).as("only GET").hasSize(1);
      JsonNode get = path.get("get");
      assertThat(get.get("summary").asText()).containsPattern(CHINESE);
      get.path("parameters")
          .forEach(parameter -> assertThat(parameter.path("description").asText()).as("%s", parameter).containsPattern(CHINESE));
      assertThat(get.get("responses").has("401")).isTrue();
    });
    document.get("components").get("schemas").fields().forEachRemaining(schema -> {
      assertThat(schema.getValue().get("properties")).as(schema.getKey()).isNotEmpty();
      schema.getValue().get("properties").fields().forEachRemaining(field -> {
        // version 3.0 knows no words beside a reference
        String reference = field.getValue().path("$ref").asText();
        JsonNode said = reference.isEmpty() ? field.getValue() : document.at(reference.substring(1));
        assertThat(said.path("description").asText()).as("%s.%s: %s", schema.getKey(), field.getKey(), said).containsPattern(CHINESE);
      });
    });
    for (String list : List.of("cases", "tasks", "register")) {
      JsonNode item = JSON.readTree(get("/api/v1/" + list + "?size=1", token).body()).get("items").get(0);
      String schema = document.at("/paths/~1api~1v1~1" + list + "/get/responses/200/content/application~1json/schema/$ref").asText();
      String entry = document.at(schema.substring(1) + "/properties/items/items/$ref").asText();
      Set<String> fields = new TreeSet<>();
      document.at(entry.substring(1) + "/properties").fieldNames().forEachRemaining(fields::add);
      Set<String> given = new TreeSet<>();
      item.fieldNames().forEachRemaining(given::add);
      assertThat(fields).as(entry).isEqualTo(given);
    }
  }

  /** Who tries tokens is held up, and who asks too often as well. */
  private void isLimited() throws Exception {
    page().context().clearCookies();
    signIn(page(), "security");
    openPage(page());
    String token = grant(page(), "太勤的平台", "gov" + GOVERNMENT);
    HttpResponse<String> last = get("/api/v1/register?size=1", token);
    for (int i = 0; i < 2 * REQUESTS_PER_MINUTE && last.statusCode() == 200; i++) {
      last = get("/api/v1/register?size=1", token);
    }
    refused(429, "每分钟最多请求120次", last);
    assertThat(Integer.parseInt(last.headers().firstValue("Retry-After").orElseThrow())).isPositive();
    HttpResponse<String> wrong = get("/api/v1/cases", "wrong");
    for (int i = 0; i < 10 && wrong.statusCode() == 401; i++) {
      wrong = get("/api/v1/cases", "wrong");
    }
    refused(429, "令牌错误的次数太多", wrong);
  }

  private Page page() {
    return window.page();
  }

  private static Locator row(Page page) {
    return page.locator("#accounts tbody tr").filter(new Locator.FilterOptions().setHasText("省政务数据平台"));
  }

  private String grant(Page page, String name, String group) {
    page.getByLabel("名称").fill(name);
    page.getByLabel("用途").fill("汇总全省清理进度");
    page.getByLabel("有效期至").fill(LocalDate.now(EngineClock.ZONE).plusDays(90).toString());
    page.getByLabel("按哪些组读取").selectOption(group);
    page.getByText("加入", new Page.GetByTextOptions().setExact(true)).click();
    PlaywrightAssertions.assertThat(page.locator("#groups li")).hasCount(1);
    page.getByText("发放令牌").click();
    page.locator("#granted").waitFor();
    return page.locator("#token").innerText();
  }

  private void signIn(Page page, String user) {
    page.navigate(address("/camunda/app/admin/default/"));
    page.locator("input[type=text]").fill(user);
    page.locator("input[type=password]").fill(user);
    page.locator("button[type=submit]").click();
    // where Admin leads to by itself
    page.waitForURL("**/administration.html");
    page.locator("body[data-ready]").waitFor();
  }

  private void openPage(Page page) {
    page.navigate(address("/camunda/lib/cleanup/service-accounts.html"));
    page.locator("body[data-ready]").waitFor();
  }

  private List<JsonNode> allOf(String list, String token) throws Exception {
    List<JsonNode> all = new ArrayList<>();
    String next = "";
    while (next != null) {
      HttpResponse<String> answer = get(list + (next.isEmpty() ? "" : "&after=" + next), token);
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      JsonNode page = JSON.readTree(answer.body());
      page.get("items").forEach(all::add);
      next = page.get("next").textValue();
      next = next == null ? null : URLEncoder.encode(next, StandardCharsets.UTF_8);
    }
    return all;
  }

  private static void refused(int status, String words, HttpResponse<String> answer) throws Exception {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    assertThat(JSON.readTree(answer.body()).get("detail").asText()).contains(words);
    assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
  }

  private HttpResponse<String> get(String path, String token) throws Exception {
    return http.send(to(path, token).build(), HttpResponse.BodyHandlers.ofString());
  }

  private String address(String path) {
    return "http://127.0.0.1:" + port + path;
  }

  private HttpRequest.Builder to(String path, String token) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address(path)));
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }
}
