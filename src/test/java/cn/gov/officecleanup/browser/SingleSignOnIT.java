package cn.gov.officecleanup.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.officecleanup.mechanism.auditlog.AuditEvent;
import cn.gov.officecleanup.mechanism.auditlog.AuditLog;
import cn.gov.officecleanup.mechanism.auditlog.AuditQuery;
import cn.gov.officecleanup.testkit.Applications;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** Officials sign in by an identity provider (OpenID Connect), with one that runs in the test. */
@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:single-sign-on")
@Tag(Applications.ITS_OWN)
class SingleSignOnIT extends Walk {

  private static final String ISSUER = "henan";
  private static final MockOAuth2Server PROVIDER = provider();

  @Autowired
  private AuditLog auditLog;

  @DynamicPropertySource
  static void signInBy(DynamicPropertyRegistry properties) {
    properties.add("spring.security.oauth2.client.registration.sso.client-id", () -> "office-cleanup");
    properties.add("spring.security.oauth2.client.registration.sso.client-secret", () -> "secret");
    properties.add("spring.security.oauth2.client.registration.sso.scope", () -> "openid");
    properties.add("spring.security.oauth2.client.provider.sso.issuer-uri", () -> PROVIDER.issuerUrl(ISSUER).toString());
  }

  @AfterAll
  static void stop() {
    PROVIDER.shutdown();
  }

  @Test
  void anOfficialSignsInByTheProviderAndWorks(BrowserWindow window) throws IOException {
    open(window, "410300");
    Page page = window.page();
    page.navigate(app("tasklist"));
    signIn("gov410300");
    page.locator(".navbar-brand.app-banner").waitFor();
    PlaywrightAssertions.assertThat(page.locator(".cam-nav .account")).containsText("洛阳市人民政府经办人");
    at("draft", () -> tasklist.fill("保留理由", "联系企业和务工人员，确需保留。"));
    window.screenshot("signed-in");
    page.locator(".cam-nav .account .dropdown-toggle").click();
    page.locator(".cam-nav .account .logout a").click();
    page.getByText("重新登录").waitFor();
    window.screenshot("signed-out");
    page.getByText("重新登录").click();
    signIn("gov410300Leader");
    PlaywrightAssertions.assertThat(page.locator(".cam-nav .account")).containsText("洛阳市人民政府负责同志");
    assertThat(auditLog.find(AuditQuery.of("gov410300Leader", AuditEvent.Kind.SIGN_IN), null)).extracting(AuditEvent::details)
        .contains("统一身份认证");
  }

  @Test
  void whoIsNoUserHereIsToldSo(BrowserWindow window) {
    open(window, "410300");
    window.page().navigate(app("tasklist"));
    signIn("stranger");
    assertThat(window.page().locator("main").innerText()).contains("统一身份认证账号“stranger”尚未在本系统开通，请联系系统管理员。");
    window.screenshot("stranger");
    assertThat(status(app("tasklist").replace("/app/tasklist/default/", "/api/cleanup/session"))).isEqualTo(401);
    assertThat(auditLog.find(AuditQuery.of("stranger", AuditEvent.Kind.SIGN_IN_FAILED), null)).hasSize(1);
  }

  @Test
  void administratorsSignInWithTheirPasswordsInAdminAndNobodyElseWithOne(BrowserWindow window) {
    open(window, "410300");
    Page page = window.page();
    page.navigate(app("tasklist"));
    signIn("admin");
    assertThat(page.locator("main").innerText()).contains("不能通过统一身份认证登录");
    page.navigate(app("admin"));
    assertThat(page.evaluate(LOGIN, new String[]{"tasklist", "gov410300"})).as("an official's password").isNotEqualTo(200);
    for (String administrator : new String[]{"security", "auditor"}) {
      // who is signed in is led on from there, perhaps before the page is loaded
      page.navigate("about:blank");
      page.context().clearCookies();
      page.navigate(app("admin"));
      assertThat(page.evaluate(LOGIN, new String[]{"admin", administrator})).as(administrator).isEqualTo(200);
    }
    page.navigate(app("tasklist"));
    PlaywrightAssertions.assertThat(page.locator(".cam-nav .account")).containsText("审计管理员");
    assertThat(page.url()).as("signed in already").startsWith(app("tasklist"));
    window.screenshot("auditor");
  }

  /** signs in as a web application does it; gives the status */
  private static final String LOGIN = """
    ([app, user]) => fetch(`/camunda/api/admin/auth/user/default/login/${app}`, {method: 'POST', redirect: 'manual',
      headers: {'Content-Type': 'application/x-www-form-urlencoded', 'X-XSRF-TOKEN': document.cookie.match(/XSRF-TOKEN=([^;]+)/)[1]},
      body: new URLSearchParams({username: user, password: user})}).then(response => response.status)""";

  private String app(String name) {
    return "http://127.0.0.1:%d/camunda/app/%s/default/".formatted(port, name);
  }

  private void signIn(String user) {
    Page page = window.page();
    page.locator("input[name=username]").fill(user);
    page.locator("input[type=submit], button[type=submit]").first().click();
    page.waitForURL(address -> address.startsWith("http://127.0.0.1:" + port));
  }

  private static MockOAuth2Server provider() {
    try {
      MockOAuth2Server server = new MockOAuth2Server(OAuth2Config.Companion.fromJson("{\"interactiveLogin\": true}"));
      server.start(InetAddress.getByName("127.0.0.1"), 0);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
