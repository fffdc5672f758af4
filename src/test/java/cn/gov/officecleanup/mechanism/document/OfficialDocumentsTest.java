package cn.gov.officecleanup.mechanism.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.officecleanup.mechanism.document.Reply.Approval;
import cn.gov.officecleanup.mechanism.document.Reply.Change;
import cn.gov.officecleanup.mechanism.document.Reply.Outcome;
import cn.gov.officecleanup.mechanism.document.Reply.Refusal;
import cn.gov.officecleanup.mechanism.document.Reply.Request;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.testkit.Henan;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFooter;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTInd;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPrGeneral;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STDocGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;

class OfficialDocumentsTest {

  private static final String LUOYANG = "洛阳市人民政府";
  private static final String OFFICE = "洛阳市人民政府驻郑州办事处";
  private static final Approval APPROVAL = new Approval(12, List.of("服务区域间经济合作。", "协助做好信访工作"), List.of("洛阳大厦", "牡丹宾馆"),
      LocalDate.of(2015, 12, 31), null, null, List.of());

  private final OfficialDocuments documents = new OfficialDocuments(new DocumentTemplates(TemplateVersions::brought), Henan.PROVINCE);

  // --- what it says

  @Test
  void anApprovalNamesRequestConditionsAndDates() throws IOException {
    assertThat(text(documents.retentionReply(reply(APPROVAL)))).contains("豫政函〔2015〕12号\n河南省人民政府关于同意保留\n洛阳市人民政府驻郑州办事处的批复\n洛阳市人民政府：\n")
        .contains("你市《关于保留洛阳市人民政府驻郑州办事处的请示》（洛政文〔2015〕58号）收悉。经研究，现批复如下：\n" + "同意保留洛阳市人民政府驻郑州办事处。\n")
        .contains("主要承担以下职能：服务区域间经济合作；协助做好信访工作。\n")
        .contains("要于2015年12月31日前与所属洛阳大厦、牡丹宾馆等经营性实体脱钩")
        .contains("《党政机关国内公务接待管理规定》")
        .contains("人员编制按照机构编制部门的核定执行")
        .contains("此复。\n")
        .contains("抄送：省机关事务管理局，省财政厅。")
        .doesNotContain("{{", "专项工作", "不得开办", "文件\n豫政函", "印发");
  }

  @Test
  void anOfficeForSpecialWorkIsToldTheDayItIsAbolished() throws IOException {
    Approval approval = new Approval(3, List.of(), List.of(), null, "移民安置", LocalDate.of(2017, 6, 30), List.of());

    assertThat(text(documents.retentionReply(reply(approval)))).contains("因移民安置专项工作设置，专项工作于2017年6月30日结束，届时你市要及时撤销该办事机构")
        .contains("不得开办或者变相开办宾馆")
        .doesNotContain("主要承担以下职能", "与经营性实体脱钩");
  }

  /** Who writes the work's name with 专项工作 at its end, and of what name nothing is known. */
  @ParameterizedTest
  @CsvSource({"移民安置专项工作,因移民安置专项工作设置", "'',因专项工作设置"})
  void theWordsForSpecialWorkAreNeverDoubled(String name, String said) throws IOException {
    Approval approval = new Approval(3, List.of(), List.of(), null, name, LocalDate.of(2017, 6, 30), List.of());
    assertThat(text(documents.retentionReply(reply(approval)))).contains("该办事机构" + said).doesNotContain("专项工作专项工作");
  }

  /** 国务院令第486号: establishments are fixed by the departments of establishments. */
  @Test
  void noReplyFixesAnEstablishment() throws IOException {
    assertThat(List.of(text(documents.retentionReply(reply(APPROVAL))), text(documents.establishmentReply(reply(APPROVAL)))))
        .allSatisfy(text -> assertThat(text).contains("人员编制按照机构编制部门的核定执行").doesNotContain("12名", "编制核定为"));
  }

  @Test
  void aRefusalTellsReasonAbolitionAssetsAndStaff() throws IOException {
    assertThat(text(documents.retentionReply(reply(new Refusal("该办事机构未与所属宾馆脱钩。", LocalDate.of(2015, 12, 31))))))
        .contains("河南省人民政府关于不同意保留\n")
        .contains("收悉。经审核，该办事机构未与所属宾馆脱钩。经研究，现批复如下：")
        .contains("不同意保留洛阳市人民政府驻郑州办事处。")
        .contains("于2015年12月31日前撤销该办事机构")
        .contains("严禁借机挪用、私分、侵吞国有资产")
        .contains("妥善安置");
  }

