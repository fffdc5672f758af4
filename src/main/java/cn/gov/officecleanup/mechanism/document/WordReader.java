package cn.gov.officecleanup.mechanism.document;

import cn.gov.officecleanup.mechanism.document.WordView.Kind;
import cn.gov.officecleanup.mechanism.document.WordView.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.util.XMLHelper;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Reads one Word document, see {@link WordView}. */
final class WordReader {

  private static final int CHARACTER_LIMIT = 500_000;
  private static final int PART_LIMIT = 20_000;
  private static final int PICTURE_LIMIT = 6 << 20;
  /** of elements in one another; what Word writes has some dozens */
  private static final int DEPTH_LIMIT = 200;
  private static final double EMU_PER_POINT = 12_700;
  /** what lies around what is shown, and shows it as it is */
  private static final Set<String> AROUND = Set.of("hyperlink", "ins", "moveTo", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml",
      "oMathPara", "oMath", "dir", "bdo");
  /** marks of Wingdings with which forms are ticked, by their codes */
  private static final Map<String, String> TICKS = Map.of("F052", "☑", "F0FE", "☑", "F0A3", "□", "F06F", "□", "F0A8", "□", "F0FC", "✓");
  private static final Pattern MEASURE = Pattern.compile("(?:^|;)\\s*(width|height):([0-9.]{1,8})pt");
  private static final String RIGHT = "right";

  private final PackagePart document;
  private final WordStyles styles;
  private final WordNumbering numbering;
  private final List<Part> sheets = new ArrayList<>();
  /** what the section under way says of its paper; null where it says nothing */
  private Element section;
  private int characters;
  private int parts;
  private int pictures;
  private int depth;
  private boolean more;
  private boolean newSheet;

  WordReader(OPCPackage word) throws IOException, InvalidFormatException, SAXException, ParserConfigurationException {
    PackageRelationship main = word.getRelationships().getRelationship(0);
    for (PackageRelationship relationship : word.getRelationships()) {
      main = relationship.getRelationshipType().endsWith("/officeDocument") ? relationship : main;
    }
    document = word.getPart(main);
    styles = new WordStyles(related("/styles"));
    numbering = new WordNumbering(related("/numbering"));
  }

  private Element related(String type) throws IOException, InvalidFormatException, SAXException, ParserConfigurationException {
    for (PackageRelationship relationship : document.getRelationships()) {
      if (relationship.getRelationshipType().endsWith(type) && relationship.getTargetMode() == TargetMode.INTERNAL) {
        return root(document.getRelatedPart(relationship));
      }
    }
    return null;
  }

  private static Element root(PackagePart part) throws IOException, SAXException, ParserConfigurationException {
    try (InputStream content = part.getInputStream()) {
      return XMLHelper.newDocumentBuilder().parse(content).getDocumentElement();
    }
  }

  WordView read() throws IOException, InvalidFormatException, SAXException, ParserConfigurationException {
    Element body = WordXml.at(root(document), "body");
    if (body == null) {
      throw new IOException("no body");
    }
    List<Part> blocks = new ArrayList<>();
    // what a section says stands at its end
    List<Element> sections = new ArrayList<>(
        WordXml.children(body).stream().map(block -> WordXml.at(block, "pPr", "sectPr")).filter(Objects::nonNull).toList());
    sections.add(WordXml.at(body, "sectPr"));
    section = sections.get(0);
    for (Element block : headOfFirstPage(section)) {
      blocks(block, blocks, true);
    }
    for (Element block : WordXml.children(body)) {
      section = sections.get(0);
      blocks(block, blocks, true);
      if (WordXml.at(block, "pPr", "sectPr") != null) {
        endSheet(blocks);
        sections.remove(0);
      }
    }
    section = sections.get(0);
    endSheet(blocks);
    return new WordView(List.copyOf(sheets), more);
  }

  /** A letter's red head stands in the header of its first page (GB/T 9704-2012 10.1). */
  private List<Element> headOfFirstPage(Element section)
      throws IOException, InvalidFormatException, SAXException, ParserConfigurationException {
    if (section != null && WordXml.at(section, "titlePg") != null) {
      for (Element reference : WordXml.children(section)) {
        if ("headerReference".equals(reference.getLocalName()) && "first".equals(WordXml.attribute(reference, "type"))) {
          PackageRelationship header = document
              .getRelationship(reference.getAttributeNS("http://schemas.openxmlformats.org/officeDocument/2006/relationships", "id"));
          return header == null || header.getTargetMode() != TargetMode.INTERNAL ? List.of()
              : WordXml.children(root(document.getRelatedPart(header)));
        }
      }
    }
    return List.of();
  }

  private void endSheet(List<Part> blocks) {
    if (!blocks.isEmpty()) {
      sheets.add(Part.of(Kind.SHEET, paper(section), List.copyOf(blocks)));
      blocks.clear();
    }
    newSheet = false;
  }

