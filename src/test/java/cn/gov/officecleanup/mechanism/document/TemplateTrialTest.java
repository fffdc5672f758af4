package cn.gov.officecleanup.mechanism.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.testkit.Henan;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an official may change in a template, and what is told of a template that cannot be used. */
class TemplateTrialTest {

  private final TemplateTrial trial = new TemplateTrial(Henan.PROVINCE);

  @ParameterizedTest
  @EnumSource
  void everyTemplateThatTheApplicationBringsMakesASpecimenWithoutHoles(OfficialTemplate template) throws IOException {
    assertThat(text(trial.specimen(template, TemplateVersions.brought(template)))).contains("2015年11月2日", "〕　号")
        .doesNotContain("{{", "}}", "null");
  }

  @Test
  void wordsAreChangedAndTagsStay() throws IOException {
    byte[] edited = edited(docx -> docx.createParagraph().createRun().setText("请认真贯彻执行。"));
    assertThat(text(trial.specimen(OfficialTemplate.RETENTION_REPLY, edited))).contains("请认真贯彻执行。", "同意保留某某市人民政府驻郑州办事处");
  }

  @Test
  void allFaultsAreNamedAtOnce() {
    byte[] edited = edited(docx -> {
      docx.createParagraph().createRun().setText("{{offise}}");
      remove(docx, "{{number}}");
      remove(docx, "{{date}}");
    });
    assertThatThrownBy(() -> trial.specimen(OfficialTemplate.RETENTION_REPLY, edited)).isInstanceOf(RefusedException.class)
        .hasMessageContaining("不认识的标签：{{offise}}")
        .hasMessageContaining("{{office}}")
        .hasMessageContaining("缺少标签{{number}}（发文字号）")
        .hasMessageContaining("缺少标签{{date}}（成文日期）")
        .hasMessageContaining("样式“成文日期”");
  }

  @Test
  void aSectionThatDoesNotEndAndAFileThatIsNoDocumentAreRefused() {
    assertThatThrownBy(() -> trial.specimen(OfficialTemplate.RETENTION_REPLY, edited(docx -> remove(docx, "{{/special}}"))))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("成对的标签");
    assertThatThrownBy(() -> trial.specimen(OfficialTemplate.RETENTION_REPLY, "文本".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("是否为DOCX格式");
  }

  private static void remove(XWPFDocument docx, String text) {
    XWPFParagraph paragraph = docx.getParagraphs().stream().filter(found -> found.getText().contains(text)).findFirst().orElseThrow();
    docx.removeBodyElement(docx.getPosOfParagraph(paragraph));
  }

  private static byte[] edited(Consumer<XWPFDocument> edit) {
    try (XWPFDocument docx = new XWPFDocument(new ByteArrayInputStream(TemplateVersions.brought(OfficialTemplate.RETENTION_REPLY)));
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      edit.accept(docx);
      docx.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(byte[] docx) throws IOException {
    try (var document = new XWPFDocument(new ByteArrayInputStream(docx)); var text = new XWPFWordExtractor(document)) {
      return text.getText();
    }
  }
}
