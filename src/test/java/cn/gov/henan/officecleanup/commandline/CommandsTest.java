package cn.gov.henan.officecleanup.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.henan.officecleanup.OfficeCleanupApplication;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands as a technician gives them, each starting the application on a database file of its own. */
class CommandsTest {

  private static final String OFFICES = "登记编号,机构名称,派出地政府代码,派出主体,驻在城市代码,驻在城市,工作类别,人员编制\r\n"
      + "豫驻0001,洛阳市人民政府驻郑州办事处,410300,政府,410100,郑州市,一般,18\r\n"
      + "豫驻0002,新乡市人民政府驻上海办事处,410700,政府,310000,上海市,一般,六\r\n";

  @TempDir
  private Path folder;
  private final PrintStream stdout = System.out;
  private final PrintStream stderr = System.err;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @BeforeEach
  void listen() {
    System.setProperty("spring.datasource.url", "jdbc:h2:file:" + folder.resolve("register"));
    System.setProperty("cleanup.admin.password", "a-password-for-this-test");
    System.setOut(new PrintStream(said, true));
    System.setErr(new PrintStream(said, true));
  }

  @AfterEach
  void restore() {
    System.clearProperty("spring.datasource.url");
    System.clearProperty("cleanup.admin.password");
    System.setOut(stdout);
    System.setErr(stderr);
  }

  @Test
  void onlyCommandsKeepTheServerFromStarting() {
    assertThat(Commands.named("register-import", "x.csv")).isTrue();
    assertThat(Commands.named("register-export")).isTrue();
    assertThat(Commands.named("--spring.profiles.active=demo")).isFalse();
    assertThat(Commands.named()).isFalse();
  }

  @Test
  void aRegisterIsImportedAndExportedAndImportedAgain() throws IOException {
    Path offices = Files.writeString(folder.resolve("offices.csv"), OFFICES, Charset.forName("GBK"));
    Path workbook = folder.resolve("register.xlsx");

    assertThat(run("register-import", "--all-or-nothing", offices.toString())).isEqualTo(1);
    assertThat(output()).contains("第 3 行 H（人员编制）").contains("未导入任何内容");
    assertThat(run("register-import", offices.toString())).isEqualTo(1);
    assertThat(output()).contains("办事机构：新增 1，更新 0，未变 0");
    assertThat(run("register-export", workbook.toString())).isZero();
    assertThat(output()).contains("已导出 1 个办事机构");
    assertThat(run("register-export", workbook.toString())).isEqualTo(2);
    assertThat(output()).contains("已存在");
    assertThat(run("register-import", workbook.toString())).isZero();
    assertThat(output()).contains("办事机构：新增 0，更新 0，未变 1");
  }

  @Test
  void whatCannotBeDoneIsToldInOneChineseSentence() {
    assertThat(run("register-import", folder.resolve("none.csv").toString())).isEqualTo(2);
    assertThat(output()).contains("无法读取文件").doesNotContain("Exception");
    assertThat(run("register-import")).isEqualTo(2);
    assertThat(output()).contains("缺少：文件。").contains("用法：");
    assertThat(run("register-export", "a.xlsx", "--nothing")).isEqualTo(2);
    assertThat(output()).contains("不认识的参数：--nothing。");
  }

  @Test
  void aDatabaseInUseByTheRunningServerIsTold() throws IOException {
    Path database = folder.resolve("register.mv.db");
    try (FileChannel channel = FileChannel.open(database, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      assertThat(channel.lock().isValid()).isTrue();
      assertThat(run("register-export", folder.resolve("register.xlsx").toString())).isEqualTo(2);
    }
    assertThat(output()).contains("数据库正被运行中的系统占用").doesNotContain("Exception");
  }

  private int run(String... arguments) {
    return Commands.run(OfficeCleanupApplication.class, arguments);
  }

  private String output() {
    String text = said.toString(Charset.forName(System.getProperty("native.encoding")).newEncoder().canEncode('汉')
        ? Charset.forName(System.getProperty("native.encoding")) : StandardCharsets.UTF_8);
    said.reset();
    return text;
  }
}
