package cn.gov.officecleanup.mechanism.document;

import com.ibm.icu.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Breaks a title into centred lines: as few as possible, of lengths as even as possible, each piece whole, so that the words' sense is not
 * torn (GB/T 9704-2012, 7.3.1).
 */
final class TitleLines {

  private static final char STATIONED = '驻';

  private TitleLines() {
  }

  /**
   * @param pieces parts of the title that stay whole where they fit on a line
   * @param limit characters that fit on a line
   */
  static List<String> of(List<String> pieces, int limit) {
    List<String> parts = pieces.stream().flatMap(piece -> cut(piece, limit).stream()).toList();
    int count = parts.size();
    // best[i]: cheapest layout of the parts from i on; a line costs a fixed amount and the square of the room it leaves,
    // and the fixed amount is above all that room can cost, so that fewer lines win
    long[] best = new long[count + 1];
    int[] end = new int[count];
    long line = (long) limit * limit * (count + 1);
    for (int from = count - 1; from >= 0; from--) {
      best[from] = Long.MAX_VALUE;
      int length = 0;
      for (int to = from; to < count && (length += parts.get(to).length()) <= limit; to++) {
        long room = limit - length;
        long cost = best[to + 1] + line + room * room;
        if (cost < best[from]) {
          best[from] = cost;
          end[from] = to + 1;
        }
      }
    }
    List<String> lines = new ArrayList<>();
    for (int from = 0; from < count; from = end[from]) {
      lines.add(String.join("", parts.subList(from, end[from])));
    }
    return lines;
  }

  /** A piece longer than a line is cut between its words, or into even parts where a word is longer than a line. */
  private static List<String> cut(String piece, int limit) {
    if (piece.length() <= limit) {
      return List.of(piece);
    }
    List<String> words = words(piece);
    if (words.stream().allMatch(word -> word.length() <= limit)) {
      return words;
    }
    int count = (piece.length() + limit - 1) / limit;
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      parts.add(piece.substring(piece.length() * i / count, piece.length() * (i + 1) / count));
    }
    return parts;
  }

  /**
   * What a line may begin with, by ICU's dictionary. A single character is not one: it ends a word (市, 处, 的函) or belongs to a name that the
   * dictionary does not have; but 驻 begins the name of an office, and stays with the place. The script {@code page.js} does the same.
   */
  private static List<String> words(String text) {
    BreakIterator boundaries = BreakIterator.getWordInstance(Locale.CHINA);
    boundaries.setText(text);
    List<String> words = new ArrayList<>();
    int begin = 0;
    int from = boundaries.first();
    for (int to = boundaries.next(); to != BreakIterator.DONE; from = to, to = boundaries.next()) {
      boolean begins = to - from > 1 ? text.charAt(Math.max(0, from - 1)) != STATIONED : text.charAt(from) == STATIONED;
      if (begins && from > begin) {
        words.add(text.substring(begin, from));
        begin = from;
      }
    }
    words.add(text.substring(begin));
    return words;
  }
}