  private static Map<String, String> paper(Element section) {
    // A4, and the margins of Word, where the document says nothing
    Map<String, String> css = new LinkedHashMap<>(Map.of("width", "595.3pt", "min-height", "841.9pt", "padding-top", "72pt",
        "padding-right", "90pt", "padding-bottom", "72pt", "padding-left", "90pt"));
    Element size = WordXml.at(section, "pgSz");
    WordXml.points(WordXml.attribute(size, "w")).ifPresent(points -> css.put("width", points));
    WordXml.points(WordXml.attribute(size, "h")).ifPresent(points -> css.put("min-height", points));
    for (String side : List.of("top", RIGHT, "bottom", "left")) {
      WordXml.number(WordXml.attribute(WordXml.at(section, "pgMar"), side))
          .flatMap(twips -> WordXml.points(String.valueOf(Math.abs(twips))))
          .ifPresent(points -> css.put("padding-" + side, points));
    }
    return css;
  }

  // ---- bounds

  private boolean isFull() {
    more = more || parts >= PART_LIMIT || characters >= CHARACTER_LIMIT;
    return more;
  }

  private void down() throws IOException {
    if (++depth > DEPTH_LIMIT) {
      throw new IOException("too deep");
    }
  }

  // ---- paragraphs and tables

  /** @param onPage whether this is on a page itself: inside of tables and boxes no page begins */
  private void blocks(Element element, List<Part> into, boolean onPage) throws IOException, InvalidFormatException {
    if (isFull()) {
      return;
    }
    down();
    switch (element.getLocalName()) {
      case "p" -> paragraph(element, into, onPage);
      case "tbl" -> into.add(table(element));
      case "sdt", "sdtContent", "ins", "customXml" -> {
        for (Element child : WordXml.children(element)) {
          blocks(child, into, onPage);
        }
      }
      default -> {
        // properties, marks, and what is not shown
      }
    }
    depth--;
  }

  private void paragraph(Element paragraph, List<Part> into, boolean onPage) throws IOException, InvalidFormatException {
    List<Element> properties = styles.ofParagraphStyle(paragraph);
    Element own = WordXml.at(paragraph, "pPr");
    List<Element> asked = new ArrayList<>(properties);
    asked.add(own);
    List<Element> ofText = styles.ofText(paragraph);
    List<Part> runs = new ArrayList<>();
    numbering.next(asked).ifPresent(number -> {
      properties.add(WordXml.at(number.level(), "pPr"));
      List<Element> ofNumber = new ArrayList<>(ofText);
      ofNumber.add(WordXml.at(number.level(), "rPr"));
      runs.add(text(ofNumber, number.text()));
    });
    properties.add(own);
    if (onPage && (newSheet || WordXml.isOn(WordStyles.last(properties, "pageBreakBefore")))) {
      endSheet(into);
    }
    Map<String, String> css = WordStyles.ofParagraph(properties);
    for (Element child : WordXml.children(paragraph)) {
      inline(child, ofText, runs);
    }
    if (runs.isEmpty()) {
      runs.add(text(ofText, " "));
    }
    alignAtTab(properties, css, runs);
    parts++;
    into.add(Part.of(Kind.PARAGRAPH, css, List.copyOf(runs)));
  }

  /** What stands behind a tab that aligns at the right, stands at the right. */
  private static void alignAtTab(List<Element> properties, Map<String, String> css, List<Part> runs) {
    boolean aligned = properties.stream()
        .map(property -> WordXml.at(property, "tabs"))
        .flatMap(tabs -> WordXml.children(tabs, "tab").stream())
        .anyMatch(tab -> Set.of(RIGHT, "end").contains(String.valueOf(WordXml.attribute(tab, "val"))));
    for (int i = runs.size() - 1; aligned && i >= 0; i--) {
      if ("\t".equals(runs.get(i).text())) {
        runs.set(i, Part.text(Map.of("flex", "1"), ""));
        css.put("display", "flex");
        return;
      }
    }
  }

