package cn.gov.officecleanup.mechanism.document;

import cn.gov.officecleanup.mechanism.text.WrittenText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.util.XMLHelper;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/**
 * What looks like a tag of a template and is none, so that it would stand in an issued document as it is: braces of any width that are left
 * over, a tag broken by the end of a paragraph, names of tags in other brackets; and tags where Word itself fills in: field codes, content
 * controls, drawings. Of sections, those that do not begin or end.
 */
final class LooseTags {

  private static final Pattern TAG = Pattern.compile("\\{\\{(?<mark>[?/#*@+]?)(?<name>[\\w\\u4e00-\\u9fa5.\\-]+)\\}\\}");
  private static final Pattern BRACE = Pattern.compile("[{}｛｝﹛﹜❴❵︷︸]+");
  /** parts whose tags are filled in */
  private static final Pattern FILLED = Pattern.compile("word/(?:document|header\\d*|footer\\d*|footnotes|endnotes)\\.xml");
  private static final Pattern LOOKED_AT = Pattern
      .compile("word/(?:document|header\\d*|footer\\d*|footnotes|endnotes|comments|diagrams/.*|charts/.*|drawings/.*)\\.xml");
  private static final int AROUND = 12;

  private final Set<String> faults = new LinkedHashSet<>();
  private final Pattern inOtherBrackets;

  private LooseTags(Collection<String> known) {
    String names = known.stream().map(Pattern::quote).collect(Collectors.joining("|"));
    inOtherBrackets = Pattern.compile("(?:<<|＜|《|〈|«|\\[\\[|［|【|\\$\\{?|%|％)\\s*(?:" + names + ")(?![\\w.])[^\\s，。；]{0,2}");
  }

  /**
   * @param docx a template that an official edited
   * @param known names of the tags that it may have
   * @return a Chinese sentence for each
   * @throws IOException damaged, or more than a template holds
   */
  static List<String> of(byte[] docx, Collection<String> known) throws IOException {
    LooseTags found = new LooseTags(known);
    try (ZipInputStream parts = new ZipInputStream(DocumentTemplates.opened(docx))) {
      for (ZipEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
        if (LOOKED_AT.matcher(part.getName()).matches()) {
          found.look(parts.readAllBytes(), FILLED.matcher(part.getName()).matches());
        }
      }
    } catch (SAXException | ParserConfigurationException e) {
      throw new IOException(e);
    }
    return List.copyOf(found.faults);
  }

  private void look(byte[] part, boolean filled) throws IOException, SAXException, ParserConfigurationException {
    Paragraphs paragraphs = new Paragraphs(filled);
    XMLReader xml = XMLHelper.newXMLReader();
    xml.setContentHandler(paragraphs);
    try (InputStream content = new ByteArrayInputStream(part)) {
      xml.parse(new InputSource(content));
    }
    paragraphs.sections.forEach(name -> faults.add("成对的标签不完整：{{?%s}}没有对应的{{/%s}}，请补上。".formatted(name, name)));
  }

  private void inText(String text, boolean filled) {
    String rest = TAG.matcher(text).replaceAll("");
    Matcher brace = BRACE.matcher(rest);
    if (!filled && (brace.find() || TAG.matcher(text).find())) {
      faults.add("图形、图表或者批注中的“%s”不会被替换，请改放到正文中。".formatted(WrittenText.beginning(text.strip(), 2 * AROUND)));
      return;
    }
    brace.reset();
    while (brace.find()) {
      faults.add("“%s”像是标签而不是标签：标签用半角的双大括号，写在一段之内、中间没有空格，例如{{number}}。请改正，或者删去多余的大括号。"
          .formatted(rest.substring(Math.max(0, brace.start() - AROUND), Math.min(rest.length(), brace.end() + AROUND)).strip()));
    }
    Matcher other = inOtherBrackets.matcher(rest);
    while (other.find()) {
      faults.add("“%s”像是标签而不是标签：标签用半角的双大括号，例如{{number}}。请改正。".formatted(other.group()));
    }
  }

  /** Text of each paragraph, those in text boxes apart from the ones around them. */
  private final class Paragraphs extends DefaultHandler {

    private final boolean filled;
    private final Deque<StringBuilder> open = new ArrayDeque<>();
    private final Deque<String> sections = new ArrayDeque<>();
    private final StringBuilder code = new StringBuilder();
    private int controls;
    private boolean inText;
    private boolean inCode;

    Paragraphs(boolean filled) {
      this.filled = filled;
    }

    @Override
    public void startElement(String uri, String localName, String qualifiedName, Attributes attributes) {
      switch (localName) {
        case "p" -> {
          open.push(new StringBuilder());
          code.setLength(0);
        }
        case "sdt" -> controls++;
        case "t" -> inText = true;
        case "instrText" -> inCode = true;
        default -> {
        }
      }
    }

    @Override
    public void endElement(String uri, String localName, String qualifiedName) {
      switch (localName) {
        case "p" -> end(open.pop().toString());
        case "sdt" -> controls--;
        case "t" -> inText = false;
        case "instrText" -> inCode = false;
        default -> {
        }
      }
    }

    @Override
    public void characters(char[] characters, int start, int length) {
      if (inText && !open.isEmpty()) {
        open.peek().append(characters, start, length);
      } else if (inCode) {
        code.append(characters, start, length);
      }
    }

    private void end(String text) {
      if (BRACE.matcher(code).find()) {
        faults.add("域代码“%s”中的标签不会被替换，请删除这个域，直接写标签。".formatted(WrittenText.beginning(code.toString().strip(), 2 * AROUND)));
        code.setLength(0);
      }
      Matcher tag = TAG.matcher(text);
      while (filled && tag.find()) {
        if (controls > 0) {
          faults.add("内容控件中的标签“%s”不会被替换，请删除内容控件，只保留其中的文字。".formatted(tag.group()));
        }
        if ("?".equals(tag.group("mark"))) {
          sections.push(tag.group("name"));
        } else if ("/".equals(tag.group("mark")) && !sections.removeFirstOccurrence(tag.group("name"))) {
          faults.add("成对的标签不完整：“%s”之前没有对应的{{?%s}}，请补上。".formatted(tag.group(), tag.group("name")));
        }
      }
      inText(text, filled);
    }
  }
}
