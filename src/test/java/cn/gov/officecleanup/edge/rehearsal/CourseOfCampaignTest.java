package cn.gov.officecleanup.edge.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import cn.gov.officecleanup.mechanism.register.AssetKind;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.mechanism.register.RegisterExport;
import cn.gov.officecleanup.procedure.abolition.SampleOffice;
import cn.gov.officecleanup.procedure.campaign.Campaigns;
import cn.gov.officecleanup.testkit.EmptyTables;
import cn.gov.officecleanup.testkit.EngineTest;
import cn.gov.officecleanup.testkit.BareCases;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** What a rehearsal must find, each fault put into a campaign that is played here. */
@EngineTest
@ActiveProfiles(Rehearsing.PROFILE)
@TestPropertySource(
    properties = {"spring.datasource.url=jdbc:h2:mem:rehearsal-course", "camunda.bpm.id-generator=simple", Rehearsing.SEED + "=3"})
class CourseOfCampaignTest {

  private static final RehearsalPlan PLAN = new RehearsalPlan(LocalDate.of(2026, 9, 1), LocalDate.of(2026, 9, 30),
      LocalDate.of(2026, 10, 31), LocalDate.of(2026, 11, 15), 3, 0);

  @Autowired
  private RehearsedCampaign rehearsed;
  @Autowired
  private CourseOfCampaign course;
  @Autowired
  private RandomOfficials officials;
  @Autowired
  private OfficeRegister register;
  @Autowired
  private RegisterExport export;
  @Autowired
  private Campaigns campaigns;
  @Autowired
  private JdbcClient jdbc;
  @Autowired
  private TransactionTemplate transactions;

  @BeforeEach
  void aCampaignWithOneOfficeToAbolish() throws IOException {
    EmptyTables.clear(jdbc);
    Rehearsing.setClock(PLAN.start(), LocalTime.of(8, 0));
    Office office = SampleOffice.enter(register, SampleOffice.COUNTY);
    SampleOffice.give(register, office, "A-01", AssetKind.EQUIPMENT, "20000.00");
    ByteArrayOutputStream copy = new ByteArrayOutputStream();
    export.write(copy, any -> true);
    EmptyTables.clear(jdbc);
    RehearsalResult result = rehearsed.play(copy.toByteArray(), PLAN);
    assertThat(result.faults()).isEmpty();
    assertThat(result.ended()).isAfter(PLAN.start());
  }

  @AfterEach
  void resetClock() {
    ClockUtil.reset();
  }

  /** Each fault is put in and taken out again: the campaign is played once. */
  @TestFactory
  Stream<DynamicTest> aFaultIsFound() {
    return Stream.of(taken("a ledger that does not add up is unbalanced", () -> {
      jdbc.sql("update ledger_entry set amount = amount + 1 where step = 'FROZEN'").update();
      assertThat(faults()).anyMatch(fault -> fault.startsWith("不平：") && fault.contains("被改动"));
    }), taken("an office that nobody decided on is lost", () -> {
      Office forgotten = SampleOffice.enter(register, SampleOffice.COUNTY);
      assertThat(faults()).anyMatch(fault -> fault.contains(forgotten.registerNumber()) && fault.contains("尚无清理结果"));
    }), taken("a report that nobody accepted and a receipt that never came are lost", () -> {
      jdbc.sql("update locality_report set accepted_version = null where unit_code = '410300'").update();
      jdbc.sql("delete from report_waiver").update();
      jdbc.sql("update provincial_report set concluded_at = null").update();
      assertThat(faults()).contains("遗失：洛阳市人民政府的报告没有被接收，也没有经同意先行上报。", "遗失：全省报告没有收到国家机关事务管理局的回执。");
    }), taken("work that is never done is stuck", () -> {
      String campaign = campaign();
      assertThat(course.result(PLAN, campaign, null, PLAN.reportDeadline(), officials, List.of()).faults()).contains("停滞：清理规范工作没有结束。");
      jdbc.sql("update escalation set closed_at = null where kind = 'MISS'").update();
      BareCases.enter(jdbc, List.of("CX-2026-9999"));
      jdbc.sql("""
        insert into escalation (kind, subject, round, case_number, process_instance_id, step, step_name, superior_group, due_at, noted_at)
        values ('MISS', 'case:0', 1, 'CX-2026-9999', '0', 'office-abolition', '撤销办事机构（全案）', 'provincialBureau', current_timestamp,
          current_timestamp)""").update();
      assertThat(faults()).anyMatch(fault -> fault.startsWith("停滞：CX-2026-9999“撤销办事机构（全案）”"));
    }), taken("what breaks off is told alone",
        () -> assertThat(course.result(PLAN, campaign(), null, PLAN.start(), officials, List.of("后台任务失败")).faults())
            .containsExactly("后台任务失败")),
        taken("nothing else is", () -> assertThat(faults()).as("what was put in is out again").isEmpty()));
  }

  private DynamicTest taken(String rule, Runnable fault) {
    return dynamicTest(rule, () -> transactions.executeWithoutResult(status -> {
      status.setRollbackOnly();
      fault.run();
    }));
  }

  private List<String> faults() {
    return course.result(PLAN, campaign(), PLAN.reportDeadline(), PLAN.reportDeadline(), officials, List.of()).faults();
  }

  private String campaign() {
    assertThat(campaigns.running()).isEmpty();
    return jdbc.sql("select case_number from campaign").query(String.class).single();
  }
}