  @Test
  void aRefusalWithoutReasonAndDateLeavesNoHole() throws IOException {
    assertThat(text(documents.retentionReply(reply(new Refusal(null, null))))).contains("收悉。经研究，现批复如下：")
        .contains("《河南省清理规范驻省会城市办事机构实施方案》的规定撤销该办事机构");
  }

  @Test
  void aNewOfficeIsSetUpOrNot() throws IOException {
    assertThat(text(documents.establishmentReply(reply(APPROVAL)))).contains("同意设立" + OFFICE + "。").doesNotContain("经营性实体脱钩", "同意保留");
    assertThat(text(documents.establishmentReply(reply(new Refusal(null, null))))).contains("不同意设立" + OFFICE + "。");
  }

  @Test
  void aChangeIsNamedInTheTitleAndSaidWhole() throws IOException {
    Wish renamed = new Wish("", "更名", OFFICE + "更名为洛阳市人民政府驻郑州联络处");
    Wish revoked = new Wish("撤销", "", "撤销" + OFFICE);
    assertThat(text(documents.changeReply(reply(new Change(false, List.of("1.每年报告职能履行情况"))), renamed)))
        .contains("河南省人民政府关于同意\n", "驻郑州办事处更名的批复", "同意" + OFFICE + "更名为洛阳市人民政府驻郑州联络处。", "继续落实管理责任。", "每年报告职能履行情况。")
        .doesNotContain("1.每年", "依法处置资产");
    assertThat(text(documents.changeReply(reply(new Change(true, List.of())), revoked)))
        .contains("河南省人民政府关于同意撤销\n", "同意撤销" + OFFICE + "。", "依法处置资产。", "妥善安置人员。")
        .doesNotContain("继续落实管理责任");
    assertThat(text(documents.changeReply(reply(new Refusal("理由不充分", null)), revoked))).contains("河南省人民政府关于不同意撤销\n", "经审核，理由不充分。",
        "不同意撤销" + OFFICE + "。", "继续按照原批复的要求管理");
  }

  @Test
  void aRequestWithoutNumberIsNamedByItsTitleAlone() throws IOException {
    Reply reply = new Reply("豫政函〔2015〕12号", LocalDate.of(2015, 11, 2), "邓州市人民政府", "邓州市人民政府驻郑州办事处", new Request("关于保留办事处的请示", null, null),
        APPROVAL, List.of(), List.of());
    assertThat(text(documents.retentionReply(reply))).contains("你市《关于保留办事处的请示》收悉。");
  }

  @Test
  void whatAnOfficialTypesIsTextAndNotATag() throws IOException {
    Approval approval = new Approval(3, List.of("{{number}}"), List.of(), null, null, null, List.of("按“{{/office}}”<办理>&执行"));
    assertThat(text(documents.retentionReply(reply(approval)))).contains("{{number}}", "按“{{/office}}”<办理>&执行。");
  }

  @Test
  void attachmentsAreNumberedOnlyWhenThereAreSeveral() throws IOException {
    assertThat(text(documents.retentionReply(reply(APPROVAL, List.of(), List.of())))).doesNotContain("附件", "抄送");
    assertThat(text(documents.retentionReply(reply(APPROVAL, List.of("职能清单"), List.of())))).contains("此复。\n附件：职能清单\n河南省人民政府\n2015年11月2日\n");
    assertThat(text(documents.retentionReply(reply(APPROVAL, List.of("职能清单", "脱钩计划", "管理制度"), List.of()))))
        .contains("此复。\n附件：1.职能清单\n2.脱钩计划\n3.管理制度\n河南省人民政府\n");
  }

  // --- how it looks

