package cn.gov.officecleanup.mechanism.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.officecleanup.mechanism.document.WordView.Kind;
import cn.gov.officecleanup.mechanism.document.WordView.Part;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** What is shown of a Word document without Word. */
class WordViewTest {

  private static final String PICTURE = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

  // ---- how it looks

  @Test
  void anOfficialDocumentKeepsTheLayoutOfTheStandard() {
    WordView reply = WordView.of(TemplateVersions.brought(OfficialTemplate.CLEANUP_SUMMARY));
    Part sheet = reply.sheets().get(0);
    assertThat(reply.sheets()).as("the attachment stands on a sheet of its own").hasSize(2);
    assertThat(sheet.style()).containsEntry("width", "595.3pt")
        .containsEntry("padding-top", "104.9pt")
        .containsEntry("padding-left", "79.35pt");
    Part mark = paragraph(reply, "{{issuer}}文件");
    assertThat(mark.style()).containsEntry("text-align", "center").containsEntry("line-height", "58.0pt");
    assertThat(mark.parts().get(0).style()).containsEntry("color", "#FF0000").containsEntry("font-size", "48.0pt");
    assertThat(mark.parts().get(0).style().get("font-family")).startsWith("\"方正小标宋简体\"");
    assertThat(paragraph(reply, "{{number}}签发人：{{signer}}").style()).as("the red line")
        .containsEntry("border-bottom", "1.5pt solid #FF0000");
    assertThat(paragraph(reply, "{{addressee}}：").parts().get(0).style().get("font-family")).startsWith("\"仿宋_GB2312\"");
    assertThat(texts(reply)).anyMatch(text -> text.startsWith("一、总体情况")).anyMatch(text -> text.startsWith("二、监督检查"));
    Part imprint = paragraph(reply, "{{printingOffice}}{{printedOn}}印发");
    assertThat(imprint.style()).as("the date stands at the right").containsEntry("display", "flex");
    assertThat(parts(reply).filter(part -> part.kind() == Kind.CELL).findFirst().orElseThrow().style()).containsKey("border-top");
  }

  @Test
  void aLetterShowsTheHeadOfItsFirstPage() {
    WordView reply = WordView.of(TemplateVersions.brought(OfficialTemplate.RETENTION_REPLY));
    Part mark = paragraph(reply, "{{issuer}}");
    assertThat(mark.parts().get(0).style()).containsEntry("color", "#FF0000");
    assertThat(texts(reply)).containsSubsequence("{{issuer}}", "{{number}}", "{{title}}");
  }

  @Test
  void anUnderlineWithoutAKindIsNone() {
    WordView view = view("""
      <w:p><w:r><w:rPr><w:u/></w:rPr><w:t>一</w:t></w:r><w:r><w:rPr><w:u w:val="none"/></w:rPr><w:t>二</w:t></w:r>
      <w:r><w:rPr><w:u w:val="single"/></w:rPr><w:t>三</w:t></w:r></w:p>""", Map.of());
    assertThat(parts(view).filter(part -> part.style().containsKey("text-decoration")).map(Part::text)).containsExactly("三");
  }

  @Test
  void tablesKeepTheirMergedCells() {
    WordView view = view("""
      <w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>表头</w:t></w:r></w:p></w:tc></w:tr>
      <w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>合并</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr>
      <w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>""", Map.of());
    List<Part> cells = parts(view).filter(part -> part.kind() == Kind.CELL).toList();
    assertThat(cells).extracting(Part::columns).containsExactly(2, 1, 1, 1);
    assertThat(cells).extracting(Part::rows).containsExactly(1, 2, 1, 1);
  }

  @Test
  void aSealFloatsWhereItWasPut() {
    WordView view = view("""
      <w:p><w:r><w:drawing><wp:anchor xmlns:wp="urn:p"><wp:positionH><wp:posOffset>127000</wp:posOffset></wp:positionH>
      <wp:extent cx="1270000" cy="1270000"/>
      <a:blip xmlns:a="urn:a" r:embed="rId1"/></wp:anchor></w:drawing></w:r></w:p>""", Map.of("rId1", "image:media/seal.png"));
    Part seal = parts(view).filter(part -> part.kind() == Kind.PICTURE).findFirst().orElseThrow();
    assertThat(seal.style()).containsEntry("position", "absolute").containsEntry("left", "10.0pt").containsEntry("width", "100.0pt");
    assertThat(seal.text()).startsWith("data:image/png;base64,iVBORw0KGgo");
  }

