package cn.gov.officecleanup.browser;

import static cn.gov.officecleanup.browser.Accessibility.nothingIsWrong;
import static cn.gov.officecleanup.browser.Accessibility.press;
import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeEntry;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.mechanism.register.SenderKind;
import cn.gov.officecleanup.mechanism.register.WorkKind;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import javax.imageio.ImageIO;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Walks an application to prolong special work through the running demo, up to the leader who signs it (C3, C4). */
class ChangeWalkIT extends Walk {

  private static final LocalDate END = LocalDate.of(2035, 12, 31);

  @Autowired
  private OfficeRegister register;
  @Autowired
  private CaseFiles cases;

  private Office office;

  @Test
  void theEndOfSpecialWorkIsAskedToBeLater(BrowserWindow window) throws IOException {
    office = register.establish(new OfficeEntry(register.nextRegisterNumber(), "濮阳市人民政府驻武汉办事处", "410900", SenderKind.GOVERNMENT, null,
        "420100", "武汉市", WorkKind.SPECIAL_WORK, END, "样政函〔2015〕1号", 3, null, true), "样政函〔2015〕1号", null);
    open(window, "410900");
    logInAs("gov410900");
    tasklist.startProcess("保留事项变更");
    tasklist.choose("办事机构", "%s %s（新设）".formatted(office.registerNumber(), office.name()));
    tasklist.choose("变更事项", "专项工作延期");
    tasklist.screenshot("start");
    tasklist.submitStart();
    at("draft", () -> {
      assertThat(tasklist.form().innerText()).contains("现定的专项工作结束日期", "2035年12月31日").doesNotContain("变更后的驻址");
      tasklist.choose("变更事项", "专项工作延期");
      fillInRequest();
      tasklist.fill("延期后的专项工作结束日期", "2036-12-31");
      tasklist.fill("变更理由", "重点项目工期延长，专项工作尚未结束，需要延期。");
      attach("请示", "常务会议纪要");
      tasklist.screenshot("filled");
      tasklist.complete();
    });
    logInAs("gov410900Leader");
    keepSignature();
    at("sign", () -> {
      assertThat(tasklist.form().innerText()).contains("专项工作延期", "2036年12月31日", "样政文〔2015〕58号");
      decide("签批结果", "同意上报", "签批意见", "同意。");
    });
    assertThat(task("accept")).isNotNull();
    theSheetBearsIt();
  }

  /** The leader keeps a picture of the signature, once. */
  private void keepSignature() throws IOException {
    Page page = window.page();
    page.navigate("http://127.0.0.1:" + port + "/camunda/lib/cleanup/signature.html");
    page.locator("body[data-ready]").waitFor();
    nothingIsWrong(page, "body");
    Path text = Files.writeString(folder.resolve("signature.txt"), "签名");
    page.waitForFileChooser(() -> press(page, page.locator("input[type=file]"), "Enter")).setFiles(text);
    press(page, page.getByText("保存", new Page.GetByTextOptions().setExact(true)), "Enter");
    page.getByText("签名图只能是PNG或者JPEG图片").waitFor();
    BufferedImage drawn = new BufferedImage(600, 240, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = drawn.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, 600, 240);
    graphics.setColor(Color.BLACK);
    graphics.setStroke(new BasicStroke(14));
    graphics.drawPolyline(new int[]{40, 200, 120, 420, 560}, new int[]{180, 40, 200, 60, 170}, 5);
    graphics.dispose();
    Path file = folder.resolve("signature.png");
    ImageIO.write(drawn, "png", file.toFile());
    page.locator("input[type=file]").setInputFiles(file);
    page.getByText("保存", new Page.GetByTextOptions().setExact(true)).click();
    page.getByText("已保存").waitFor();
    window.screenshot("signature");
  }

  private void theSheetBearsIt() {
    Page page = window.page();
    page.navigate("http://127.0.0.1:" + port + "/camunda/lib/cleanup/cases.html?case="
        + cases.openCaseOf(office.id(), "retention-change").orElseThrow().caseNumber());
    page.locator("#content[data-drawn]").waitFor();
    Locator signature = page.locator(".opinion-sheet img.signature");
    assertThat(signature.count()).as("that of the leader alone: who drafted keeps none").isEqualTo(1);
    assertThat(signature.getAttribute("alt")).contains("的签名");
    assertThat((Boolean) signature.evaluate("image => image.complete && image.naturalWidth > 0")).isTrue();
    signature.scrollIntoViewIfNeeded();
    window.screenshot("approval-sheet");
  }

  /** The city has other cases. */
  @Override
  Task task(String step) {
    return tasks.createTaskQuery()
        .taskDefinitionKey(step)
        .processInstanceBusinessKey(cases.openCaseOf(office.id(), "retention-change").orElseThrow().caseNumber())
        .singleResult();
  }
}