  @Test
  void thePageIsA4WithATypeAreaOf22LinesOf28Characters() throws IOException {
    try (XWPFDocument docx = open(documents.retentionReply(reply(APPROVAL)))) {
      CTSectPr page = docx.getDocument().getBody().getSectPr();
      assertThat(page.getPgSz().getW()).isEqualTo(twips(11906));
      assertThat(page.getPgSz().getH()).isEqualTo(twips(16838));
      CTPageMar margins = page.getPgMar();
      assertThat(millimetres(margins.getTop())).isEqualTo(37);
      assertThat(millimetres(margins.getLeft())).isEqualTo(28);
      int width = 11906 - value(margins.getLeft()) - value(margins.getRight());
      int height = 16838 - value(margins.getTop()) - value(margins.getBottom());
      assertThat(millimetres(twips(width))).isEqualTo(156);
      assertThat(millimetres(twips(height))).isEqualTo(225);

      assertThat(page.getDocGrid().getType()).isEqualTo(STDocGrid.LINES_AND_CHARS);
      assertThat(height / page.getDocGrid().getLinePitch().intValue()).isEqualTo(22);
      double character = 320 + page.getDocGrid().getCharSpace().intValue() * 20 / 4096.0;
      assertThat((int) (width / character)).isEqualTo(28);
      // text keeps the same pitch by itself, since programs differ in how they apply a grid of characters
      XWPFStyle normal = docx.getStyles().getStyle("Normal");
      assertThat(value(paragraphOf(normal).getSpacing().getLine())).isEqualTo(579);
      assertThat((int) (width / (320.0 + value(runOf(normal).getSpacingArray(0).getVal())))).isEqualTo(28);
    }
  }

  @Test
  void fontsSizesAndColoursAreThoseOfTheStandard() throws IOException {
    try (XWPFDocument docx = open(documents.retentionReply(reply(APPROVAL)))) {
      assertFont(docx, "河南省人民政府", "方正小标宋简体", 88);
      assertThat(runOf(styleOf(docx, "河南省人民政府")).getColorArray(0).xgetVal().getStringValue()).isEqualTo("FF0000");
      assertFont(docx, "河南省人民政府关于同意保留", "方正小标宋简体", 44);
      assertThat(runOf(docx.getStyles().getStyle("Normal")).getSzArray(0).getVal()).isEqualTo(BigInteger.valueOf(32));
      assertThat(docx.getStyles().getDefaultRunStyle().getRPr().getRFontsArray(0).getEastAsia()).isEqualTo("仿宋_GB2312");
      assertThat(paragraphOf(styleOf(docx, "豫政函〔2015〕12号")).getJc().getVal()).hasToString("right");
      assertThat(paragraphOf(docx.getStyles().getStyle("Body")).getInd().getFirstLineChars()).isEqualTo(BigInteger.valueOf(200));
    }
  }

  @Test
  void conditionsThatWereNumberedByHandAreNotNumberedTwice() throws IOException {
    Approval approval = new Approval(3, List.of(), List.of(), null, null, null,
        List.of("一、须于2026年12月31日前脱钩。", "二、编制不超过５人；", "（三）每年报告", "4. 定期审计；。", "十年内不得扩建"));
    assertThat(text(documents.retentionReply(reply(approval)))).contains("须于2026年12月31日前脱钩。", "编制不超过５人。", "每年报告。", "定期审计。", "十年内不得扩建。")
        .doesNotContain("一、须", "；。", "（三）", "4. ");
  }

  @Test
  void conditionsAreNumberedInChineseHoweverManyThereAre() throws IOException {
    List<String> further = IntStream.rangeClosed(1, 15).mapToObj(i -> "附加条件" + i).toList();
    Approval approval = new Approval(3, List.of(), List.of(), null, null, null, further);
    try (XWPFDocument docx = open(documents.retentionReply(reply(approval)))) {
      List<String> clauses = docx.getParagraphs().stream().filter(p -> "Clause".equals(p.getStyle())).map(XWPFParagraph::getText).toList();
      assertThat(clauses).hasSize(6 + 15).endsWith("附加条件14。", "附加条件15。");
      CTPPrGeneral clause = paragraphOf(docx.getStyles().getStyle("Clause"));
      var level = docx.getNumbering()
          .getAbstractNum(docx.getNumbering().getAbstractNumID(clause.getNumPr().getNumId().getVal()))
          .getCTAbstractNum()
          .getLvlArray(0);
      assertThat(level.getNumFmt().getVal()).isEqualTo(STNumberFormat.CHINESE_COUNTING_THOUSAND);
      assertThat(level.getLvlText().getVal()).isEqualTo("%1、");
      assertThat(docx.getParagraphs()).filteredOn(p -> "Clause".equals(p.getStyle()))
          .allSatisfy(p -> assertThat(p.getCTP().getPPr().isSetNumPr()).isFalse());
    }
  }