  @Test
  void whatIsDeletedOrHiddenIsNotShownAndAPageThatTheDocumentBeginsIsASheet() {
    WordView view = view("""
      <w:p><w:del><w:r><w:delText>删去</w:delText></w:r></w:del>
      <w:ins><w:r><w:t>增加</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r>
      <w:r><w:br w:type="page"/></w:r></w:p><w:p><w:r><w:t>第二页</w:t></w:r></w:p>""", Map.of());
    assertThat(texts(view)).containsExactly("增加", "第二页");
    assertThat(view.sheets()).hasSize(2);
  }

  // ---- what it must not do

  @Test
  void aHostileDocumentShowsItsTextAndDoesNothing() throws IOException {
    WordView view = view("""
      <w:p><w:hyperlink r:id="rId1"><w:r><w:t>请点击</w:t></w:r></w:hyperlink></w:p>
      <w:p><w:r><w:rPr><w:rFonts w:ascii="a&quot;;background:url(https://evil.example/f)" w:eastAsia="url(//evil.example)"/>
      <w:color w:val="red;background:url(https://evil.example/c)"/><w:sz w:val="99999999"/></w:rPr>
      <w:t>&lt;img src=x onerror=alert(1)&gt;</w:t></w:r></w:p>
      <w:p><w:pPr><w:pStyle w:val="A"/><w:ind w:left="999999999"/></w:pPr>
      <w:r><w:drawing><a:blip xmlns:a="urn:a" r:embed="rId2" r:link="rId2"/></w:drawing></w:r></w:p>
      <w:p><w:r><w:pict>
      <v:shape xmlns:v="urn:v" style="width:10pt;background:url(https://evil.example/v)">
      <v:imagedata r:id="rId3"/></v:shape></w:pict></w:r></w:p>
      <w:p><w:r><w:object><o:OLEObject xmlns:o="urn:o" r:id="rId2"/></w:object></w:r>
      <w:r><w:instrText>INCLUDEPICTURE "https://evil.example/i"</w:instrText></w:r></w:p>
      <w:altChunk r:id="rId4"/>""", Map.of("rId1", "hyperlink:javascript:alert(1)", "rId2", "image:https://evil.example/tracker.png",
        "rId3", "image:media/page.svg", "rId4", "aFChunk:chunk.html"));
    String shown = new ObjectMapper().writeValueAsString(view);
    assertThat(texts(view)).contains("请点击", "<img src=x onerror=alert(1)>");
    assertThat(shown).doesNotContain("evil.example", "javascript", "url(", "altChunk", "svg", "data:");
    assertThat(parts(view).map(Part::style).flatMap(style -> style.values().stream())).as("no wider than can be drawn")
        .noneMatch(value -> value.contains("99999"));
  }

  @Test
  void externalEntitiesAreNotRead() {
    byte[] docx = docx("<!DOCTYPE w [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>", "<w:p><w:r><w:t>&x;</w:t></w:r></w:p>", Map.of(),
        Map.of());
    assertThatThrownBy(() -> WordView.of(docx)).isInstanceOf(RefusedException.class).hasMessageContaining("请下载后查看");
  }

  @Test
  void whatIsTooLargeTooDeepOrDamagedIsRefused() {
    byte[] large = docx("", "<w:p/>", Map.of(), Map.of("word/media/large.png", new byte[21 << 20]));
    assertThat(large.length).as("packed it is small").isLessThan(1 << 20);
    assertThatThrownBy(() -> WordView.of(large)).isInstanceOf(RefusedException.class).hasMessageContaining("文件较大");
    assertThatThrownBy(() -> view("<w:p><w:r><w:t>" + " ".repeat(5 << 20) + "</w:t></w:r></w:p>", Map.of())).hasMessageContaining("文件较大");
    String deep = "<w:tbl><w:tr><w:tc>".repeat(5_000) + "<w:p/>" + "</w:tc></w:tr></w:tbl>".repeat(5_000);
    assertThatThrownBy(() -> view(deep, Map.of())).isInstanceOf(RefusedException.class).hasMessageContaining("请下载后查看");
    assertThatThrownBy(() -> WordView.of(new byte[]{'P', 'K', 3, 4, 0})).isInstanceOf(RefusedException.class)
        .hasMessageContaining("请下载后查看");
  }

