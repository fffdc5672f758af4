package cn.gov.officecleanup.mechanism.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.officecleanup.mechanism.finding.RefusedException;
import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldif.LDIFException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Users and groups of an LDAP directory, with a real server in the test. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {"spring.datasource.url=jdbc:h2:mem:directory",
    "server.address=127.0.0.1", "camunda.bpm.job-execution.enabled=false", "cleanup.directory-check=PT1S"})
class DirectoryUsersIT {

  private static final String BASE = "dc=henan,dc=example";
  private static final InMemoryDirectoryServer DIRECTORY = directory();

  @LocalServerPort
  private int port;
  @Autowired
  private IdentityService identity;
  @Autowired
  private Officials officials;
  @Autowired
  private RuntimeService runtime;
  @Autowired
  private TaskService tasks;

  @DynamicPropertySource
  static void directoryOf(DynamicPropertyRegistry properties) {
    for (String[] setting : new String[][]{{"server-url", "ldap://127.0.0.1:" + DIRECTORY.getListenPort()},
        {"manager-dn", "cn=manager," + BASE}, {"manager-password", "manager"}, {"base-dn", BASE}, {"user-search-base", "ou=people"},
        {"user-search-filter", "(objectclass=inetOrgPerson)"}, {"user-id-attribute", "uid"}, {"user-firstname-attribute", "givenName"},
        {"user-lastname-attribute", "sn"}, {"group-search-base", "ou=groups"}, {"group-search-filter", "(objectclass=groupOfNames)"},
        {"group-id-attribute", "cn"}, {"group-member-attribute", "member"}}) {
      properties.add("cleanup.ldap." + setting[0], () -> setting[1]);
    }
  }

  @AfterAll
  static void stop() {
    DIRECTORY.shutDown(true);
  }

  @Test
  void officialsSignInWithTheirDirectoryPassword() throws Exception {
    assertThat(signIn("zhangwei", "right")).isEqualTo(200);
    assertThat(signIn("liming", "wrong")).isEqualTo(401);
    assertThat(signIn("nobody", "right")).isEqualTo(401);
  }

  @Test
  void theirGroupsGiveThemTheirTasks() {
    assertThat(officials.nameOf("zhangwei")).isEqualTo("张伟");
    identity.setAuthenticatedUserId("zhangwei");
    try {
      assertThat(officials.required().groups()).containsExactly("gov410300");
    } finally {
      identity.clearAuthentication();
    }
  }

  @Test
  void nobodyIsMadeAMemberOfADirectorysGroupHere() {
    identity.setAuthentication("zhangwei", List.of("gov410300"));
    try {
      assertThatThrownBy(() -> runtime.startProcessInstanceByKey("substitution",
          Map.of("substitute", "liming", "firstDay", "2099-01-01", "lastDay", "2099-01-02", "words", "外出")))
          .isInstanceOf(RefusedException.class)
          .hasMessageContaining("统一用户目录管理");
    } finally {
      identity.clearAuthentication();
    }
  }

  @Test
  void guessesAtADirectorysPasswordsAreCountedHere() throws Exception {
    for (int attempt = 1; attempt <= 5; attempt++) {
      assertThat(signIn("guanli", "wrong")).isEqualTo(401);
    }
    assertThat(signIn("guanli", "right")).as("locked").isBetween(400, 499);
    identity.unlockUser("guanli");
    assertThat(signIn("guanli", "right")).isEqualTo(200);
  }

  @Test
  void whatSomebodyTookOnGoesBackToTheGroupWhoeverTookTheMembership() throws Exception {
    identity.setAuthentication("liming", List.of("gov410300"));
    String instance = runtime
        .startProcessInstanceByKey("office-establishment",
            Map.of("governmentCode", "410300", "officeName", "驻南宁市办事处", "hostCityCode", "450100", "hostCityName", "南宁市"))
        .getId();
    identity.clearAuthentication();
    Task draft = tasks.createTaskQuery().processInstanceId(instance).singleResult();
    tasks.claim(draft.getId(), "zhangwei");
    Thread.sleep(3000);
    assertThat(tasks.createTaskQuery().taskId(draft.getId()).singleResult().getAssignee()).as("still in the group").isEqualTo("zhangwei");
    String group = "cn=gov410300,ou=groups," + BASE;
    DIRECTORY.modify("dn: " + group, "changetype: modify", "replace: member", "member: uid=shenji,ou=people," + BASE);
    try {
      Awaitility.await()
          .atMost(Duration.ofMinutes(1))
          .until(() -> tasks.createTaskQuery().taskId(draft.getId()).singleResult().getAssignee() == null);
    } finally {
      DIRECTORY.modify("dn: " + group, "changetype: modify", "replace: member", "member: uid=zhangwei,ou=people," + BASE);
      runtime.deleteProcessInstance(instance, "over", true, true, true, false);
    }
  }

  private int signIn(String user, String password) throws Exception {
    CookieManager cookies = new CookieManager();
    HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();
    String base = "http://127.0.0.1:%d/camunda".formatted(port);
    client.send(HttpRequest.newBuilder(URI.create(base + "/app/tasklist/default/")).build(), HttpResponse.BodyHandlers.discarding());
    String token = cookies.getCookieStore()
        .getCookies()
        .stream()
        .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
        .findFirst()
        .orElseThrow()
        .getValue();
    return client.send(HttpRequest.newBuilder(URI.create(base + "/api/admin/auth/user/default/login/tasklist"))
        .header("X-XSRF-TOKEN", token)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString("username=%s&password=%s".formatted(user, password)))
        .build(), HttpResponse.BodyHandlers.ofString()).statusCode();
  }

  private static InMemoryDirectoryServer directory() {
    try {
      InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(BASE);
      config.setListenerConfigs(InMemoryListenerConfig.createLDAPConfig("test", InetAddress.getLoopbackAddress(), 0, null));
      config.addAdditionalBindCredentials("cn=manager," + BASE, "manager");
      InMemoryDirectoryServer server = new InMemoryDirectoryServer(config);
      server.add("dn: " + BASE, "objectClass: domain", "dc: henan");
      server.add("dn: ou=people," + BASE, "objectClass: organizationalUnit", "ou: people");
      server.add("dn: ou=groups," + BASE, "objectClass: organizationalUnit", "ou: groups");
      person(server, "zhangwei", "张", "伟");
      person(server, "liming", "李", "明");
      person(server, "guanli", "管", "理");
      person(server, "anquan", "安", "全");
      person(server, "shenji", "审", "计");
      group(server, "gov410300", "zhangwei");
      group(server, "gov410300Leader", "liming");
      group(server, Groups.ADMINISTRATORS, "guanli");
      group(server, Groups.SECURITY_ADMINISTRATORS, "anquan");
      group(server, Groups.AUDIT_ADMINISTRATORS, "shenji");
      server.startListening();
      return server;
    } catch (LDAPException | LDIFException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void person(InMemoryDirectoryServer server, String id, String lastName, String firstName)
      throws LDAPException, LDIFException {
    server.add("dn: uid=%s,ou=people,%s".formatted(id, BASE), "objectClass: inetOrgPerson", "uid: " + id, "cn: " + lastName + firstName,
        "sn: " + lastName, "givenName: " + firstName, "mail: %s@example.cn".formatted(id), "userPassword: right");
  }

  private static void group(InMemoryDirectoryServer server, String id, String member) throws LDAPException, LDIFException {
    server.add("dn: cn=%s,ou=groups,%s".formatted(id, BASE), "objectClass: groupOfNames", "cn: " + id,
        "member: uid=%s,ou=people,%s".formatted(member, BASE));
  }
}
