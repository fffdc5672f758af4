package cn.gov.officecleanup.mechanism.document;

import static cn.gov.officecleanup.mechanism.document.OfficialKind.Layout.FORM;
import static cn.gov.officecleanup.mechanism.document.OfficialKind.Layout.LETTER;
import static cn.gov.officecleanup.mechanism.document.OfficialKind.Layout.UPWARDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.gov.officecleanup.mechanism.document.RenderedPage.Band;
import cn.gov.officecleanup.mechanism.document.RenderedPage.Line;
import cn.gov.officecleanup.testkit.Henan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The documents as LibreOffice renders them, measured in millimetres by GB/T 9704-2012; the pages stay in target/documents to be looked at.
 */
class RenderedDocumentsIT {

  private static final Path FOLDER = Path.of("target/documents/rendered").toAbsolutePath();
  /** edges of the type area */
  private static final double LEFT = 28;
  private static final double RIGHT = 184;
  private static final double TOP = 37;
  private static final double FOOT = 262;
  /** one of 28 characters on a line */
  private static final double CHARACTER = 156.0 / 28;
  private static final double LINE = 225.0 / 22;
  private static final String DATE = "2015年11月2日";

  private static final Map<OfficialTemplate, List<RenderedPage>> PAGES = new EnumMap<>(OfficialTemplate.class);

