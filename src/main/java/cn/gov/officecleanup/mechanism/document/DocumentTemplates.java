package cn.gov.officecleanup.mechanism.document;

import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.text.InWords;
import com.deepoove.poi.XWPFTemplate;
import com.deepoove.poi.config.Configure;
import com.deepoove.poi.plugin.table.LoopRowTableRenderPolicy;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTInd;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
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
  /** Characters of 2号 (22 pt) that fit into the 156 mm of the type area. */
  private static final int TITLE_CHARACTERS = 20;
  /** Width of the type area in points: 156 mm. */
  private static final int TYPE_AREA = 442;
  /** Size of a red head in points where its style names none. */
  private static final int ISSUER_MARK_SIZE = 48;
  /** The date keeps four characters from the right edge of the type area; in hundredths of a character. */
  private static final int DATE_INDENT = 400;
  /** A line has 28 characters; in hundredths of a character. */
  private static final int LINE = 2800;
  /** Room for fonts whose digits are wider than half a character; the same. */
  private static final int SLACK = 200;
  /** of all that is in a template, unpacked, in bytes: those brought along have less than a tenth */
  private static final long UNPACKED_LIMIT = 20 << 20;
  private static final Configure ABORT_ON_UNKNOWN_TAG = Configure.builder()
      .setValidErrorHandler(new Configure.AbortHandler())
      .bind("assetRows", new LoopRowTableRenderPolicy())
      .bind("localityRows", new LoopRowTableRenderPolicy())
      .bind("itemRows", new LoopRowTableRenderPolicy())
      .bind("paymentRows", new LoopRowTableRenderPolicy())
      .build();

  private final TemplateSource source;

  DocumentTemplates(TemplateSource source) {
    this.source = source;
  }

  /** Tags of the parts that every document has, whether or not a template shows all of them. */
  static Set<String> frameTags() {
    return frame(new OfficialDocument(OfficialKind.NOTICE, "", "", "", "", List.of(""), "", LocalDate.EPOCH, List.of(), List.of()))
        .keySet();
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
    values.put("signer", document.signer());
    values.put("title", String.join("\n", TitleLines.of(document.title(), TITLE_CHARACTERS)));
    values.put("addressee", document.addressee());
    values.put("date", InWords.day(document.date()));
    values.put("printedOn", InWords.day(document.date()));
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
    int date = hundredths(InWords.day(document.date()));
    // both are centred in one strip, so that they stay above each other whatever the font's digits are like
    int half = Math.max(signature, date) / 2;
    // a long signature pushes the date to the left rather than leave the type area
    int centre = Math.max(DATE_INDENT + date / 2, half);
    int right = Math.max(0, centre - half - SLACK);
    int left = Math.max(0, LINE - 2 * centre + right);
    for (XWPFParagraph paragraph : paragraphs(docx).toList()) {
      String style = styleName(paragraph);
      if (ISSUER_MARK.equals(style)) {
        fitToTypeArea(paragraph);
      } else if (SIGNATURE.equals(style) || SIGNATURE_DATE.equals(style)) {
        centre(paragraph, left, right);
      }
    }
    if (document.copyTo().isEmpty()) {
      List.copyOf(docx.getTables()).forEach(DocumentTemplates::removeCopyTo);
    }
  }

  /** @return the paragraphs of the text and of the headers: a letter's red head stands in that of its first page */
  static Stream<XWPFParagraph> paragraphs(XWPFDocument docx) {
    return Stream.concat(docx.getHeaderList().stream().flatMap(header -> header.getParagraphs().stream()), docx.getParagraphs().stream());
  }

  private static void fitToTypeArea(XWPFParagraph mark) {
    CTRPr run = mark.getDocument().getStyles().getStyle(mark.getStyle()).getCTStyle().getRPr();
    int size = run == null || run.sizeOfSzArray() == 0 ? ISSUER_MARK_SIZE : Integer.parseInt(run.getSzArray(0).getVal().toString()) / 2;
    int fitting = TYPE_AREA / size;
    int characters = mark.getText().length();
    if (characters > fitting) {
      mark.getRuns().stream().filter(part -> !part.text().isEmpty()).forEach(part -> part.setTextScale(100 * fitting / characters));
    }
  }

  private static void removeCopyTo(XWPFTable imprint) {
    for (int i = imprint.getNumberOfRows() - 1; i >= 0; i--) {
      if ("抄送".equals(styleName(imprint.getRow(i).getCell(0).getParagraphArray(0)))) {
        imprint.removeRow(i);
      }
    }
    if (imprint.getNumberOfRows() == 0) {
      XWPFDocument docx = imprint.getBody().getXWPFDocument();
      docx.removeBodyElement(docx.getPosOfTable(imprint));
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

  /** @param left and {@code right} indents in hundredths of a character */
  private static void centre(XWPFParagraph paragraph, int left, int right) {
    paragraph.setAlignment(ParagraphAlignment.CENTER);
    CTPPr properties = paragraph.getCTP().getPPr();
    CTInd indent = properties.isSetInd() ? properties.getInd() : properties.addNewInd();
    indent.setLeftChars(BigInteger.valueOf(left));
    indent.setRightChars(BigInteger.valueOf(right));
    // for programs that do not know characters: 28 on 8845 twips
    indent.setLeft(BigInteger.valueOf(left * 8845L / LINE));
    indent.setRight(BigInteger.valueOf(right * 8845L / LINE));
  }
}
