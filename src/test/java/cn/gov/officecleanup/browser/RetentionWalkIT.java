package cn.gov.officecleanup.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.officecleanup.mechanism.document.CaseDocuments;
import cn.gov.officecleanup.mechanism.platform.EngineClock;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.List;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Walks an application through the running demo as each official in turn does it in Tasklist (C3, C16, C17). */
class RetentionWalkIT extends Walk {

  @Autowired
  private CaseDocuments documents;

  @Test
  void anApplicationIsCorrectedAndRefused(BrowserWindow window) throws IOException {
    open(window, "411200");
    logInAs("gov" + government);
    at("draft", () -> {
      writeDraft("太短");
      tasklist.complete();
    });
    at("correct", () -> {
      assertThat(tasklist.form().innerText()).contains("职能方案中“促进经济合作”部分过于简略", "依据：《实施方案》：推动驻省会城市办事机构职能由以接待服务", "缺少派出地政府的请示");
      tasklist.screenshot("findings");
      writeDraft(PLAN);
      attach("请示", "常务会议纪要", "管理制度", "脱钩证明或者承诺书");
      tasklist.complete();
    });
    by("gov411200Leader", "sign", () -> decide("签批结果", "同意上报", "签批意见", "同意。"));
    by("provincialBureau", "accept", () -> {
      tasklist.addRow("需要补正的问题", Map.of("问题和补正要求", "请补充绩效考核办法", "依据", "《实施方案》关于管理制度和绩效考核的规定"));
      decide("收文办理结果", "退回补正", "收文办理意见", "材料不全。");
    });
    by("gov411200", "correct", () -> {
      assertThat(tasklist.form().innerText()).contains("请补充绩效考核办法");
      tasklist.complete();
    });
    by("gov411200Leader", "sign", () -> decide("签批结果", "同意上报", "签批意见", "已补充。"));
    by("provincialBureau", "accept", () -> decide("收文办理结果", "收文办理", "收文办理意见", "已补正。"));
    departmentsAgree();
    by("provincialBureau", "review", () -> decide("审核结果", "建议不批准", "审核意见", "工作量不足。"));
    by("provincialBureauLeader", "bureauSign", () -> decide("签署结果", "同意，报省政府", "签署意见", "报省政府。"));
    by("gov410000", "approve", () -> {
      tasklist.choose("拟办结果", "拟不同意");
      assertThat(tasklist.form().evaluate("form => form.checkValidity()")).as("a refusal without a reason").isEqualTo(false);
      tasklist.fill("拟办意见", "工作需要不充分");
      tasklist.complete();
    });
    by("gov410000Leader", "issue", () -> decide("签发结果", "签发", "签发意见", "同意。"));
    by("gov411200", "receiveRefusal", () -> {
      assertThat(text(downloadReply())).contains("不同意保留");
      tasklist.tick("已收到批复并将按批复执行");
      tasklist.complete();
    });
    tasklist.openTaskWithId(tasks.createTaskQuery()
        .taskDefinitionKey("confirmInventory")
        .processVariableValueEquals("officeName", "三门峡市人民政府驻郑州办事处")
        .singleResult()
        .getId());
    assertThat(tasklist.form().innerText()).contains("应予撤销", "省政府不批准保留", "工作需要不充分", "资产已经冻结");
    tasklist.screenshot("to-be-abolished");
  }

  @Test
  void anotherGovernmentReachesNothingOfIt(BrowserWindow window) {
    open(window, "410200");
    Task draft = task("draft");
    String nanyangDocument = documents.list(applicationOf("411300")).get(0).id().toString();
    logInAs("gov410700");
    String api = "http://127.0.0.1:" + port + "/camunda/api/";
    assertThat(status(api + "engine/engine/default/task/" + draft.getId())).isIn(403, 404);
    assertThat(status(api + "cleanup/tasks/" + draft.getId() + "/form")).isEqualTo(404);
    assertThat(status(api + "cleanup/documents/" + nanyangDocument)).isEqualTo(404);
    List<String> own = tasks.createTaskQuery().taskCandidateGroup("gov410700").list().stream().map(Task::getId).toList();
    String told = window.page().request().get(api + "engine/engine/default/task").text();
    assertThat(own).isNotEmpty().allMatch(told::contains);
    assertThat(told.split("\"taskDefinitionKey\"", -1)).as("its own work alone").hasSize(own.size() + 1);
    tasklist.logOut();
    assertThat(status(api + "cleanup/documents/" + nanyangDocument)).isEqualTo(401);
  }

  private void writeDraft(String plan) {
    fillInRequest();
    fillInFacts();
    tasklist.fill("保留理由", "在郑务工经商人员较多，需要就近提供服务、协助处置突发事件。");
    tasklist.fill("促进经济合作", plan);
    tasklist.fill("参与社会管理", PLAN);
    tasklist.fill("提供公共服务", PLAN);
    tasklist.fill("接待服务和争取项目资金占工作量的百分比", "20");
    tasklist.fill("编制人数", "6");
    tasklist.fill("管理制度和绩效考核", "由市政府办公室管理，每年进行绩效考核。");
    var promised = tasklist.form().locator("table[data-list=entities] tbody input[name=partBy]");
    for (int i = 0; i < promised.count(); i++) {
      promised.nth(i).fill(LocalDate.now(EngineClock.ZONE).plusMonths(2).toString());
    }
  }

  private String applicationOf(String governmentCode) {
    return tasks.createTaskQuery()
        .taskDefinitionKey("accept")
        .processVariableValueEquals("governmentCode", governmentCode)
        .list()
        .stream()
        .map(task -> (String) tasks.getVariableLocal(task.getId(), "caseNumber"))
        .findFirst()
        .orElseThrow();
  }
}