  @Test
  void ofALongOneItsBeginningIsShown() {
    String paragraphs = IntStream.range(0, 30_000).mapToObj("<w:p><w:r><w:t>%h</w:t></w:r></w:p>"::formatted).collect(Collectors.joining());
    WordView view = view(paragraphs, Map.of());
    assertThat(view.more()).isTrue();
    assertThat(parts(view).count()).isBetween(15_000L, 25_000L);
    String text = IntStream.range(0, 600_000)
        .mapToObj(at -> String.valueOf((char) ('一' + at * 31L % 20_000)))
        .collect(Collectors.joining());
    assertThat(view("<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>", Map.of()).more()).isTrue();
  }

  // ---- documents

  private static WordView view(String body, Map<String, String> relationships) {
    return WordView.of(docx("", body, relationships, Map.of()));
  }

  /** @param relationships of the document by their ids: type and target */
  private static byte[] docx(String doctype, String body, Map<String, String> relationships, Map<String, byte[]> further) {
    Map<String, byte[]> parts = new HashMap<>(further);
    parts.put("[Content_Types].xml", """
      <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
      <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
      <Default Extension="png" ContentType="image/png"/><Default Extension="svg" ContentType="image/svg+xml"/>
      <Default Extension="html" ContentType="text/html"/>
      <Override PartName="/word/document.xml"
          ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
      <Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>
      </Types>""".getBytes(StandardCharsets.UTF_8));
    parts.put("_rels/.rels", relationships(Map.of("rId1", "officeDocument:word/document.xml")));
    Map<String, String> all = new HashMap<>(relationships);
    all.put("styles", "styles:styles.xml");
    parts.put("word/_rels/document.xml.rels", relationships(all));
    parts.put("word/styles.xml", """
      <w:styles xmlns:w="urn:w"><w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style>
      <w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style></w:styles>""".getBytes(StandardCharsets.UTF_8));
    parts.put("word/document.xml", ("""
      <?xml version="1.0" encoding="UTF-8"?>%s
      <w:document xmlns:w="urn:w" xmlns:r="urn:r"><w:body>%s</w:body></w:document>""".formatted(doctype, body))
        .getBytes(StandardCharsets.UTF_8));
    parts.put("word/media/seal.png", Base64.getDecoder().decode(PICTURE));
    parts.put("word/media/page.svg", "<svg onload=\"alert(1)\"/>".getBytes(StandardCharsets.UTF_8));
    parts.put("word/chunk.html", "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return out.toByteArray();
  }

  private static byte[] relationships(Map<String, String> targets) {
    return ("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + targets.entrySet().stream().map(target -> {
          String[] told = target.getValue().split(":", 2);
          String type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + told[0];
          return "<Relationship Id=\"%s\" Type=\"%s\" Target=\"%s\" TargetMode=\"%s\"/>".formatted(target.getKey(), type, told[1],
              told[1].contains(":") ? "External" : "Internal");
        }).collect(Collectors.joining()) + "</Relationships>").getBytes(StandardCharsets.UTF_8);
  }

  private static Stream<Part> parts(WordView view) {
    return view.sheets().stream().flatMap(WordViewTest::parts);
  }

  private static Stream<Part> parts(Part part) {
    return Stream.concat(Stream.of(part), part.parts().stream().flatMap(WordViewTest::parts));
  }

  private static String textOf(Part part) {
    return parts(part).filter(inner -> inner.kind() == Kind.TEXT).map(Part::text).collect(Collectors.joining()).strip();
  }

  private static List<String> texts(WordView view) {
    return parts(view).filter(part -> part.kind() == Kind.PARAGRAPH).map(WordViewTest::textOf).toList();
  }

  private static Part paragraph(WordView view, String text) {
    return parts(view).filter(part -> part.kind() == Kind.PARAGRAPH && textOf(part).equals(text)).findFirst().orElseThrow();
  }
}
