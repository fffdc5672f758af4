package cn.gov.officecleanup.mechanism.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.testkit.Henan;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an official may change in a template, and what is told of a template that cannot be used. */
class TemplateTrialTest {

  private final TemplateTrial trial = new TemplateTrial(Henan.PROVINCE);

  @ParameterizedTest
  @EnumSource
  void everyTemplateThatTheApplicationBringsMakesASpecimenWithoutHoles(OfficialTemplate template) throws IOException {
    assertThat(text(trial.specimen(template, TemplateVersions.brought(template)))).contains("2015年11月2日")
        .containsAnyOf(template.kind() == OfficialKind.FORM ? "-2015-0001" : "〕　号", "\nXF-2026-0001\n")
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

  @ParameterizedTest
  @CsvSource(delimiter = '|',
      value = {"200-fullwidth-braces.docx|｛｛number｝｝", "201-one-brace.docx|{number}", "208-content-control.docx|内容控件中的标签“{{number}}”",
          "211-field-code.docx|域代码", "212-tag-across-paragraphs.docx|文号：{{num", "212-tag-across-paragraphs.docx|ber}}"})
  void whatLooksLikeATagAndIsNoneIsNamedInChinese(String file, String named) throws IOException {
    byte[] template = Files.readAllBytes(Path.of("src/test/resources/cases", file));
    assertThatThrownBy(() -> trial.specimen(OfficialTemplate.RETENTION_REPLY, template)).isInstanceOf(RefusedException.class)
        .hasMessageContaining(named)
        .hasMessageEndingWith("。")
        .satisfies(refused -> assertThat(refused.getMessage()).doesNotContainPattern("[A-Za-z]+ [A-Za-z]+ [A-Za-z]+"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"文号：{{ number }}", "文号：<<number>>", "文号：${number}", "文号：【number】", "文号：{{number", "文号：number}}",
      "文号：{{{number}}}", "{{？numbered}}"})
  void otherBracketsAndBlanksAreNamed(String text) {
    byte[] edited = edited(docx -> docx.createParagraph().createRun().setText(text));
    assertThatThrownBy(() -> trial.specimen(OfficialTemplate.RETENTION_REPLY, edited)).isInstanceOf(RefusedException.class)
        .hasMessageContaining("像是标签而不是标签");
  }

  @ParameterizedTest
  @ValueSource(strings = {"204-split-runs-prooferr.docx", "205-tracked-insert.docx", "206-textbox.docx", "209-hyperlink.docx",
      "210-nested-table.docx"})
  void tagsThatAreFilledInAreTakenAsTheyAre(String file) throws IOException {
    byte[] template = Files.readAllBytes(Path.of("src/test/resources/cases/holds", file));
    assertThat(trial.specimen(OfficialTemplate.RETENTION_REPLY, template)).isNotEmpty();
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
