package cn.gov.officecleanup.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;

/** An official edits a template in Word, as far as a test can, and the leader puts it into use. */
class TemplateWalkIT extends Walk {

  private static final String TEMPLATE = "不同意设立的批复";

  @Test
  void aTemplateIsDownloadedEditedTriedOutAndPutIntoUse(BrowserWindow window) throws IOException {
    open(window, "410000");
    logInAs("provincialBureau");
    tasklist.startProcess("修订公文模板");
    tasklist.choose("公文", TEMPLATE);
    window.screenshot("start");
    tasklist.submitStart();
    tasklist.openTaskWithId(waiting("revise").getId());
    Path inUse = tasklist.download(TEMPLATE + "（现行模板）.docx");
    tasklist.attach("修改后的模板", edited(inUse, "错稿.docx", "{{reson}}"));
    tasklist.choose("办理结果", "提交审定");
    tasklist.fill("修改说明", "结尾增加要求。");
    assertThat(tasklist.refusedComplete()).contains("系统不认识的标签：{{reson}}", "可用的标签是");
    window.screenshot("refused");
    tasklist.form().locator("case-documents li").getByText("删除").click();
    tasklist.attach("修改后的模板", edited(inUse, "修改稿.docx", "请做好来访群众的解释工作。"));
    tasklist.complete();

    logInAs("provincialBureauLeader");
    tasklist.openTaskWithId(waiting("approve").getId());
    assertThat(tasklist.look(TEMPLATE + "（样张）.docx").innerText()).contains("请做好来访群众的解释工作。", "某某市人民政府").doesNotContain("{{");
    window.screenshot("specimen");
    tasklist.closeDocument();
    decide("审定结果", "启用", "审定意见", "同意启用。");

    logInAs("provincialBureau");
    tasklist.startProcess("修订公文模板");
    tasklist.choose("公文", TEMPLATE);
    tasklist.submitStart();
    tasklist.openTaskWithId(waiting("revise").getId());
    assertThat(text(tasklist.download(TEMPLATE + "（现行模板）.docx"))).as("what is in use now").contains("请做好来访群众的解释工作。");
  }

  private Task waiting(String step) {
    return tasks.createTaskQuery().processDefinitionKey("template-revision").taskDefinitionKey(step).singleResult();
  }

  private Path edited(Path template, String name, String sentence) throws IOException {
    Path file = folder.resolve(name);
    try (var document = new XWPFDocument(Files.newInputStream(template)); var out = Files.newOutputStream(file)) {
      document.createParagraph().createRun().setText(sentence);
      document.write(out);
    }
    return file;
  }
}
