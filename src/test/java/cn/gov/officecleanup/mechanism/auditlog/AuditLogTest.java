package cn.gov.officecleanup.mechanism.auditlog;

import static cn.gov.officecleanup.testkit.EngineTests.as;
import static cn.gov.officecleanup.testkit.EngineTests.asApplication;
import static cn.gov.officecleanup.testkit.EngineTests.itIs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.authorizationService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.identityService;

import cn.gov.officecleanup.mechanism.auditlog.AuditEvent.Kind;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.identity.Groups;
import cn.gov.officecleanup.mechanism.platform.EngineClock;
import cn.gov.officecleanup.testkit.EngineTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.assertj.core.groups.Tuple;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/** 三员分立: three administrators who check each other, and a log that shows what they do and whether it was changed. */
@EngineTest
class AuditLogTest {

  @Autowired
  private AuditLog log;
  @Autowired
  private Auditing auditing;
  @Autowired
  private AuditWorkbook workbook;
  @Autowired
  private JdbcClient jdbc;

  private long before;

  @BeforeEach
  void start() {
    // what other tests were refused again and again is noted now, not in between
    log.find(AuditQuery.of("nobody", null), null);
    before = jdbc.sql("select events from audit_head").query(Long.class).single();
  }

  @AfterEach
  void end() {
    asApplication();
    List.of("zhang", "li").forEach(identityService()::deleteUser);
  }

  @Test
  void theSystemAdministratorCreatesUsersAndGrantsNothing() {
    // nobody who is signed in is even given the form of a grant
    Authorization own = authorizationService().createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
    as("admin", Groups.ADMINISTRATORS);
    create("zhang");
    assertThatThrownBy(() -> identityService().createMembership("zhang", "gov410300")).isInstanceOf(RefusedException.class)
        .hasMessageContaining("安全管理员");
    assertThatThrownBy(() -> identityService().deleteMembership("security", Groups.SECURITY_ADMINISTRATORS))
        .isInstanceOf(RefusedException.class);
    own.setUserId("zhang");
    own.setResourceType(0);
    own.setResourceId("*");
    assertThatThrownBy(() -> authorizationService().saveAuthorization(own)).isInstanceOf(RefusedException.class)
        .hasMessageContaining("由系统规定");
    User security = identityService().createUserQuery().userId("security").singleResult();
    security.setPassword("known");
    assertThatThrownBy(() -> identityService().saveUser(security)).as("nobody signs in as another administrator")
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("由其本人管理");
    assertThatThrownBy(() -> identityService().deleteUser("auditor")).isInstanceOf(RefusedException.class);
    assertThat(noted()).filteredOn(event -> !event.toList().get(1).equals(Kind.REFUSED))
        .containsExactly(tuple("admin", Kind.USER_CREATED, "zhang"));
    assertThat(noted()).as("what was refused is noted, though it was rolled back")
        .filteredOn(event -> event.toList().get(0).equals("admin") && event.toList().get(1).equals(Kind.REFUSED))
        .hasSize(5);
  }

  @Test
  void theSecurityAdministratorGrantsAndCreatesNobody() {
    create("zhang");
    as("security", Groups.SECURITY_ADMINISTRATORS);
    assertThatThrownBy(() -> create("li")).isInstanceOf(AuthorizationException.class);
    identityService().createMembership("zhang", "gov410300");
    identityService().deleteMembership("zhang", "gov410300");
    assertThatThrownBy(() -> identityService().createMembership("security", "gov410300")).isInstanceOf(RefusedException.class)
        .hasMessageContaining("给自己");
    assertThatThrownBy(() -> identityService().createMembership("admin", Groups.AUDIT_ADMINISTRATORS)).isInstanceOf(RefusedException.class)
        .hasMessageContaining("“admin”已是系统管理员");
    asApplication();
    assertThatThrownBy(() -> identityService().createMembership("auditor", Groups.ADMINISTRATORS)).as("not even the application")
        .isInstanceOf(RefusedException.class);
    assertThat(noted()).filteredOn(event -> !event.toList().get(1).equals(Kind.REFUSED))
        .containsExactly(tuple("system", Kind.USER_CREATED, "zhang"), tuple("security", Kind.GRANTED, "zhang"),
            tuple("security", Kind.REVOKED, "zhang"));
    assertThat(noted()).filteredOn(event -> event.toList().get(0).equals("security") && event.toList().get(1).equals(Kind.REFUSED))
        .hasSize(3);
    assertThat(log.find(AuditQuery.of("security", Kind.GRANTED), null)).first()
        .extracting(AuditEvent::details)
        .isEqualTo("洛阳市人民政府（gov410300）");
  }