  @BeforeAll
  static void render() throws IOException {
    Files.createDirectories(FOLDER);
    TemplateTrial trial = new TemplateTrial(Henan.PROVINCE);
    for (OfficialTemplate template : OfficialTemplate.values()) {
      Files.write(FOLDER.resolve(template + ".docx"), trial.specimen(template, TemplateVersions.brought(template)));
    }
    new InstalledLibreOffice().convert(FOLDER);
    for (OfficialTemplate template : OfficialTemplate.values()) {
      try (PDDocument pdf = Loader.loadPDF(FOLDER.resolve(template + ".pdf").toFile())) {
        PAGES.put(template, RenderedPage.of(pdf));
      }
      for (int page = 0; page < PAGES.get(template).size(); page++) {
        ImageIO.write(PAGES.get(template).get(page).picture(), "png", FOLDER.resolve("%s-%d.png".formatted(template, page + 1)).toFile());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("official")
  void aLetterHasItsNameBetweenTheEdgeAndADoubleLineAndAnotherAtTheFoot(OfficialTemplate template) {
    if (template.kind().layout() != LETTER) {
      return;
    }
    List<Band> red = first(template).red();
    assertThat(red).as("name, two double lines").hasSize(5);
    Band name = red.get(0);
    Band thick = red.get(1);
    Band thin = red.get(2);
    assertThat(name.top()).isCloseTo(30, within(0.5));
    assertThat(thick.top() - name.bottom()).isCloseTo(4, within(0.5));
    assertThat(thick.thickness()).isGreaterThan(2 * thin.thickness());
    assertThat(297 - red.get(4).bottom()).isCloseTo(20, within(0.2));
    assertThat(red.get(4).thickness()).isGreaterThan(2 * red.get(3).thickness());
    red.subList(1, 5).forEach(line -> {
      assertThat(line.left()).isCloseTo(20, within(0.2));
      assertThat(line.width()).isCloseTo(170, within(0.3));
    });
    Line number = numberOf(template);
    assertThat(number.right()).isCloseTo(RIGHT, within(0.5));
    // seven eighths of a character below the line, and the character itself
    assertThat(number.baseline() - thin.bottom()).isCloseTo(4.9 + 4.9, within(1.0));
    PAGES.get(template).stream().skip(1).forEach(page -> assertThat(page.red()).isEmpty());
  }

  @ParameterizedTest
  @MethodSource("official")
  void aLetterHasNoNumberOnItsFirstPageAndNoImprintLines(OfficialTemplate template) {
    List<RenderedPage> pages = PAGES.get(template);
    for (int page = 0; page < pages.size(); page++) {
      String number = "—%d—".formatted(page + 1);
      if (page == 0 && template.kind().layout() == LETTER) {
        assertThat(pages.get(page).lines()).noneMatch(line -> line.text().equals(number));
      } else {
        Line shown = pages.get(page).line(number);
        assertThat(shown.baseline()).isBetween(FOOT + 7, FOOT + 13);
        double outside = page % 2 == 0 ? RIGHT - shown.right() : shown.left() - LEFT;
        assertThat(outside).isCloseTo(CHARACTER, within(1.0));
      }
    }
    RenderedPage last = pages.get(pages.size() - 1);
    boolean letter = template.kind().layout() == LETTER;
    assertThat(last.rules().stream().filter(rule -> rule.top() > FOOT - 30).count())
        .as("lines of the imprint; one more between copies and office where there are copies")
        .isEqualTo(letter ? 0 : last.lines().stream().anyMatch(line -> line.text().startsWith("抄送")) ? 3 : 2);
    assertThat(last.lines()).noneMatch(line -> letter && line.text().endsWith("印发"));
  }

  @ParameterizedTest
  @MethodSource("official")
  void whatGoesUpwardsNamesWhoSignedIt(OfficialTemplate template) {
    if (template.kind().layout() != UPWARDS) {
      return;
    }
    Line head = numberOf(template);
    assertThat(head.text()).contains("签发人：某某某");
    assertThat(head.left()).isCloseTo(LEFT + CHARACTER, within(1.0));
    assertThat(head.right()).isCloseTo(RIGHT - CHARACTER, within(1.0));
    List<Band> red = first(template).red();
    assertThat(red).hasSize(2);
    assertThat(red.get(0).top()).isCloseTo(TOP + 35, within(1.0));
    assertThat(red.get(1).left()).isCloseTo(LEFT, within(0.3));
    assertThat(red.get(1).width()).isCloseTo(156, within(0.5));
    assertThat(red.get(1).top() - head.baseline()).isBetween(3.5, 6.5);
  }

  @ParameterizedTest
  @MethodSource("official")
  void theSignatureIsCentredAboveTheDateWithRoomForTheSeal(OfficialTemplate template) {
    RenderedPage page = pageOfDate(template);
    Line date = page.line(DATE);
    int position = page.lines().indexOf(date);
    Line signature = page.lines().get(position - 1);
    // the stand-in's digits are wider than half a character, so that the date grows to both sides
    assertThat(RIGHT - date.right()).isCloseTo(4 * CHARACTER, within(0.7 * CHARACTER));
    assertThat(signature.centre()).isCloseTo(date.centre(), within(1.0));
    if (position > 1 && page.lines().get(position - 2).baseline() > TOP) {
      assertThat(signature.baseline() - page.lines().get(position - 2).baseline()).isCloseTo(3 * LINE, within(1.0));
    }
  }

  /** Only what closes the text is kept with the signature, so that no page but the last is left half empty. */
  @ParameterizedTest
  @MethodSource("official")
  void theTextGoesDownToTheFootOfEachPageBeforeTheSignature(OfficialTemplate template) {
    List<RenderedPage> pages = PAGES.get(template);
    for (RenderedPage page : pages.subList(0, pages.indexOf(pageOfDate(template)))) {
      assertThat(page.lines().stream().mapToDouble(Line::baseline).filter(baseline -> baseline < FOOT).max().orElse(0))
          .as("last line of a page: what closes the text, room for the seal, signature and date take five")
          .isGreaterThan(FOOT - 6 * LINE);
    }
  }

  @ParameterizedTest
  @MethodSource("official")
  void anAttachmentBeginsAPageAfterTheDate(OfficialTemplate template) {
    List<RenderedPage> pages = PAGES.get(template);
    List<RenderedPage> after = pages.subList(pages.indexOf(pageOfDate(template)) + 1, pages.size());
    assertThat(after.isEmpty()).isEqualTo(!List.of(OfficialTemplate.CLOSURE_REPORT, OfficialTemplate.CLEANUP_SUMMARY).contains(template));
    after.stream().limit(1).forEach(page -> {
      Line mark = page.lines().get(0);
      assertThat(mark.text()).isEqualTo("附件");
      assertThat(mark.left()).isCloseTo(LEFT, within(0.5));
      assertThat(mark.baseline()).isBetween(TOP + 4, TOP + LINE);
      Line title = page.lines().get(1);
      assertThat(title.baseline() - mark.baseline()).as("the title stands on the third line").isCloseTo(2 * LINE, within(2.0));
      assertThat(title.centre()).isCloseTo((LEFT + RIGHT) / 2, within(1.0));
    });
  }

  @ParameterizedTest
  @EnumSource
  void everythingStandsInTheTypeArea(OfficialTemplate template) {
    for (RenderedPage page : PAGES.get(template)) {
      page.lines().stream().filter(line -> line.baseline() > TOP && line.baseline() < FOOT).forEach(line -> {
        assertThat(line.left()).as(line.text()).isGreaterThan(LEFT - 0.5);
        boolean hanging = line.text().matches(".*[，。、；：）》”]");
        assertThat(line.right()).as(line.text()).isLessThan(RIGHT + 0.5 + (hanging ? CHARACTER : 0));
      });
    }
  }

  /** A form of an ordinary case is one page, and nothing of it looks like a document that goes out. */
  @ParameterizedTest
  @MethodSource("forms")
  void aFormIsOnePageWithoutRed(OfficialTemplate template) {
    assertThat(PAGES.get(template)).singleElement().satisfies(page -> assertThat(page.red()).isEmpty());
  }

  private static Stream<OfficialTemplate> forms() {
    return Stream.of(OfficialTemplate.values()).filter(template -> template.kind().layout() == FORM);
  }

  private static Stream<OfficialTemplate> official() {
    return Stream.of(OfficialTemplate.values()).filter(template -> template.kind().layout() != FORM);
  }

  private static RenderedPage first(OfficialTemplate template) {
    return PAGES.get(template).get(0);
  }

  /** A notice to somebody who complained bears the number of the case. */
  private static Line numberOf(OfficialTemplate template) {
    return first(template).lines()
        .stream()
        .filter(line -> line.text().contains("〔2015〕") || line.text().equals("XF-2026-0001"))
        .findFirst()
        .orElseThrow();
  }

  private static RenderedPage pageOfDate(OfficialTemplate template) {
    return PAGES.get(template)
        .stream()
        .filter(page -> page.lines().stream().anyMatch(line -> line.text().equals(DATE)))
        .findFirst()
        .orElseThrow();
  }
}
