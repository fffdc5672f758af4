package cn.gov.officecleanup.mechanism.document;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** A page as it comes out of the printer: lines of text and what is red on it, in millimetres from the upper left corner. */
final class RenderedPage {

  private static final int PIXELS_PER_MM = 10;
  private static final double MM_PER_POINT = 25.4 / 72;

  private final List<Line> lines;
  private final BufferedImage picture;

  /** A line of text. */
  record Line(String text, double left, double right, double baseline) {

    double centre() {
      return (left + right) / 2;
    }
  }

  /** A stroke or a row of characters: everything of a colour between two empty rows. */
  record Band(double top, double bottom, double left, double right) {

    double thickness() {
      return bottom - top;
    }

    double width() {
      return right - left;
    }
  }

  private RenderedPage(List<Line> lines, BufferedImage picture) {
    this.lines = lines;
    this.picture = picture;
  }

  static List<RenderedPage> of(PDDocument pdf) throws IOException {
    List<RenderedPage> pages = new ArrayList<>();
    for (int page = 0; page < pdf.getNumberOfPages(); page++) {
      pages.add(new RenderedPage(lines(pdf, page + 1), new PDFRenderer(pdf).renderImageWithDPI(page, (float) (PIXELS_PER_MM * 25.4))));
    }
    return pages;
  }

  private static List<Line> lines(PDDocument pdf, int page) throws IOException {
    List<TextPosition> all = new ArrayList<>();
    PDFTextStripper stripper = new PDFTextStripper() {
      @Override
      protected void processTextPosition(TextPosition character) {
        if (!character.getUnicode().isBlank()) {
          all.add(character);
        }
      }
    };
    stripper.setStartPage(page);
    stripper.setEndPage(page);
    stripper.getText(pdf);
    List<Line> lines = new ArrayList<>();
    for (TextPosition character : all) {
      double left = character.getXDirAdj() * MM_PER_POINT;
      double right = left + character.getWidthDirAdj() * MM_PER_POINT;
      double baseline = character.getYDirAdj() * MM_PER_POINT;
      Line last = lines.isEmpty() ? null : lines.get(lines.size() - 1);
      if (last != null && Math.abs(last.baseline() - baseline) < 0.5) {
        lines.set(lines.size() - 1,
            new Line(last.text() + character.getUnicode(), Math.min(last.left(), left), Math.max(last.right(), right), last.baseline()));
      } else {
        lines.add(new Line(character.getUnicode(), left, right, baseline));
      }
    }
    return lines;
  }

  BufferedImage picture() {
    return picture;
  }

  List<Line> lines() {
    return lines;
  }

  /** @return the line that begins so */
  Line line(String beginning) {
    return lines.stream()
        .filter(line -> line.text().startsWith(beginning))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no line " + beginning + " in " + lines));
  }

  /** @return what is red, from top to bottom */
  List<Band> red() {
    return bands(RenderedPage::isRed);
  }

  /** @return black strokes across at least half of the page, from top to bottom */
  List<Band> rules() {
    return bands(rgb -> (rgb >> 16 & 0xff) < 128 && (rgb & 0xff) < 128).stream()
        .filter(band -> band.width() > 100 && band.thickness() < 1)
        .toList();
  }

  private List<Band> bands(IntPredicate colour) {
    List<Band> bands = new ArrayList<>();
    int top = -1;
    int left = Integer.MAX_VALUE;
    int right = -1;
    for (int y = 0; y <= picture.getHeight(); y++) {
      int first = -1;
      int last = -1;
      for (int x = 0; y < picture.getHeight() && x < picture.getWidth(); x++) {
        if (colour.test(picture.getRGB(x, y))) {
          first = first < 0 ? x : first;
          last = x;
        }
      }
      if (first >= 0) {
        top = top < 0 ? y : top;
        left = Math.min(left, first);
        right = Math.max(right, last + 1);
      } else if (top >= 0) {
        bands.add(new Band(mm(top), mm(y), mm(left), mm(right)));
        top = -1;
        left = Integer.MAX_VALUE;
        right = -1;
      }
    }
    return bands;
  }

  private static double mm(int pixels) {
    return (double) pixels / PIXELS_PER_MM;
  }

  private static boolean isRed(int rgb) {
    return (rgb >> 16 & 0xff) > 200 && (rgb >> 8 & 0xff) < 128 && (rgb & 0xff) < 128;
  }
}