  @Test
  void everyTryToSignInIsNoted() {
    create("zhang");
    identityService().checkPassword("zhang", "zhang");
    identityService().checkPassword("zhang", "wrong");
    assertThat(noted()).extracting(event -> event.toList().get(1)).containsExactly(Kind.USER_CREATED, Kind.SIGN_IN, Kind.SIGN_IN_FAILED);
  }

  @Test
  void whatIsChangedRemovedOrPutInIsFound() {
    as("supervisors", "supervisors");
    auditing.exported("清理规范进度");
    auditing.sawPersonalData("AZ-2015-0001", "提出安置方案");
    auditing.exported("资产台账");
    asApplication();
    assertThat(fault()).isNull();
    for (String fault : List.of("update audit_event set user_id = 'nobody' where number = ?",
        "update audit_event set details = null where number = ?",
        "update audit_event set noted_at = noted_at + interval '1' second where number = ?",
        "update audit_event set case_number = null where number = ?",
        "update audit_event set source_address = '127.0.0.1' where number = ?",
        "update audit_event set hash_version = 1 where number = ?")) {
      List<Map<String, Object>> kept = jdbc.sql("select * from audit_event where number = ?").param(before + 2).query().listOfRows();
      jdbc.sql(fault).param(before + 2).update();
      assertThat(fault()).as(fault).isEqualTo(before + 2);
      jdbc.sql("update audit_event set user_id = ?, details = ?, noted_at = ?, case_number = ?, source_address = null, hash_version "
          + "= 2 where number = ?")
          .params(kept.get(0).get("USER_ID"), kept.get(0).get("DETAILS"), kept.get(0).get("NOTED_AT"), kept.get(0).get("CASE_NUMBER"),
              before + 2)
          .update();
      assertThat(fault()).isNull();
    }
    List<Map<String, Object>> last = jdbc.sql("select * from audit_event where number = ?").param(before + 3).query().listOfRows();
    jdbc.sql("delete from audit_event where number = ?").param(before + 3).update();
    assertThat(fault()).as("the last one removed").isEqualTo(before + 3);
    jdbc.sql("insert into audit_event (number, noted_at, user_id, kind, subject, details, hash_version, previous_hash, hash) values "
        + "(?, ?, ?, ?, ?, ?, 2, ?, ?)")
        .params(last.get(0).get("NUMBER"), last.get(0).get("NOTED_AT"), last.get(0).get("USER_ID"), last.get(0).get("KIND"),
            last.get(0).get("SUBJECT"), last.get(0).get("DETAILS"), last.get(0).get("PREVIOUS_HASH"), last.get(0).get("HASH"))
        .update();
    assertThat(fault()).isNull();
  }