  @Test
  void theSignatureIsCentredAboveTheDateFourCharactersFromTheRight() throws IOException {
    try (XWPFDocument docx = open(documents.retentionReply(reply(APPROVAL)))) {
      // 7 characters above 6.5, whose right edge is 4 from the right and their centre 7.25, in a strip of 11
      for (String style : List.of("Signature", "SignatureDate")) {
        CTInd indent = paragraph(docx, style.equals("Signature") ? "河南省人民政府" : "2015年11月2日", style).getCTP().getPPr().getInd();
        assertThat(indent.getRightChars()).isEqualTo(BigInteger.valueOf(175));
        assertThat(indent.getLeftChars()).isEqualTo(BigInteger.valueOf(2800 - 1450 + 175));
      }
    }
  }

  @Test
  void thePageNumberStandsOutsideBetweenDashes() throws IOException {
    try (XWPFDocument docx = open(documents.retentionReply(reply(APPROVAL)))) {
      assertThat(docx.getSettings().getEvenAndOddHeadings()).isTrue();
      assertThat(docx.getFooterList())
          .extracting(footer -> footer.getParagraphArray(0).getText().replace("PAGE", "").replaceAll("\\s+", " "))
          .containsExactlyInAnyOrder("— 1 —", "— 1 —", "");
      assertThat(docx.getHeaderFooterPolicy().getFirstPageFooter().getText()).as("a letter's first page").isBlank();
      assertThat(alignment(docx.getHeaderFooterPolicy().getEvenPageFooter())).isEqualTo("left");
      assertThat(alignment(docx.getHeaderFooterPolicy().getDefaultFooter())).isEqualTo("right");
      CTRPr pageNumber = runOf(docx.getStyles().getStyle("PageNumber"));
      assertThat(pageNumber.getRFontsArray(0).getAscii()).isEqualTo("宋体");
      assertThat(pageNumber.getSzArray(0).getVal()).isEqualTo(BigInteger.valueOf(28));
    }
  }

  @Test
  void copiesStandAtTheFootOfTheLastPage() throws IOException {
    try (XWPFDocument docx = open(documents.retentionReply(reply(APPROVAL)))) {
      XWPFTable imprint = docx.getTables().get(0);
      assertThat(imprint.getCTTbl().getTblPr().xmlText()).contains("tblpYSpec=\"bottom\"", "vertAnchor=\"margin\"");
      assertThat(imprint.getRows()).hasSize(1);
    }
    try (XWPFDocument docx = open(documents.retentionReply(reply(APPROVAL, List.of(), List.of())))) {
      assertThat(docx.getTables()).isEmpty();
    }
  }

  @Test
  void aLongIssuersNameIsNarrowedToFitTheRedHead() throws IOException {
    OfficialDocument document = new OfficialDocument(OfficialKind.REPLY, "河南省人民政府机关事务管理局", "", "豫管文〔2015〕1号", "", List.of("关于某事的批复"),
        LUOYANG, LocalDate.of(2015, 11, 2), List.of(), List.of());
    try (XWPFDocument docx = open(new DocumentTemplates(TemplateVersions::brought).fill(OfficialTemplate.ESTABLISHMENT_REFUSAL, document,
        Map.of("plan", "实施方案", "you", "你市", "office", OFFICE, "requestTitle", "请示", "numbered", false, "reasoned", false)))) {
      XWPFParagraph mark = paragraph(docx, "河南省人民政府机关事务管理局");
      assertThat(mark.getRuns()).filteredOn(run -> !run.text().isEmpty()).allSatisfy(run -> assertThat(run.getTextScale()).isEqualTo(71));
    }
  }

  // --- the template an official edits

  @Test
  void anEditedTemplateIsUsed() throws IOException {
    assertThat(text(documents(template("第一稿：{{office}}")).retentionReply(reply(APPROVAL)))).contains("第一稿：" + OFFICE);
  }

