package cn.gov.officecleanup.edge.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.officecleanup.OfficeCleanupApplication;
import cn.gov.officecleanup.procedure.abolition.SampleOffice;
import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.identity.SignInLocks;
import cn.gov.officecleanup.mechanism.ledger.AssetLedger;
import cn.gov.officecleanup.mechanism.register.AssetKind;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.testkit.EmptyTables;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** Commands as a technician gives them. Starting the application takes longer than any of them, so that most share one. */
class CommandsTest {

  private static final String OFFICES = "登记编号,机构名称,派出地政府代码,派出主体,驻在城市代码,驻在城市,工作类别,人员编制\r\n"
      + "豫驻0001,洛阳市人民政府驻郑州办事处,410300,政府,410100,郑州市,一般,18\r\n" + "豫驻0002,新乡市人民政府驻上海办事处,410700,政府,310000,上海市,一般,六\r\n";

  @TempDir
  private static Path shared;
  private static ConfigurableApplicationContext application;

  @TempDir
  private Path folder;
  private final PrintStream stdout = System.out;
  private final PrintStream stderr = System.err;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @BeforeAll
  static void start() {
    use(shared);
    application = new SpringApplicationBuilder(OfficeCleanupApplication.class).web(WebApplicationType.NONE)
        .properties("camunda.bpm.job-execution.enabled=false", "logging.level.root=OFF")
        .run();
  }

  @AfterAll
  static void stop() {
    application.close();
    System.clearProperty("spring.datasource.url");
    System.clearProperty("cleanup.admin.password");
  }

  @BeforeEach
  void listen() {
    EmptyTables.clear(jdbc());
    use(folder);
    System.setOut(new PrintStream(said, true));
    System.setErr(new PrintStream(said, true));
  }

  @AfterEach
  void restore() {
    System.setOut(stdout);
    System.setErr(stderr);
  }

  /** An application that starts from now on has its database there. */
  private static void use(Path folder) {
    System.setProperty("spring.datasource.url", "jdbc:h2:file:" + folder.resolve("register"));
    System.setProperty("cleanup.admin.password", "a-password-for-this-test");
  }

  @Test
  void onlyCommandsKeepTheServerFromStarting() {
    assertThat(Commands.named("register-import", "x.csv")).isTrue();
    assertThat(Commands.named("register-export")).isTrue();
    assertThat(Commands.named("--spring.profiles.active=demo")).isFalse();
    assertThat(Commands.named()).isFalse();
  }

  @Test
  void whoIsLockedIsUnlockedOnTheServer() {
    SignInLocks locks = application.getBean(SignInLocks.class);
    for (int attempt = 1; attempt <= SignInLocks.FAILURES; attempt++) {
      locks.enter("admin", "203.0.113.7");
    }
    assertThat(locks.enter("admin", "203.0.113.7")).isNotEmpty();
    assertThat(run("unlock-user", "admin")).isZero();
    assertThat(output()).contains("用户“admin”现在可以登录");
    assertThat(run("unlock-user", "nobody")).isEqualTo(2);
    assertThat(output()).contains("没有用户“nobody”");
    assertThat(locks.enter("admin", "203.0.113.7")).isEmpty();
  }

  @Test
  void aCommandStartsTheApplicationForItselfAndEndsIt() throws IOException {
    Path offices = Files.writeString(folder.resolve("offices.csv"), OFFICES.lines().limit(2).collect(Collectors.joining("\r\n")),
        StandardCharsets.UTF_8);
    assertThat(start("register-import", "--confirm", offices.toString())).isZero();
    assertThat(output()).contains("办事机构：新增 1，更新 0，未变 0").doesNotContain("WARN");
    assertThat(JdbcClient.create(new DriverManagerDataSource(System.getProperty("spring.datasource.url"), "sa", ""))
        .sql("select subject from audit_event where kind = 'COMMAND'")
        .query(String.class)
        .list()).as("nobody holds the database any more").containsExactly("register-import");
  }

  @Test
  void aRegisterIsImportedAndExportedAndImportedAgain() throws IOException {
    Path offices = Files.writeString(folder.resolve("offices.csv"), OFFICES, Charset.forName("GBK"));
    Path workbook = folder.resolve("register.xlsx");
    long before = jdbc().sql("select coalesce(max(number), 0) from audit_event").query(Long.class).single();

    assertThat(run("register-import", "--all-or-nothing", offices.toString())).isEqualTo(1);
    assertThat(output()).contains("第 3 行 H（人员编制）").contains("未导入任何内容");
    assertThat(run("register-import", offices.toString())).as("what is not confirmed is only shown").isEqualTo(2);
    assertThat(output()).contains("新增 豫驻0001 办事机构：", "机构名称 洛阳市人民政府驻郑州办事处", "登记后不会自动启动案件", "没有导入任何内容");
    assertThat(run("register-import", "--confirm", offices.toString())).isEqualTo(1);
    assertThat(output()).contains("办事机构：新增 1，更新 0，未变 0");
    assertThat(run("register-export", workbook.toString())).isZero();
    assertThat(output()).contains("已导出 1 个办事机构");
    assertThat(run("register-export", workbook.toString())).isEqualTo(2);
    assertThat(output()).contains("已存在");
    assertThat(run("register-import", workbook.toString())).isZero();
    assertThat(output()).contains("办事机构：新增 0，更新 0，未变 1");
    assertThat(jdbc().sql("select subject from audit_event where kind = 'COMMAND' and number > ? order by number")
        .param(before)
        .query(String.class)
        .list()).as("also what failed")
        .containsExactly("register-import", "register-import", "register-import", "register-export", "register-export", "register-import");
  }

