package cn.gov.officecleanup.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.officecleanup.testkit.Applications;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/**
 * An official's account: rules for passwords, the own one changed, the lock after wrong tries, and being signed out for doing nothing
 * without losing what is typed.
 */
@TestPropertySource(properties = {"spring.datasource.url=jdbc:h2:mem:account-walk",
    "camunda.bpm.generic-properties.properties.enablePasswordPolicy=true", "cleanup.admin.password=Henan-2015-Strong",
    "cleanup.admin.security-password=Luohe-2015-Strong", "cleanup.admin.auditor-password=Puyang-2015-Strong"})
@Tag(Applications.ITS_OWN)
class AccountIT extends WindingUpWalk {

  private static final String OFFICIAL = "zhang";
  private static final String PASSWORD = "Luoyang#2015";
  private static final String CHANGED = "Zhengzhou#2016";
  private static final long MINUTE = 60 * 1000;

  @Test
  void whoDoesNothingIsWarnedAndSignedOutWithWhatWasTypedKept(BrowserWindow window) throws IOException {
    open(window, "410300");
    String caseNumber = cases.openCaseOf(office().id(), "retention-application").orElseThrow().caseNumber();
    Page page = window.page();
    page.clock().install();
    logInAs("gov410300");
    // the page that one signed in on learns only after some seconds how long one may do nothing; one that is loaded then asks at once
    page.waitForResponse(response -> response.url().endsWith("/cleanup/session") && response.ok(), page::reload);
    tasklist.openTaskWithId(task(caseNumber, "draft").getId());
    tasklist.fill("保留理由", "联系企业和务工人员，确需保留。");
    // the last thing that is done, however long the rest took
    page.keyboard().press("Shift");
    // what the page does every few seconds is not done for each of them
    page.clock().fastForward(28 * MINUTE);
    page.clock().runFor(10_000);
    PlaywrightAssertions.assertThat(page.locator("dialog.session-warning")).containsText("秒后将退出登录；已填写的内容会自动暂存");
    window.screenshot("warning");
    page.getByText("继续办理").click();
    PlaywrightAssertions.assertThat(page.locator("dialog.session-warning")).hasCount(0);
    page.clock().fastForward(30 * MINUTE);
    page.clock().runFor(20_000);
    page.locator("form[name=signinForm]").waitFor();
    window.screenshot("signed-out");
    tasklist.logIn("gov410300", "gov410300");
    tasklist.openTaskWithId(task(caseNumber, "draft").getId());
    assertThat(tasklist.form().getByLabel("保留理由").inputValue()).isEqualTo("联系企业和务工人员，确需保留。");
  }

  @Test
  void aPasswordIsChangedByItsOwnerAndWrongTriesLock(BrowserWindow window) {
    open(window, "410300");
    User official = identity.newUser(OFFICIAL);
    official.setLastName("张");
    official.setFirstName("经办");
    official.setPassword(PASSWORD);
    identity.saveUser(official);
    identity.createMembership(OFFICIAL, "gov410300");
    tasklist.logIn(OFFICIAL, PASSWORD);
    Page page = window.page();
    page.navigate("http://127.0.0.1:" + port + "/camunda/app/welcome/default/");
    page.locator("a").filter(new Locator.FilterOptions().setHasText("修改密码")).click();
    changePassword(page, "weak");
    window.screenshot("too-weak");
    assertThat(page.locator("form[name=changePassword] button[type=submit]").isEnabled()).as("too weak a password is not taken").isFalse();
    changePassword(page, CHANGED);
    window.screenshot("strong");
    Response changed = page.waitForResponse(response -> response.url().endsWith("/credentials"),
        () -> page.locator("form[name=changePassword] button[type=submit]").click());
    assertThat(changed.status()).isEqualTo(204);
    page.getByText("密码已修改").waitFor();
    window.screenshot("changed");
    page.context().clearCookies();
    assertThat(tasklist.refusedLogIn(OFFICIAL, "mistyped")).contains("用户名或密码错误");
    tasklist.logIn(OFFICIAL, CHANGED);
    page.context().clearCookies();
    for (int attempt = 1; attempt <= 5; attempt++) {
      assertThat(tasklist.refusedLogIn(OFFICIAL, "wrong " + attempt)).contains("连续输错5次的，暂停登录一段时间");
    }
    assertThat(tasklist.refusedLogIn(OFFICIAL, CHANGED)).as("locked, though the password is right now").contains("已暂停登录至");
    window.screenshot("locked");
    identity.unlockUser(OFFICIAL);
    tasklist.logIn(OFFICIAL, CHANGED);
  }

  /** Who does not know the password does not learn whether there is such a user, nor what that one may use. */
  @Test
  void whoMayNotUseTasklistIsToldSoAfterTheRightPasswordAlone(BrowserWindow window) {
    open(window, "410300");
    User inNoGroup = identity.newUser("inNoGroup");
    inNoGroup.setLastName("李");
    inNoGroup.setFirstName("某");
    inNoGroup.setPassword(PASSWORD);
    identity.saveUser(inNoGroup);
    String stranger = tasklist.refusedLogIn("nobodyOfThisName", PASSWORD);
    assertThat(stranger).contains("用户名或密码错误").doesNotContain("权限");
    assertThat(tasklist.refusedLogIn("inNoGroup", "wrong")).isEqualTo(stranger);
    assertThat(tasklist.refusedLogIn("inNoGroup", PASSWORD)).contains("用户名和密码正确，但您没有使用“待办事项”的权限").doesNotContain("错误");
    window.screenshot("no-right");
    assertThat(status("http://127.0.0.1:" + port + "/camunda/api/cleanup/counts")).as("not signed in by that").isEqualTo(401);
  }

  private static void changePassword(Page page, String password) {
    Locator fields = page.locator("form[name=changePassword] input[type=password]");
    fields.nth(0).fill(PASSWORD);
    fields.nth(1).fill(password);
    fields.nth(2).fill(password);
  }
}
