package cn.gov.officecleanup.mechanism.document;

import java.time.LocalDateTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How Excel in Chinese shows days and times by a format code; POI knows neither 年 in quotes nor weekdays nor 上午/下午. */
final class DayFormat {

  private static final Pattern TOKEN = Pattern
      .compile("\"(?<quoted>[^\"]*)\"?|[\\\\!](?<escaped>.)|[_*].|\\[(?<elapsed>[hms]+)\\]|\\[[^\\]]*\\]|(?<half>上午/下午|AM/PM|A/P)"
          + "|(?<fraction>\\.0+)|(?<field>y+|m+|d+|h+|s+|a{3,}|e+)|(?<other>.)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /**
   * @param kind y, m, d, h, s, a for fields, n for minutes, p for the half of the day, l for what stands for itself
   */
  private record Token(char kind, String text) {
  }

  private final List<Token> tokens = new ArrayList<>();
  private final boolean halves;

  DayFormat(String code) {
    Matcher matcher = TOKEN.matcher(code.split(";", 2)[0]);
    while (matcher.find()) {
      token(matcher);
    }
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).kind() == 'm' && (field(i, -1) == 'h' || field(i, 1) == 's')) {
        tokens.set(i, new Token('n', tokens.get(i).text()));
      }
    }
    halves = tokens.stream().anyMatch(token -> token.kind() == 'p');
  }

  private void token(Matcher found) {
    if (found.group("field") != null || found.group("elapsed") != null) {
      String field = (found.group("field") != null ? found.group("field") : found.group("elapsed")).toLowerCase(Locale.ROOT);
      tokens.add(new Token(field.charAt(0) == 'e' ? 'y' : field.charAt(0), field.charAt(0) == 'e' ? "yyyy" : field));
    } else if (found.group("half") != null) {
      tokens.add(new Token('p', ""));
    } else if (found.group("quoted") != null || found.group("escaped") != null) {
      tokens.add(new Token('l', found.group("quoted") != null ? found.group("quoted") : found.group("escaped")));
    } else if (found.group("other") != null && !"@".equals(found.group("other"))) {
      tokens.add(new Token('l', found.group("other")));
    }
  }

  /** @return the next field in a direction; blank where there is none */
  private char field(int from, int direction) {
    for (int i = from + direction; i >= 0 && i < tokens.size(); i += direction) {
      if (tokens.get(i).kind() != 'l' && tokens.get(i).kind() != 'p') {
        return tokens.get(i).kind();
      }
    }
    return ' ';
  }

  /** @return whether it shows more than the time of a day */
  boolean showsDays() {
    return tokens.stream().anyMatch(token -> "ymda".indexOf(token.kind()) >= 0);
  }

  String of(LocalDateTime moment) {
    StringBuilder shown = new StringBuilder();
    tokens.forEach(token -> shown.append(of(token, moment)));
    return shown.toString().strip();
  }

  private String of(Token token, LocalDateTime moment) {
    int width = token.text().length();
    return switch (token.kind()) {
      case 'y' -> width <= 2 ? padded(moment.getYear() % 100, 2) : padded(moment.getYear(), 4);
      case 'm' -> width <= 2 ? padded(moment.getMonthValue(), width)
          : moment.getMonth().getDisplayName(width == 3 ? TextStyle.SHORT : TextStyle.FULL, Locale.ENGLISH);
      case 'd' -> width <= 2 ? padded(moment.getDayOfMonth(), width) : weekday(moment);
      case 'a' -> width == 3 ? weekday(moment).substring(2) : weekday(moment);
      case 'h' -> padded(halves ? (moment.getHour() + 11) % 12 + 1 : moment.getHour(), width);
      case 'n' -> padded(moment.getMinute(), width);
      case 's' -> padded(moment.getSecond(), width);
      case 'p' -> moment.getHour() < 12 ? "上午" : "下午";
      default -> token.text();
    };
  }

  private static String weekday(LocalDateTime moment) {
    return moment.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.SIMPLIFIED_CHINESE);
  }

  private static String padded(int number, int width) {
    return ("%0" + Math.max(1, width) + "d").formatted(number);
  }
}