  /** Governments have put their own in use; a version that was released with other tags must still be filled. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE,
      names = {"BUREAU_OPINION", "ABOLITION_NOTICE", "LOCALITY_SUMMARY", "CLEANUP_REQUEST", "APPRAISAL_NOTICE", "APPRAISAL_LETTER",
          "CHANGE_REPLY", "CHANGE_REFUSAL", "RECEPTION_APPROVAL", "RECEPTION_LIST", "RECEPTION_REIMBURSEMENT", "DECOUPLING_REQUEST",
          "DECOUPLING_REPLY", "DECOUPLING_REPORT", "DECOUPLING_LETTER", "INSPECTION_PLAN", "INSPECTION_NOTICE", "INSPECTION_STATEMENT",
          "INSPECTION_FEEDBACK", "COMPLAINT_ACCEPTANCE", "COMPLAINT_REFUSAL", "COMPLAINT_REPLY"})
  void aTemplateOfTheReleasedVersionIsStillFilled(OfficialTemplate template) throws IOException {
    byte[] released = new ClassPathResource("documents/released/" + template.name().toLowerCase().replace('_', '-') + ".docx")
        .getContentAsByteArray();
    byte[] filled = new TemplateTrial(Henan.PROVINCE).draw(template, documents(released));
    assertThat(text(filled)).contains("〔2015〕　号", "2015年11月2日").doesNotContain("{{");
  }

  @Test
  void aTemplateThatCannotBeFilledIsRefusedInWordsThatNameIt() throws IOException {
    byte[] unknownTag = template("{{offise}}");
    assertThatThrownBy(() -> documents(unknownTag).retentionReply(reply(APPROVAL))).isInstanceOf(RefusedException.class)
        .hasMessageContaining("同意保留的批复")
        .hasMessageContaining("offise");
    byte[] unclosedSection = template("{{?special}}");
    assertThatThrownBy(() -> documents(unclosedSection).retentionReply(reply(APPROVAL))).isInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> documents("文本".getBytes(StandardCharsets.UTF_8)).retentionReply(reply(APPROVAL)))
        .isInstanceOf(RefusedException.class);
  }

  private static byte[] template(String text) throws IOException {
    try (XWPFDocument docx = new XWPFDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      docx.createParagraph().createRun().setText(text);
      docx.write(out);
      return out.toByteArray();
    }
  }

  private static OfficialDocuments documents(byte[] template) {
    return new OfficialDocuments(new DocumentTemplates(any -> template), Henan.PROVINCE);
  }

  private static Reply reply(Outcome outcome) {
    return reply(outcome, List.of("职能清单", "脱钩计划"), List.of("省机关事务管理局", "省财政厅"));
  }

  private static Reply reply(Outcome outcome, List<String> attachments, List<String> copyTo) {
    return new Reply("豫政函〔2015〕12号", LocalDate.of(2015, 11, 2), LUOYANG, OFFICE,
        new Request("关于保留洛阳市人民政府驻郑州办事处的请示", "洛政文〔2015〕58号", LocalDate.of(2015, 8, 20)), outcome, attachments, copyTo);
  }

  private static XWPFDocument open(byte[] docx) throws IOException {
    return new XWPFDocument(new ByteArrayInputStream(docx));
  }

  private static String text(byte[] docx) throws IOException {
    try (XWPFWordExtractor extractor = new XWPFWordExtractor(open(docx))) {
      return extractor.getText();
    }
  }

  private static XWPFParagraph paragraph(XWPFDocument docx, String start) {
    return DocumentTemplates.paragraphs(docx).filter(p -> p.getText().startsWith(start)).findFirst().orElseThrow();
  }

  private static XWPFStyle styleOf(XWPFDocument docx, String paragraphStart) {
    return docx.getStyles().getStyle(paragraph(docx, paragraphStart).getStyle());
  }

  private static void assertFont(XWPFDocument docx, String paragraphStart, String font, int halfPoints) {
    CTRPr run = runOf(styleOf(docx, paragraphStart));
    assertThat(run.getRFontsArray(0).getEastAsia()).isEqualTo(font);
    assertThat(run.getSzArray(0).getVal()).isEqualTo(BigInteger.valueOf(halfPoints));
    assertThat(paragraph(docx, paragraphStart).getRuns()).allSatisfy(r -> {
      assertThat(r.getFontSizeAsDouble()).isNull();
      assertThat(r.getFontFamily()).isNull();
    });
  }

  private static XWPFParagraph paragraph(XWPFDocument docx, String start, String style) {
    return docx.getParagraphs().stream().filter(p -> style.equals(p.getStyle()) && p.getText().startsWith(start)).findFirst().orElseThrow();
  }

  private static String alignment(XWPFFooter footer) {
    return footer.getParagraphArray(0).getCTP().getPPr().getJc().getVal().toString();
  }

  private static CTRPr runOf(XWPFStyle style) {
    return style.getCTStyle().getRPr();
  }

  private static CTPPrGeneral paragraphOf(XWPFStyle style) {
    return style.getCTStyle().getPPr();
  }

  private static BigInteger twips(int value) {
    return BigInteger.valueOf(value);
  }

  private static int value(Object twips) {
    return Integer.parseInt(twips.toString());
  }

  private static long millimetres(Object twips) {
    return Math.round(value(twips) / 1440.0 * 25.4);
  }
}