  private Part table(Element table) throws IOException, InvalidFormatException {
    List<Element> borders = new ArrayList<>(styles.chain(WordXml.val(table, "tblPr", "tblStyle"), "tblPr", "tblBorders"));
    borders.add(WordXml.at(table, "tblPr", "tblBorders"));
    List<Element> rows = WordXml.children(table, "tr");
    List<List<Cell>> grid = new ArrayList<>();
    for (Element row : rows) {
      grid.add(cells(row));
    }
    List<Part> shown = new ArrayList<>();
    for (int i = 0; i < rows.size() && !isFull(); i++) {
      List<Part> cells = new ArrayList<>();
      for (Cell cell : grid.get(i)) {
        if (!cell.goesOn) {
          Map<String, String> css = cell.css(borders, i == 0, i == rows.size() - 1);
          List<Part> content = new ArrayList<>();
          for (Element child : WordXml.children(cell.element)) {
            blocks(child, content, false);
          }
          parts++;
          cells.add(new Part(Kind.CELL, css, null, cell.columns, rowsOf(grid, i, cell), List.copyOf(content)));
        }
      }
      Map<String, String> height = WordXml.points(WordXml.val(rows.get(i), "trPr", "trHeight"))
          .map(points -> Map.of("height", points))
          .orElse(Map.of());
      shown.add(Part.of(Kind.ROW, height, List.copyOf(cells)));
    }
    Map<String, String> css = new LinkedHashMap<>();
    if ("center".equals(WordXml.val(table, "tblPr", "jc"))) {
      css.put("margin-left", "auto");
      css.put("margin-right", "auto");
    }
    return Part.of(Kind.TABLE, css, List.copyOf(shown));
  }

  private static List<Cell> cells(Element row) {
    List<Cell> cells = new ArrayList<>();
    int column = 0;
    for (Element element : WordXml.children(row, "tc")) {
      Cell cell = new Cell(element, column);
      cells.add(cell);
      column += cell.columns;
    }
    if (!cells.isEmpty()) {
      cells.get(cells.size() - 1).isLast = true;
    }
    return cells;
  }

  private static int rowsOf(List<List<Cell>> grid, int row, Cell cell) {
    int rows = 1;
    while (row + rows < grid.size() && grid.get(row + rows).stream().anyMatch(below -> below.column == cell.column && below.goesOn)) {
      rows++;
    }
    return rows;
  }

  /** A cell of a table's grid. */
  private static final class Cell {

    private static final int MOST_COLUMNS = 63;

    private final Element element;
    private final Element properties;
    private final int column;
    private final int columns;
    /** whether it belongs to the one above */
    private final boolean goesOn;
    private boolean isLast;

    Cell(Element element, int column) {
      this.element = element;
      this.column = column;
      properties = WordXml.at(element, "tcPr");
      columns = WordXml.number(WordXml.val(properties, "gridSpan")).filter(span -> span > 0 && span <= MOST_COLUMNS).orElse(1);
      Element merged = WordXml.at(properties, "vMerge");
      goesOn = merged != null && !"restart".equals(WordXml.attribute(merged, "val"));
    }

    Map<String, String> css(List<Element> ofTable, boolean isTop, boolean isBottom) {
      Map<String, String> css = new LinkedHashMap<>();
      side(css, "top", ofTable, isTop ? "top" : "insideH");
      side(css, "bottom", ofTable, isBottom ? "bottom" : "insideH");
      side(css, "left", ofTable, column == 0 ? "left" : "insideV");
      side(css, RIGHT, ofTable, isLast ? RIGHT : "insideV");
      if ("dxa".equals(WordXml.attribute(WordXml.at(properties, "tcW"), "type"))) {
        WordXml.points(WordXml.attribute(WordXml.at(properties, "tcW"), "w")).ifPresent(points -> css.put("width", points));
      }
      css.put("vertical-align", switch (String.valueOf(WordXml.val(properties, "vAlign"))) {
        case "center" -> "middle";
        case "bottom" -> "bottom";
        default -> "top";
      });
      Optional.ofNullable(WordStyles.colour(WordXml.attribute(WordXml.at(properties, "shd"), "fill")))
          .ifPresent(colour -> css.put("background-color", colour));
      return css;
    }

    private void side(Map<String, String> css, String side, List<Element> ofTable, String ofTableSide) {
      Element own = WordXml.at(properties, "tcBorders", side);
      WordStyles.border(own == null ? WordStyles.last(ofTable, ofTableSide) : own).ifPresent(line -> css.put("border-" + side, line));
    }
  }

  // ---- what stands in a line

  private void inline(Element element, List<Element> ofText, List<Part> into) throws IOException, InvalidFormatException {
    if (isFull()) {
      return;
    }
    down();
    if ("r".equals(element.getLocalName())) {
      List<Element> properties = styles.ofRun(element, ofText);
      if (!WordXml.isOn(WordStyles.last(properties, "vanish"))) {
        for (Element child : WordXml.children(element)) {
          inRun(child, properties, into);
        }
      }
    } else if (AROUND.contains(element.getLocalName())) {
      for (Element child : WordXml.children(element)) {
        inline(child, ofText, into);
      }
    }
    depth--;
  }

