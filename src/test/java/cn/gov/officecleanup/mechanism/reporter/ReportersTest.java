package cn.gov.officecleanup.mechanism.reporter;

import static cn.gov.officecleanup.testkit.EngineTests.as;
import static cn.gov.officecleanup.testkit.EngineTests.asApplication;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.officecleanup.mechanism.auditlog.Auditing;
import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.identity.Officials;
import cn.gov.officecleanup.testkit.EngineTest;
import java.time.Clock;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A key is replaced without losing what the former one encrypted; what is moved in the database to another row is shown to nobody. */
@EngineTest
class ReportersTest {

  private static final String CLERK = "gov410300Petition";
  private static final Reporter WHO = new Reporter("慕容采薇", "13987654321", "无名路十七号");
  private static final String OLD = Base64.getEncoder().encodeToString(new byte[32]);
  private static final String NEW = Base64.getEncoder().encodeToString("another key of exactly 32 bytes.".getBytes());

  @Autowired
  private Reporters reporters;
  @Autowired
  private CaseFiles cases;
  @Autowired
  private JdbcClient jdbc;
  @Autowired
  private Officials officials;
  @Autowired
  private Auditing auditing;
  @Autowired
  private Clock clock;

  private String caseNumber;

  @BeforeEach
  void aCase() {
    jdbc.sql("delete from reporter_identity").update();
    caseNumber = open();
    reporters.keep(caseNumber, CLERK, WHO);
    as(CLERK, CLERK);
  }

  @AfterEach
  void nobody() {
    asApplication();
    jdbc.sql("delete from reporter_identity").update();
  }

  private String open() {
    return cases.open("XF", "complaint-handling", "信访事项", "410300", null, null);
  }

  private Reporters with(String key, String former) {
    ReporterKeys keys = new ReporterKeys(key, former, false, "");
    return new Reporters(jdbc, new Sealing(keys), keys, officials, auditing, clock);
  }

  @Test
  void afterAKeyIsReplacedTheFormerOneIsNeededNoMore() {
    assertThatThrownBy(() -> with(NEW, "").encryptAnew()).as("the former key is missing").isInstanceOf(RefusedException.class);
    assertThat(with(NEW, OLD).encryptAnew()).isOne();
    assertThat(with(NEW, OLD).encryptAnew()).as("done once").isZero();
    assertThat(with(NEW, "").look(caseNumber, "核对诉求需要。")).contains(WHO);
    assertThatThrownBy(() -> with(OLD, "").look(caseNumber, "核对诉求需要。")).isInstanceOf(RefusedException.class);
  }

  @Test
  void whatIsMovedToAnotherRowIsNotShown() {
    String other = open();
    reporters.keep(other, CLERK, new Reporter("另一人", null, null));
    jdbc.sql("update reporter_identity set name = (select name from reporter_identity where case_number = ?) where case_number = ?")
        .params(caseNumber, other)
        .update();
    assertThatThrownBy(() -> reporters.look(other, "核对诉求需要。")).isInstanceOf(RefusedException.class).hasMessageContaining("不一致");
  }

  @Test
  void ofWhoSaysNothingNothingIsKept() {
    reporters.keep(caseNumber, CLERK, new Reporter(null, null, null));
    assertThat(reporters.isKnown(caseNumber)).isFalse();
    assertThat(jdbc.sql("select count(*) from reporter_identity").query(Long.class).single()).isZero();
  }
}