  @Test
  void manyAtOnceLeaveNoGap() throws Exception {
    List<Callable<Void>> work = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      work.add(() -> {
        log.note(Kind.EXPORTED, "somebody", "登记册", null);
        return null;
      });
    }
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      for (var done : threads.invokeAll(work)) {
        done.get();
      }
    } finally {
      threads.shutdown();
    }
    assertThat(jdbc.sql("select events from audit_head").query(Long.class).single()).isEqualTo(before + 200);
    assertThat(fault()).isNull();
  }

  @Test
  void aLogOfTheReleasedVersionStaysSoundAndGoesOn() throws Exception {
    DataSource older = new DriverManagerDataSource("jdbc:h2:mem:released-audit-log;DB_CLOSE_DELAY=-1");
    try (Connection connection = older.getConnection()) {
      ScriptUtils.executeSqlScript(connection, new ClassPathResource("db/changelog/changes/200-audit-log.sql"));
      JdbcClient released = JdbcClient.create(older);
      String insert = "insert into audit_event (number, noted_at, user_id, kind, subject, details, previous_hash, hash) values "
          + "(?, ?, ?, ?, ?, ?, ?, ?)";
      String first = "2ebc4c0b56ff5d1a31d62d1c3c46ab6603c5a2226ded474c4b454ea56c450e95";
      String second = "1d9be11cb5dcb96117741710bbf1c4caeb98ea5a868155bebb3f2d50cfc6b6c0";
      released.sql(insert)
          .params(1, OffsetDateTime.parse("2015-11-28T16:00:00+08:00"), "admin", "USER_CREATED", "zhang", null, "0".repeat(64), first)
          .update();
      released.sql(insert)
          .params(2, OffsetDateTime.parse("2015-11-28T16:01:00+08:00"), "security", "GRANTED", "zhang", "洛阳市人民政府（gov410300）", first, second)
          .update();
      released.sql("update audit_head set events = 2, hash = ?").param(second).update();
      ScriptUtils.executeSqlScript(connection, new ClassPathResource("db/changelog/changes/320-audit-log.sql"));
      AuditLog updated = new AuditLog(released, Clock.systemUTC(), new DataSourceTransactionManager(older));
      updated.note(Kind.PERSONAL_DATA, "official", "RY-2015-0001", "提出安置方案", "RY-2015-0001");
      assertThat(updated.check(0, 100)).isEqualTo(new AuditLog.Check(3, null, true));
      released.sql("update audit_event set case_number = 'BL-2015-0001' where number = 1").update();
      assertThat(updated.check(0, 100).fault()).as("what the older hash does not cover was not there").isEqualTo(1);
      released.sql("update audit_event set case_number = null where number = 1").update();
      released.sql("update audit_event set user_id = 'nobody' where number = 2").update();
      assertThat(updated.check(0, 100).fault()).isEqualTo(2);
    }
  }

  @Test
  void aLargeLogIsCheckedPartByPart() {
    for (int i = 0; i < 4100; i++) {
      log.note(Kind.EXPORTED, "somebody", "登记册", null);
    }
    AuditLog.Check part = log.check(before, 2000);
    assertThat(part.done()).isFalse();
    assertThat(part.checked()).isEqualTo(before + 2000);
    part = log.check(part.checked(), 2000);
    part = log.check(part.checked(), 2000);
    assertThat(part).isEqualTo(new AuditLog.Check(before + 4100, null, true));
    assertThat(log.check(before + 4101, 2000).fault()).as("there is no such event").isEqualTo(before + 4101);
  }

  @Test
  void whatIsAskedForIsFoundPageByPageAndExportedWhole() throws IOException {
    String caseNumber = "BL-1999-%04d".formatted(before);
    for (int i = 0; i < 250; i++) {
      log.note(Kind.PERSONAL_DATA, "reader" + i % 2, "=1+1", null, caseNumber);
    }
    AuditQuery ofCase = new AuditQuery(null, null, caseNumber, null, null);
    List<AuditEvent> found = new ArrayList<>(log.find(ofCase, null));
    assertThat(found).as("a page, and the first of the next").hasSize(AuditLog.PAGE + 1);
    assertThat(log.find(ofCase, found.get(AuditLog.PAGE - 1).number())).first().isEqualTo(found.get(AuditLog.PAGE));
    assertThat(log.count(ofCase)).isEqualTo(250);
    assertThat(log.count(new AuditQuery(List.of("reader1", "nobody"), Kind.PERSONAL_DATA, caseNumber, LocalDate.now(EngineClock.ZONE),
        LocalDate.now(EngineClock.ZONE)))).isEqualTo(125);
    assertThat(log.count(new AuditQuery(null, null, caseNumber, null, LocalDate.now().minusDays(2)))).isZero();
    as("auditor", Groups.AUDIT_ADMINISTRATORS);
    workbook.begin(ofCase, "案号" + caseNumber);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    workbook.write(ofCase, out);
    assertThat(noted()).last().isEqualTo(tuple("auditor", Kind.EXPORTED, "审计日志"));
    try (XSSFWorkbook exported = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
      assertThat(exported.getSheetAt(0).getLastRowNum()).isEqualTo(250);
      assertThat(exported.getSheetAt(0).getRow(1).getCell(7).getCellType()).as("never a formula").isEqualTo(CellType.STRING);
      assertThat(exported.getSheetAt(0).getRow(250).getCell(6).getStringCellValue()).isEqualTo(caseNumber);
    }
  }

  @Test
  void whoIsTurnedAwayHundredsOfTimesLeavesAFewLinesAndTheirNumber() {
    itIs(LocalDateTime.of(2015, 9, 1, 9, 0));
    for (int i = 0; i < 300; i++) {
      log.note(Kind.SIGN_IN_FAILED, "stranger", "stranger", null);
      log.noteRefusal("insider", "GET /task", "无权", null);
    }
    assertThat(noted()).filteredOn(event -> List.of("stranger", "insider").contains(event.toList().get(0))).hasSize(2);
    itIs(LocalDateTime.of(2015, 9, 1, 9, 1));
    log.noteRefusal("insider", "GET /task", "无权", null);
    assertThat(detailsOf("insider")).containsExactly("无权", "一分钟内又有299次：无权", "无权");
    assertThat(detailsOf("stranger")).containsExactly(null, "一分钟内又有299次");
    // ever different names and things
    for (int i = 0; i < 700; i++) {
      log.note(Kind.SIGN_IN_FAILED, "stranger" + i, "stranger" + i, null);
      log.noteRefusal("insider", "GET /task/" + i, "无权", null);
    }
    assertThat(noted()).filteredOn(event -> event.toList().get(0).toString().matches("stranger.*|insider|-"))
        .hasSizeLessThan(5 + Repeats.OF_A_PERSON + Repeats.OF_AN_ADDRESS);
    itIs(LocalDateTime.of(2015, 9, 1, 10, 1));
    log.noteRefusal("insider", "GET /task", "无权", null);
    assertThat(noted()).extracting(event -> event.toList().get(2)).contains("insider", "-");
    assertThat(detailsOf("insider")).anyMatch(details -> details.startsWith("一小时内另有"));
    itIs(LocalDateTime.of(2015, 9, 1, 12, 0));
    log.find(AuditQuery.of("insider", null), null);
  }

  @Test
  void whatStrangersTypeDeceivesNobody() {
    log.note(Kind.EXPORTED, "some\u202Ebody\u0000", "\uD800 \u200B" + "长".repeat(300), "换行\n还在" + "\uD83D\uDE00".repeat(600));
    AuditEvent event = log.find(new AuditQuery(null, Kind.EXPORTED, null, null, null), null).get(0);
    assertThat(event.userId()).isEqualTo("some\uFFFDbody\uFFFD");
    assertThat(event.subject()).hasSize(255).startsWith("\uFFFD \uFFFD长");
    assertThat(event.details()).startsWith("换行\n还在").hasSizeLessThanOrEqualTo(1000).endsWith("\uD83D\uDE00");
    assertThat(fault()).isNull();
  }

  /** 等保: the log is kept at least six months; here it is kept for good. */
  @Test
  void noStatementOfTheApplicationChangesOrRemovesAnEvent() throws IOException {
    Pattern changing = Pattern.compile("(?is)(update|delete\\s+from|truncate(\\s+table)?|merge\\s+into|drop\\s+table)\\s+\"?audit_event");
    try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
      assertThat(
          files.filter(file -> file.toString().matches(".*\\.(java|sql|yaml|yml|xml)")).filter(file -> changing.matcher(read(file)).find()))
          .isEmpty();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Long fault() {
    return log.check(0, Integer.MAX_VALUE).fault();
  }

  private List<String> detailsOf(String user) {
    return jdbc.sql("select details from audit_event where number > ? and user_id = ? order by number")
        .params(before, user)
        .query((row, number) -> row.getString(1))
        .list();
  }

  private List<Tuple> noted() {
    asApplication();
    return jdbc.sql("select user_id, kind, subject from audit_event where number > ? order by number")
        .param(before)
        .query((row, number) -> tuple(row.getString("user_id"), Kind.valueOf(row.getString("kind")), row.getString("subject")))
        .list();
  }

  private static void create(String id) {
    User user = identityService().newUser(id);
    user.setPassword(id);
    identityService().saveUser(user);
  }
}