  private void inRun(Element element, List<Element> properties, List<Part> into) throws IOException, InvalidFormatException {
    switch (element.getLocalName()) {
      case "t" -> into.add(text(properties, element.getTextContent()));
      case "tab", "ptab" -> into.add(text(properties, "\t"));
      case "noBreakHyphen" -> into.add(text(properties, "\u2011"));
      case "cr" -> into.add(text(properties, "\n"));
      case "br" -> {
        if ("page".equals(WordXml.attribute(element, "type"))) {
          newSheet = true;
        } else {
          into.add(text(properties, "\n"));
        }
      }
      case "sym" -> into.add(text(properties, TICKS.getOrDefault(String.valueOf(WordXml.attribute(element, "char")), "")));
      case "AlternateContent" -> {
        Element chosen = WordXml.at(element, "Choice") == null ? WordXml.at(element, "Fallback") : WordXml.at(element, "Choice");
        for (Element child : WordXml.children(chosen)) {
          inRun(child, properties, into);
        }
      }
      case "drawing" -> {
        for (Element placed : WordXml.children(element)) {
          drawn(placed, place(placed), into);
        }
      }
      case "pict" -> drawn(element, Map.of(), into);
      default -> {
        // properties, marks, and what is not shown
      }
    }
  }

  private Part text(List<Element> properties, String text) {
    String kept = text.substring(0, Math.min(text.length(), CHARACTER_LIMIT - characters));
    more = more || kept.length() < text.length();
    characters += kept.length();
    parts++;
    return Part.text(WordStyles.ofRun(properties), kept);
  }

  // ---- pictures and boxes

  /** @param placed an anchor, which floats (a seal on the date, say), or a picture that stands in the line */
  private static Map<String, String> place(Element placed) {
    Map<String, String> css = new LinkedHashMap<>();
    Element extent = WordXml.at(placed, "extent");
    WordXml.number(WordXml.attribute(extent, "cx")).ifPresent(width -> css.put("width", WordXml.points(width / EMU_PER_POINT)));
    WordXml.number(WordXml.attribute(extent, "cy")).ifPresent(height -> css.put("height", WordXml.points(height / EMU_PER_POINT)));
    if ("anchor".equals(placed.getLocalName())) {
      css.put("position", "absolute");
      offset(css, "left", WordXml.at(placed, "positionH"));
      offset(css, "top", WordXml.at(placed, "positionV"));
    }
    return css;
  }

  private static void offset(Map<String, String> css, String side, Element position) {
    Element offset = WordXml.at(position, "posOffset");
    if (offset != null) {
      WordXml.number(offset.getTextContent()).ifPresent(emu -> css.put(side, WordXml.points(emu / EMU_PER_POINT)));
    } else if (position != null && WordXml.at(position, "align") != null && RIGHT.equals(WordXml.at(position, "align").getTextContent())) {
      css.put(RIGHT, "0");
    }
  }

  private void drawn(Element element, Map<String, String> place, List<Part> into) throws IOException, InvalidFormatException {
    down();
    switch (element.getLocalName()) {
      case "blip" -> picture(WordXml.attribute(element, "embed"), place, into);
      case "imagedata" -> picture(WordXml.attribute(element, "id"), place, into);
      case "txbxContent" -> {
        List<Part> content = new ArrayList<>();
        for (Element child : WordXml.children(element)) {
          blocks(child, content, false);
        }
        into.add(Part.of(Kind.BOX, place, List.copyOf(content)));
      }
      case "Fallback" -> {
        // the choice beside it is shown
      }
      default -> {
        Map<String, String> inside = place.isEmpty() ? measures(WordXml.attribute(element, "style")) : place;
        for (Element child : WordXml.children(element)) {
          drawn(child, inside, into);
        }
      }
    }
    depth--;
  }

  private static Map<String, String> measures(String style) {
    Map<String, String> css = new LinkedHashMap<>();
    Matcher measure = MEASURE.matcher(style == null ? "" : style.substring(0, Math.min(style.length(), 1_000)));
    while (measure.find()) {
      css.put(measure.group(1), measure.group(2) + "pt");
    }
    return css;
  }

  /** Shows a picture that lies in the document and is one that pictures are accepted as. */
  private void picture(String relationship, Map<String, String> place, List<Part> into) throws IOException, InvalidFormatException {
    PackageRelationship found = relationship == null ? null : document.getRelationship(relationship);
    if (found == null || found.getTargetMode() != TargetMode.INTERNAL) {
      return;
    }
    byte[] content;
    try (InputStream stream = document.getRelatedPart(found).getInputStream()) {
      content = stream.readNBytes(PICTURE_LIMIT - pictures + 1);
    }
    if (content.length > PICTURE_LIMIT - pictures) {
      more = true;
      return;
    }
    DocumentType type = DocumentType.of(content).filter(told -> told == DocumentType.PNG || told == DocumentType.JPEG).orElse(null);
    if (type != null) {
      pictures += content.length;
      parts++;
      String address = "data:%s;base64,%s".formatted(type.mediaType(), Base64.getEncoder().encodeToString(content));
      into.add(new Part(Kind.PICTURE, place, address, 1, 1, List.of()));
    }
  }
}
