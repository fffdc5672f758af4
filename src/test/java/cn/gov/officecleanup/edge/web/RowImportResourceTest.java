package cn.gov.officecleanup.edge.web;

import static cn.gov.officecleanup.procedure.abolition.SampleOffice.COUNTY;
import static cn.gov.officecleanup.testkit.EngineTests.as;
import static cn.gov.officecleanup.testkit.EngineTests.asApplication;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskService;

import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.mechanism.sheet.TableWorkbook;
import cn.gov.officecleanup.procedure.abolition.SampleOffice;
import cn.gov.officecleanup.testkit.EngineTest;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** C6: inventory and staff list come from files, read by whoever has the task to confirm them. */
@EngineTest
class RowImportResourceTest {

  @Autowired
  private RowImportResource resource;
  @Autowired
  private OfficeRegister register;
  private String task;

  @BeforeEach
  void anInventoryIsToBeConfirmed() {
    runtimeService().startProcessInstanceByKey("office-abolition", Map.of("officeId", SampleOffice.enter(register, COUNTY).id()));
    task = taskService().createTaskQuery().taskDefinitionKey("confirmInventory").singleResult().getId();
    as("gov" + COUNTY, "gov" + COUNTY);
  }

  @AfterEach
  void nobodyIsSignedIn() {
    asApplication();
  }

  @Test
  void anInventoryInGbkIsReadWithItsAmountsExact() throws Exception {
    String csv = "兰考县驻郑办资产盘点表\n资产编号,资产类别,资产名称,账面原值（元）,盘点情况,说明\nF-01,房屋,办公用房,\"680,000.01\",在,\nC-01,车辆,轿车,128000,盘亏,丢失\n";
    assertThat(resource.read(task, "inventory", new MockMultipartFile("file", "清册.csv", null, csv.getBytes(Charset.forName("GBK")))).rows())
        .containsExactly(
            Map.of("assetNumber", "F-01", "kind", "HOUSE", "name", "办公用房", "bookValue", "680000.01", "found", "FOUND", "explanation", ""),
            Map.of("assetNumber", "C-01", "kind", "VEHICLE", "name", "轿车", "bookValue", "128000.00", "found", "MISSING", "explanation",
                "丢失"));
  }

  @Test
  void everyFaultIsToldAndNothingIsTakenOver() {
    String csv = "资产编号,资产类别,资产名称,账面原值,盘点情况\nF-01,房子,办公用房,1.001,不知道\nC-01,车辆,,-1,在\n";
    assertThatThrownBy(() -> read("inventory", csv)).isInstanceOfSatisfying(RefusedException.class, refused -> {
      assertThat(refused.findings()).hasSize(5);
      assertThat(refused.getMessage()).contains("第 2 行 B（资产类别）", "值“1.001”", "在、盘亏之一", "第 3 行 C（资产名称） 列：未填写");
    });
    assertThatThrownBy(() -> read("inventory", "资产编号,资产名称\n1,2\n")).isInstanceOf(RefusedException.class)
        .hasMessageContaining("缺少必需的列：资产类别、账面值");
    assertThatThrownBy(() -> read("inventory", "资产编号,资产类别,资产名称,账面值\n")).isInstanceOf(RefusedException.class).hasMessageContaining("没有内容");
    assertThatThrownBy(() -> read("staff", "姓名,身份证号码,出生日期,性别,人员身份,职务岗位,入职日期\n李,410102198505121213,,男,公务员,主任,昨天\n"))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("出生日期")
        .hasMessageContaining("入职日期");
  }

  @Test
  void aStaffListComesFromAWorkbook() throws Exception {
    byte[] workbook = new TableWorkbook()
        .sheet("人员", "人员名单",
            Arrays.stream(new String[]{"姓名", "身份证号", "出生日期", "性别", "身份", "职务", "入职日期", "特殊保护情形", "保护期至", "保护情形的证明"})
                .map(heading -> new TableWorkbook.Column(heading, 12))
                .toList(),
            List.of(Arrays.<Object>asList("李当地", "410102198505121213", LocalDate.of(1985, 5, 12), "男", "当地聘用人员", "司机",
                LocalDate.of(2010, 3, 1), "医疗期内", LocalDate.of(2015, 12, 31), "住院证明")))
        .toBytes();
    assertThat(resource.read(task, "staff", new MockMultipartFile("file", "名单.xlsx", null, workbook)).rows()).singleElement()
        .satisfies(row -> assertThat(row).containsEntry("birthDate", "1985-05-12")
            .containsEntry("gender", "MALE")
            .containsEntry("status", "LOCALLY_HIRED")
            .containsEntry("relatives", "")
            .containsEntry("postLevel", "")
            .containsEntry("protection", "ILL")
            .containsEntry("protectedUntil", "2015-12-31")
            .containsEntry("protectionProof", "住院证明"));
  }

  @Test
  void theTemplateIsReadBackAndAmountsInWorkbooksAreNumbers() throws Exception {
    try (XSSFWorkbook template = new XSSFWorkbook(new ByteArrayInputStream(resource.template("inventory").getBody()))) {
      assertThat(template.getSheetAt(0).getRow(1).getCell(3).getStringCellValue()).isEqualTo("账面值");
    }
    byte[] workbook = new TableWorkbook().sheet("清册", "清册", List.of(new TableWorkbook.Column("资产编号", 9),
        new TableWorkbook.Column("资产类别", 9), new TableWorkbook.Column("资产名称", 9), new TableWorkbook.Column("账面值", 9)),
        List.of(List.of("=1+1", "设备", "+甲", new BigDecimal("12345678901.23")))).toBytes();
    assertThat(resource.read(task, "inventory", new MockMultipartFile("file", "清册.xlsx", null, workbook)).rows()).singleElement()
        .satisfies(row -> assertThat(row).containsEntry("assetNumber", "=1+1").containsEntry("bookValue", "12345678901.23"));
  }

  @Test
  void onlyWhoHasTheTaskReadsIntoIt() {
    for (String other : new String[]{"gov410700", "supervisors", "audit", "gov" + COUNTY + "Leader"}) {
      as(other, other);
      assertThatThrownBy(() -> read("inventory", "x")).as(other).isInstanceOf(ResponseStatusException.class).hasMessageContaining("404");
    }
    as("gov" + COUNTY, "gov" + COUNTY);
    assertThatThrownBy(() -> read("unknown", "x")).isInstanceOf(ResponseStatusException.class);
  }

  private void read(String name, String csv) throws Exception {
    resource.read(task, name, new MockMultipartFile("file", "文件.csv", null, csv.getBytes(Charset.forName("GBK"))));
  }
}
