package cn.gov.officecleanup.mechanism.document;

import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import com.deepoove.poi.XWPFTemplate;
import com.deepoove.poi.config.Configure;
import com.deepoove.poi.plugin.table.LoopRowTableRenderPolicy;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTInd;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPr;
import org.springframework.stereotype.Component;

/**
 * Fills the Word templates of official documents. What a document says and how it looks is in the template; here is only what Word cannot
 * do by itself: the title's lines, the width of a long red head, the signature centred above the date. It finds these by the names of their
 * styles, which a template must keep.
 */
@Component
class DocumentTemplates {

  /** Styles of the parts that are set here. */
  static final String ISSUER_MARK = "发文机关标志";
  static final String SIGNATURE = "发文机关署名";
  static final String SIGNATURE_DATE = "成文日期";

  private static final Pattern TAG = Pattern.compile("\\{\\{[^{}]+\\}\\}");
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy年M月d日");
  /** Characters of 2号 (22 pt) that fit into the 156 mm of the type area. */
  private static final int TITLE_CHARACTERS = 20;
  /** Characters of the red head's 48 pt that fit into the 156 mm of the type area. */
  private static final int ISSUER_MARK_CHARACTERS = 9;
  /** The date keeps four characters from the right edge of the type area; in hundredths of a character. */
  private static final int DATE_INDENT = 400;
  /** of all that is in a template, unpacked, in bytes: those brought along have less than a tenth */
  private static final long UNPACKED_LIMIT = 20 << 20;
  private static final Configure ABORT_ON_UNKNOWN_TAG = Configure.builder()
      .setValidErrorHandler(new Configure.AbortHandler())
      .bind("assetRows", new LoopRowTableRenderPolicy())
      .bind("localityRows", new LoopRowTableRenderPolicy())
      .build();

  private final TemplateSource source;

  DocumentTemplates(TemplateSource source) {
    this.source = source;
  }

  /** @return the day as official documents write it, e.g. 2015年11月2日 */
  static String day(LocalDate date) {
    return DATE.format(date);
  }

  /**
   * @param document the parts every document has
   * @param content values of the template's own tags
   * @return .docx
   * @throws RefusedException the template was edited so that it cannot be filled
   */
  byte[] fill(OfficialTemplate template, OfficialDocument document, Map<String, Object> content) {
    Map<String, Object> values = new HashMap<>(content);
    values.putAll(frame(document));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (XWPFTemplate filled = compile(source.read(template)).render(values)) {
      finish(filled.getXWPFDocument(), document);
      filled.write(out);
    } catch (IOException | RuntimeException e) {
      // the template is edited by hand; poi-tl and POI tell what is wrong with it by many types of exception
      throw new RefusedException(new Finding("DOCUMENT_TEMPLATE_DEFECT",
          "公文模板“%s”有误，请检查模板中的标签（双大括号内的文字）%s。".formatted(template.label(), tagsIn(e.getMessage())), "GB/T 9704"), e);
    }
    return out.toByteArray();
  }

  /** @return the tags that an English message names */
  private static String tagsIn(String message) {
    return TAG.matcher(String.valueOf(message)).results().map(MatchResult::group).distinct().collect(Collectors.joining("、"));
  }

  /**
   * Opens a template that an official edited.
   *
   * @throws IOException no sound package, or one that holds more than a template does
   */
  static XWPFTemplate compile(byte[] docx) throws IOException {
    return XWPFTemplate.compile(opened(docx), ABORT_ON_UNKNOWN_TAG);
  }

  /** @return what POI may open of it */
  static InputStream opened(byte[] docx) throws IOException {
    return new ByteArrayInputStream(OfficePackage.counted(docx, UNPACKED_LIMIT, OfficePackage.PartLimits.NONE));
  }

  private static Map<String, Object> frame(OfficialDocument document) {
    Map<String, Object> values = new HashMap<>();
    values.put("issuer", document.issuer());
    values.put("printingOffice", document.printingOffice());
    values.put("number", document.number());
    values.put("title", String.join("\n", TitleLines.of(document.title(), TITLE_CHARACTERS)));
    values.put("addressee", document.addressee());
    values.put("date", day(document.date()));
    values.put("printedOn", day(document.date()));
    values.put("copyTo", String.join("，", document.copyTo()));
    List<String> attachments = document.attachments();
    values.put("oneAttachment", attachments.size() == 1);
    values.put("severalAttachments", attachments.size() > 1);
    values.put("attachment", attachments.isEmpty() ? "" : attachments.get(0));
    values.put("furtherAttachments",
        IntStream.range(1, attachments.size()).mapToObj(i -> Map.of("position", i + 1, "name", attachments.get(i))).toList());
    return values;
  }

  private static void finish(XWPFDocument docx, OfficialDocument document) {
    docx.getProperties().getCoreProperties().setTitle(String.join("", document.title()));
    int signature = hundredths(document.issuer());
    int date = hundredths(day(document.date()));
    // a long signature pushes the date to the left rather than leave the type area
    int signatureIndent = Math.max(0, DATE_INDENT + (date - signature) / 2);
    int dateIndent = signatureIndent + (signature - date) / 2;
    for (XWPFParagraph paragraph : docx.getParagraphs()) {
      String style = styleName(paragraph);
      if (ISSUER_MARK.equals(style)) {
        int characters = paragraph.getText().length();
        if (characters > ISSUER_MARK_CHARACTERS) {
          paragraph.getRuns().forEach(run -> run.setTextScale(100 * ISSUER_MARK_CHARACTERS / characters));
        }
      } else if (SIGNATURE.equals(style)) {
        indentRight(paragraph, signatureIndent);
      } else if (SIGNATURE_DATE.equals(style)) {
        indentRight(paragraph, dateIndent);
      }
    }
    if (document.copyTo().isEmpty()) {
      docx.getTables().forEach(DocumentTemplates::removeCopyTo);
    }
  }

  private static void removeCopyTo(XWPFTable imprint) {
    for (int i = imprint.getNumberOfRows() - 1; i >= 0; i--) {
      if ("抄送".equals(styleName(imprint.getRow(i).getCell(0).getParagraphArray(0)))) {
        imprint.removeRow(i);
      }
    }
  }

  /** @return the name an official sees in Word; ids may change when other programs save the template */
  static String styleName(XWPFParagraph paragraph) {
    XWPFStyle style = paragraph.getStyle() == null ? null : paragraph.getDocument().getStyles().getStyle(paragraph.getStyle());
    return style == null ? "" : style.getName();
  }

  /** @return width in hundredths of a character: ASCII is half as wide as a Chinese character */
  private static int hundredths(String text) {
    return text.codePoints().map(c -> c < 0x80 ? 50 : 100).sum();
  }

  private static void indentRight(XWPFParagraph paragraph, int hundredths) {
    CTPPr properties = paragraph.getCTP().getPPr();
    CTInd indent = properties.isSetInd() ? properties.getInd() : properties.addNewInd();
    indent.setRightChars(BigInteger.valueOf(hundredths));
    // for programs that do not know rightChars: 28 characters on 8845 twips
    indent.setRight(BigInteger.valueOf(hundredths * 8845L / 2800));
  }
}