  @Test
  void whatCannotBeDoneIsToldInOneChineseSentence() {
    assertThat(start("register-import")).isEqualTo(2);
    assertThat(output()).contains("缺少：文件。").contains("用法：");
    assertThat(start("register-export", "a.xlsx", "--nothing")).isEqualTo(2);
    assertThat(output()).contains("不认识的参数：--nothing。");
    assertThat(folder.resolve("register.mv.db")).as("nothing was started for that").doesNotExist();
    assertThat(run("register-import", folder.resolve("none.csv").toString())).isEqualTo(2);
    assertThat(output()).contains("无法读取文件").doesNotContain("Exception");
  }

  @Test
  void aCampaignIsRehearsedAndItsCourseSaved() throws IOException {
    Path offices = Files.writeString(folder.resolve("offices.csv"), OFFICES.lines().limit(2).collect(Collectors.joining("\r\n")),
        StandardCharsets.UTF_8);
    Path saved = folder.resolve("saved");
    String[] dates = {"rehearse", "--start", "2026-09-01", "--cleanup", "2026-10-31", "--report", "2026-11-15", "--output",
        saved.toString()};
    assertThat(run(dates)).isEqualTo(2);
    assertThat(output()).contains("登记册中没有可以预演的办事机构");
    assertThat(run("register-import", "--confirm", offices.toString())).isZero();
    assertThat(run(dates)).isZero();
    assertThat(output()).contains("2026年9月1日启动，保留申请期限2026年9月30日", "洛阳市人民政府", "结论：没有停滞、遗失和不平。").doesNotContain("WARN", "Exception");
    assertThat(saved).isDirectoryContaining(file -> file.endsWith("units.csv"))
        .isDirectoryContaining(file -> file.endsWith("escalations.csv"))
        .isDirectoryContaining(file -> file.endsWith("campaign.png"));
    assertThat(start("rehearse", "--report", "2026-11-15")).isEqualTo(2);
    assertThat(output()).contains("缺少：--cleanup。");
    assertThat(start("rehearse", "--cleanup", "10月31日", "--report", "2026-11-15")).isEqualTo(2);
    assertThat(output()).contains("参数有误：--cleanup 不能是“10月31日”。应为：清理期限，例如 2015-10-31。");
  }

  @Test
  void aDatabaseInUseByTheRunningServerIsTold() throws IOException {
    Path database = folder.resolve("register.mv.db");
    try (FileChannel channel = FileChannel.open(database, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      assertThat(channel.lock().isValid()).isTrue();
      assertThat(start("register-export", folder.resolve("register.xlsx").toString())).isEqualTo(2);
    }
    assertThat(output()).contains("数据库正被运行中的系统占用").doesNotContain("Exception");
  }

  @Test
  void ledgersAreCheckedAndTheFirstBadRowIsNamed() {
    String caseNumber = withALedger();
    assertThat(run("ledger-check")).isZero();
    assertThat(output()).contains(caseNumber, "测试撤销", "记录1条", "冻结1项10.00元", "未处置1项10.00元", "平衡，记录完整", "核查1个台账，记录完整，全部平衡。");
    assertThat(run("ledger-check", "CX-1999-0001")).isEqualTo(2);
    assertThat(output()).contains("没有案号为“CX-1999-0001”的资产台账");

    withALedger();
    jdbc().sql("update ledger_entry set amount = 9.00 where entry_number = 1 and case_number = ?").param(caseNumber).update();
    assertThat(run("ledger-check", caseNumber)).isEqualTo(1);
    assertThat(output()).contains("不平衡，第1条记录被改动", "核查1个台账，1个有问题。");
    assertThat(run("ledger-check")).isEqualTo(1);
    assertThat(output()).contains("核查2个台账，1个有问题。");
  }

  /** @return number of an abolition whose one asset is frozen */
  private static String withALedger() {
    OfficeRegister register = application.getBean(OfficeRegister.class);
    Office office = SampleOffice.enter(register, SampleOffice.COUNTY);
    SampleOffice.give(register, office, "A-01", AssetKind.EQUIPMENT, "10.00");
    return application.getBean(TransactionTemplate.class).execute(status -> {
      String opened = application.getBean(CaseFiles.class).open("CX", "office-abolition", "测试撤销", SampleOffice.COUNTY, office.id(), null);
      application.getBean(AssetLedger.class).freeze(opened, office.id());
      return opened;
    });
  }

  private static JdbcClient jdbc() {
    return application.getBean(JdbcClient.class);
  }

  /** In a process of its own, but for the process. */
  private static int start(String... arguments) {
    return Commands.run(OfficeCleanupApplication.class, arguments);
  }

  private static int run(String... arguments) {
    return Commands.runIn(application, arguments);
  }

  private String output() {
    String text = said.toString(Charset.forName(System.getProperty("native.encoding")).newEncoder().canEncode('汉')
        ? Charset.forName(System.getProperty("native.encoding"))
        : StandardCharsets.UTF_8);
    said.reset();
    return text;
  }
}
