package cn.gov.officecleanup.mechanism.document;

import cn.gov.officecleanup.mechanism.document.WorkbookCell.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.XMLHelper;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The one reader of workbooks (.xlsx), for imports and for those who look: row by row, so that memory stays bounded, and each cell as Excel
 * shows it. It reads the parts themselves, by the names of their elements: POI's streaming reader wants a document's metadata to be sound,
 * knows no Strict Open XML, gives phonetic text as text, and tells neither what is hidden nor the number behind what is shown; fesod
 * (EasyExcel's successor) stands on it, and neither it nor fastexcel-reader tells hidden rows.
 */
public final class WorkbookReader {

  /** further on nobody writes; a reference may claim any column */
  private static final int MAX_COLUMNS = 16_384;
  /** of a column, in digits, where the workbook says nothing */
  static final double USUAL_WIDTH = 8.43;
  private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");
  private static final Pattern PICTURE = Pattern.compile("(?i)^=?(_xlfn\\.)?DISPIMG\\(");

  private final ZipFile zip;
  private final Map<String, ZipArchiveEntry> parts = new HashMap<>();
  private final NumberFormats formats = new NumberFormats();
  private final List<String> strings = new ArrayList<>();
  private final List<CellLook> looks = new ArrayList<>();

  private WorkbookReader(ZipFile zip) {
    this.zip = zip;
    // some programs write other capitals than the standard's, and the separators of Windows
    Collections.list(zip.getEntries()).forEach(entry -> parts.put(partName(entry.getName()), entry));
  }

  /** What takes the sheets in. */
  public interface Sheets {

    /** @return whether the sheet is to be read */
    boolean begin(String name, boolean hidden);

    /** The first so many rows and columns stay in place while one scrolls; told before the rows. */
    default void frozen(int rows, int columns) {
    }

    /** How wide the columns are for which nothing else is said, in digits of the workbook's font; told before the rows. */
    default void usualWidth(double digits) {
    }

    /** How wide columns are, from and to, counted from 0; in digits of the workbook's font; told before the rows. */
    default void widths(int from, int to, double digits) {
    }

    /** Columns of the sheet that are hidden, from and to, counted from 0; told before the rows. */
    default void hiddenColumns(int from, int to) {
    }

    /**
     * A row that is in the file.
     *
     * @param number as Excel shows it, from 1
     * @return whether the rows after it are wanted; merged cells are told in any case
     */
    boolean row(int number, boolean hidden, List<WorkbookCell> cells);

    /** A merged cell, rows from 1 and columns from 0; told after the rows. */
    default void merged(int firstRow, int lastRow, int firstColumn, int lastColumn) {
    }
  }

  /**
   * @param counted a package that is as large as it says, see {@link OfficePackage#counted}
   * @throws IOException no workbook, or a damaged one
   * @throws SAXException damaged
   */
  public static void read(byte[] counted, Sheets sheets) throws IOException, SAXException, ParserConfigurationException {
    try (ZipFile zip = ZipFile.builder().setByteArray(counted).get()) {
      new WorkbookReader(zip).read(sheets);
    }
  }

  private void read(Sheets sheets) throws IOException, SAXException, ParserConfigurationException {
    Relations fromPackage = new Relations("");
    parse("_rels/.rels", fromPackage, false);
    String workbook = fromPackage.ofType("officeDocument", "xl/workbook.xml");
    String folder = workbook.substring(0, workbook.lastIndexOf('/') + 1);
    Relations related = new Relations(folder);
    parse(folder + "_rels/" + workbook.substring(folder.length()) + ".rels", related, false);
    Book book = new Book();
    parse(workbook, book, true);
    parse(related.ofType("styles", folder + "styles.xml"), new Styles(), false);
    parse(related.ofType("sharedStrings", folder + "sharedStrings.xml"), new SharedStrings(), false);
    for (Book.Entry sheet : book.sheets) {
      String part = related.targets.get(sheet.relation());
      if (part != null && part.contains("worksheets/") && sheets.begin(sheet.name(), sheet.hidden())) {
        parse(part, new SheetRows(sheets), true);
      }
    }
  }

  private void parse(String name, DefaultHandler handler, boolean required) throws IOException, SAXException, ParserConfigurationException {
    ZipArchiveEntry entry = parts.get(partName(name));
    if (entry == null) {
      if (required) {
        throw new IOException("no part " + name);
      }
      return;
    }
    XMLReader xml = XMLHelper.newXMLReader();
    xml.setContentHandler(handler);
    try (InputStream content = zip.getInputStream(entry)) {
      xml.parse(new InputSource(content));
    }
  }

  private static String partName(String name) {
    return name.replace('\\', '/').replaceFirst("^/+", "").toLowerCase(Locale.ROOT);
  }

  /** Which part refers to which, of the standard's two sets of names for types of relations. */
  private static final class Relations extends DefaultHandler {

    private final String folder;
    private final Map<String, String> targets = new HashMap<>();
    private final Map<String, String> byType = new HashMap<>();

    Relations(String folder) {
      this.folder = folder;
    }

    @Override
    public void startElement(String uri, String localName, String qualifiedName, Attributes attributes) {
      String target = attributes.getValue("Target");
      String type = attributes.getValue("Type");
      if ("Relationship".equals(localName) && target != null && type != null && !"External".equals(attributes.getValue("TargetMode"))) {
        String part = target.startsWith("/") ? target.substring(1) : folder + target.replaceFirst("^\\./", "");
        targets.put(attributes.getValue("Id"), part);
        byType.putIfAbsent(type.substring(type.lastIndexOf('/') + 1), part);
      }
    }

    String ofType(String type, String usual) {
      return byType.getOrDefault(type, usual);
    }
  }

  private final class Book extends DefaultHandler {

    private record Entry(String name, String relation, boolean hidden) {
    }

    private final List<Entry> sheets = new ArrayList<>();

    @Override
    public void startElement(String uri, String localName, String qualifiedName, Attributes attributes) {
      if ("workbookPr".equals(localName) && isTrue(attributes.getValue("date1904"))) {
        formats.countFrom1904();
      } else if ("sheet".equals(localName)) {
        String state = attributes.getValue("state");
        sheets.add(new Entry(String.valueOf(attributes.getValue("name")), byLocalName(attributes, "id"),
            "hidden".equals(state) || "veryHidden".equals(state)));
      }
    }

    private static String byLocalName(Attributes attributes, String name) {
      for (int i = 0; i < attributes.getLength(); i++) {
        if (attributes.getLocalName(i).equals(name)) {
          return attributes.getValue(i);
        }
      }
      return null;
    }
  }

  private final class Styles extends DefaultHandler {

    private final List<Boolean> boldFonts = new ArrayList<>();
    private boolean ofCells;

    @Override
    public void startElement(String uri, String localName, String qualifiedName, Attributes attributes) {
      switch (localName) {
        case "numFmt" -> {
          if (attributes.getValue("formatCode") != null) {
            formats.define(number(attributes.getValue("numFmtId"), 0), attributes.getValue("formatCode"));
          }
        }
        case "font" -> boldFonts.add(false);
        case "b" -> {
          if (!boldFonts.isEmpty() && !"0".equals(attributes.getValue("val")) && !"false".equals(attributes.getValue("val"))) {
            boldFonts.set(boldFonts.size() - 1, true);
          }
        }
        // fonts of conditions come after the styles of cells, which do not mean them
        case "cellXfs" -> ofCells = true;
        case "xf" -> {
          if (ofCells) {
            formats.style(number(attributes.getValue("numFmtId"), 0));
            int font = number(attributes.getValue("fontId"), 0);
            looks.add(new CellLook(font >= 0 && font < boldFonts.size() && boldFonts.get(font), CellLook.Align.GENERAL, false));
          }
        }
        case "alignment" -> {
          if (ofCells && !looks.isEmpty()) {
            looks.add(looks.remove(looks.size() - 1).aligned(attributes.getValue("horizontal"), isTrue(attributes.getValue("wrapText"))));
          }
        }
        default -> {
        }
      }
    }

    @Override
    public void endElement(String uri, String localName, String qualifiedName) {
      ofCells &= !"cellXfs".equals(localName);
    }
  }

  /** Text, without the phonetic text beside it. */
  private abstract static class Texts extends DefaultHandler {

    final StringBuilder text = new StringBuilder();
    private boolean phonetic;
    private boolean inText;

    @Override
    public void startElement(String uri, String localName, String qualifiedName, Attributes attributes) {
      phonetic |= "rPh".equals(localName);
      inText = "t".equals(localName) && !phonetic;
    }

    @Override
    public void endElement(String uri, String localName, String qualifiedName) {
      phonetic &= !"rPh".equals(localName);
      inText = false;
    }

    @Override
    public void characters(char[] characters, int start, int length) {
      if (inText) {
        text.append(characters, start, length);
      }
    }

    String take() {
      String taken = text.indexOf("_x") < 0 ? text.toString()
          : ESCAPED.matcher(text)
              .replaceAll(code -> java.util.regex.Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(code.group(1), 16))));
      text.setLength(0);
      return taken;
    }
  }

  private final class SharedStrings extends Texts {

    @Override
    public void endElement(String uri, String localName, String qualifiedName) {
      super.endElement(uri, localName, qualifiedName);
      if ("si".equals(localName)) {
        strings.add(take());
      }
    }
  }

  private final class SheetRows extends Texts {

    private final Sheets sheets;
    private final StringBuilder value = new StringBuilder();
    private final StringBuilder formula = new StringBuilder();
    private StringBuilder collecting;
    private int row;
    private boolean hidden;
    private List<WorkbookCell> cells;
    private int column;
    private int style;
    private String type;
    private boolean hasValue;
    private boolean hasFormula;
    private boolean enough;

    SheetRows(Sheets sheets) {
      this.sheets = sheets;
    }

    @Override
    public void startElement(String uri, String localName, String qualifiedName, Attributes attributes) {
      if (enough && !"mergeCell".equals(localName)) {
        return;
      }
      super.startElement(uri, localName, qualifiedName, attributes);
      switch (localName) {
        case "pane" -> {
          if (String.valueOf(attributes.getValue("state")).startsWith("frozen")) {
            sheets.frozen((int) decimal(attributes.getValue("ySplit"), 0), (int) decimal(attributes.getValue("xSplit"), 0));
          }
        }
        case "sheetFormatPr" -> sheets.usualWidth(decimal(attributes.getValue("defaultColWidth"), USUAL_WIDTH));
        case "col" -> columns(number(attributes.getValue("min"), 1) - 1, number(attributes.getValue("max"), 1) - 1, attributes);
        case "row" -> {
          row = number(attributes.getValue("r"), row + 1);
          hidden = isTrue(attributes.getValue("hidden")) || "0".equals(attributes.getValue("ht"));
          cells = new ArrayList<>();
        }
        case "c" -> {
          String reference = attributes.getValue("r");
          column = reference == null ? cells.size() : new CellReference(reference).getCol();
          style = number(attributes.getValue("s"), 0);
          type = attributes.getValue("t");
          value.setLength(0);
          formula.setLength(0);
          text.setLength(0);
          hasValue = false;
          hasFormula = false;
        }
        case "v" -> {
          hasValue = true;
          collecting = value;
        }
        case "f" -> {
          hasFormula = true;
          collecting = formula;
        }
        case "mergeCell" -> merged(attributes.getValue("ref"));
        default -> {
        }
      }
    }

    @Override
    public void characters(char[] characters, int start, int length) {
      super.characters(characters, start, length);
      if (collecting != null) {
        collecting.append(characters, start, length);
      }
    }

    @Override
    public void endElement(String uri, String localName, String qualifiedName) {
      if (enough) {
        return;
      }
      super.endElement(uri, localName, qualifiedName);
      switch (localName) {
        case "v", "f" -> collecting = null;
        case "c" -> {
          if (column >= 0 && column < MAX_COLUMNS) {
            while (cells.size() <= column) {
              cells.add(WorkbookCell.EMPTY);
            }
            cells.set(column, cell().looking(style >= 0 && style < looks.size() ? looks.get(style) : CellLook.PLAIN));
          }
        }
        case "row" -> enough = !sheets.row(row, hidden, cells);
        default -> {
        }
      }
    }

    private void columns(int from, int to, Attributes attributes) {
      double width = decimal(attributes.getValue("width"), USUAL_WIDTH);
      if (isTrue(attributes.getValue("hidden")) || width == 0) {
        sheets.hiddenColumns(from, to);
      } else {
        sheets.widths(from, to, width);
      }
    }

    private WorkbookCell cell() {
      String held = value.toString();
      if (PICTURE.matcher(formula).find() || PICTURE.matcher(held).find()) {
        return WorkbookCell.of(Kind.PICTURE, "[图片]");
      }
      if ("inlineStr".equals(type)) {
        return WorkbookCell.text(take());
      }
      if (!hasValue) {
        return hasFormula ? WorkbookCell.of(Kind.UNCOMPUTED, "") : WorkbookCell.EMPTY;
      }
      return switch (type == null ? "n" : type) {
        case "s" -> WorkbookCell.text(shared(held));
        case "str", "d" -> {
          text.append(held);
          yield WorkbookCell.text(take());
        }
        case "b" -> WorkbookCell.text(isTrue(held.strip()) ? "TRUE" : "FALSE");
        case "e" -> WorkbookCell.of(Kind.ERROR, held);
        default -> numeric(held.strip());
      };
    }

    private String shared(String index) {
      int at = number(index.strip(), -1);
      return at >= 0 && at < strings.size() ? strings.get(at) : "";
    }

    private WorkbookCell numeric(String held) {
      try {
        double number = Double.parseDouble(held);
        return Double.isFinite(number) ? formats.cell(number, style) : WorkbookCell.text(held);
      } catch (NumberFormatException e) {
        return WorkbookCell.text(held);
      }
    }

    private void merged(String range) {
      String[] corners = String.valueOf(range).split(":");
      if (corners.length == 2) {
        CellReference first = new CellReference(corners[0]);
        CellReference last = new CellReference(corners[1]);
        sheets.merged(first.getRow() + 1, last.getRow() + 1, first.getCol(), last.getCol());
      }
    }
  }

  private static boolean isTrue(String value) {
    return "1".equals(value) || "true".equals(value);
  }

  private static double decimal(String value, double otherwise) {
    try {
      return value == null ? otherwise : Double.parseDouble(value);
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }

  private static int number(String value, int otherwise) {
    try {
      return value == null ? otherwise : Integer.parseInt(value.strip());
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }
}
