package cn.gov.officecleanup.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.procedure.integration.Integrations;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.mechanism.register.OfficeStatus;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Walks Linzhou's two offices in Taiyuan through the running demo: one leads and stays, the other is merged into it (C8). */
class IntegrationWalkIT extends WindingUpWalk {

  private static final String LINZHOU = "410581";

  @Autowired
  private OfficeRegister register;
  @Autowired
  private Integrations integrations;
  @Autowired
  private CaseFiles cases;

  @Test
  void oneLeadsAndTheOtherIsMergedIntoIt(BrowserWindow window) throws IOException {
    open(window, LINZHOU);
    List<Office> offices = register.officesOf(LINZHOU)
        .stream()
        .filter(office -> cases.openCaseOf(office.id(), "office-integration").isPresent())
        .toList();
    Office lead = offices.get(0);
    Office other = offices.get(1);
    logInAs("gov" + LINZHOU);
    plan(lead, "整合后保留本机构", null);
    agree(lead);
    plan(other, "并入", lead);
    agree(other);
    by("gov" + LINZHOU, caseOf(other), "handOver", () -> {
      tasklist.fill("移交日期", TODAY);
      attach("人员和资产交接单");
      tasklist.screenshot("handover");
      tasklist.complete();
    });
    assertThat(register.findById(lead.id()).orElseThrow().status()).isEqualTo(OfficeStatus.RETAINED);
    assertThat(register.findById(other.id()).orElseThrow().outcome().mergedInto()).isEqualTo(lead.id());
  }

  private void plan(Office office, String way, Office into) throws IOException {
    by("gov" + LINZHOU, caseOf(office), "plan", () -> {
      tasklist.choose("整合方式", way);
      if (into != null) {
        tasklist.choose("并入的机构", "%s %s（%s）".formatted(into.registerNumber(), into.name(), into.entry().hostCityName()));
      }
      tasklist.fill("牵头部门", "林州市人民政府办公室");
      tasklist.fill("人员和资产安排", "集中办公，资产随迁。");
      tasklist.screenshot("plan");
      tasklist.complete();
    });
  }

  private void agree(Office office) throws IOException {
    by("gov" + LINZHOU + "Leader", caseOf(office), "sign", () -> {
      assertThat(tasklist.form().innerText()).contains("整合方案", "林州市人民政府办公室");
      decide("审定结果", "同意", "审定意见", "同意。");
    });
  }

  private String caseOf(Office office) {
    return integrations.of(office.id()).orElseThrow().caseNumber();
  }
}
