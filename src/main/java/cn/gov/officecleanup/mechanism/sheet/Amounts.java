package cn.gov.officecleanup.mechanism.sheet;

import cn.gov.officecleanup.mechanism.document.WorkbookCell;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Amounts of money as people write them and as Excel keeps and shows them, made yuan. What cannot be understood as a whole is refused with
 * the reason: nothing of it is ever left out silently.
 */
final class Amounts {

  private static final BigDecimal MOST = new BigDecimal("9999999999999999.99");
  private static final BigDecimal HALF = new BigDecimal("0.5000001");
  private static final int DECIMALS = 2;
  private static final Pattern CURRENCY = Pattern.compile("^(?:(?:人民币|RMB|CNY|¥)[:：]?)+|(?:人民币|RMB|CNY)$", Pattern.CASE_INSENSITIVE);
  private static final Pattern PART = Pattern
      .compile("(?<number>\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)(?<multiple>[%s]*)".formatted(MoneyUnit.MULTIPLES));
  private static final Pattern WHOLE = Pattern
      .compile("(?<parts>(?:%s)+)(?<yuan>[元圆])?(?:整|正)?".formatted(PART.pattern().replaceAll("\\?<\\w+>", "?:")));
  private static final Pattern NEGATIVE = Pattern.compile("^[-−–—△▲(].*\\d.*");
  private static final Pattern NOTHING = Pattern.compile("[-−–—/\\\\]+|无|没有|暂无|空|不详|待定");
  private static final Pattern SCIENTIFIC = Pattern.compile("(?i)\\d+(?:\\.\\d+)?E[+-]?\\d+");
  private static final String NUMERALS = "零〇○一二两三四五六七八九壹贰叁肆伍陆柒捌玖貳參陸";
  private static final String VALUES = "0001223456789123456789236";
  /** 三万五 */
  private static final Pattern COLLOQUIAL = Pattern.compile(".*[百千万亿佰仟萬億][^零〇%s]".formatted(MoneyUnit.MULTIPLES));
  private static final Pattern IN_NUMERALS = Pattern.compile("[%s%s元圆角分整正]+".formatted(NUMERALS, MoneyUnit.MULTIPLES));
  /** what a number format only adds */
  private static final Pattern LITERALS = Pattern.compile("\"[^\"]*\"?|\\[[^\\]]*\\]|[_*].");
  private static final Pattern SCALED = Pattern
      .compile("[0#?],+(?![0#?,])|%%|[\\\\!]\\.|[%skKmMwW]|(?i:E[+-])".formatted(MoneyUnit.MULTIPLES));
  private static final Pattern FOREIGN = Pattern.compile("[$€£₩](?!¥|￥|-)|(?i:USD|HKD|EUR)|美元|港[币元]|欧元|日元");
  private static final Pattern CURRENCY_OF_FORMAT = Pattern.compile("\\[\\$([^\\]-]*)-?[^\\]]*\\]");

  private Amounts() {
  }

  /**
   * An amount.
   *
   * @param yuan not negative, with two decimals
   * @param converted whether it was written in another unit than the column's
   */
  record Amount(BigDecimal yuan, boolean converted) {
  }

  /** It cannot be understood; the message is the reason in Chinese. */
  static final class NotUnderstoodException extends Exception {

    private static final long serialVersionUID = 1L;

    NotUnderstoodException(String reason) {
      super(reason);
    }
  }

  /**
   * A text that was understood.
   *
   * @param step what a 1 at its last place stands for, in yuan
   */
  private record Written(BigDecimal yuan, BigDecimal step, boolean ownUnit) {
  }

  /**
   * @param unit yuan that a number without unit counts, by the column's heading
   * @throws NotUnderstoodException with what is wrong
   */
  static Amount read(WorkbookCell cell, BigDecimal unit) throws NotUnderstoodException {
    Amount read = switch (cell.kind()) {
      case NUMBER -> ofNumber(cell, unit);
      case TEXT -> {
        Written written = written(cell.text(), unit);
        yield new Amount(written.yuan(), written.ownUnit() && written.yuan().compareTo(inUnit(cell, unit)) != 0);
      }
      default -> throw new NotUnderstoodException("这里应当填金额");
    };
    if (read.yuan().signum() < 0) {
      throw new NotUnderstoodException("是负数，金额不能小于0");
    }
    if (read.yuan().stripTrailingZeros().scale() > DECIMALS) {
      throw new NotUnderstoodException("折合%s元，超过两位小数，请四舍五入到分后填写".formatted(read.yuan().stripTrailingZeros().toPlainString()));
    }
    if (read.yuan().compareTo(MOST) > 0) {
      throw new NotUnderstoodException("金额过大，请检查单位");
    }
    return new Amount(read.yuan().setScale(DECIMALS, RoundingMode.UNNECESSARY), read.converted());
  }

  /** @return what the text's digits alone would be in the column's unit; less than nothing where they are no number */
  private static BigDecimal inUnit(WorkbookCell cell, BigDecimal unit) {
    try {
      return new BigDecimal(CellText.compact(cell.text()).replaceAll("[^0-9.]", "")).multiply(unit);
    } catch (NumberFormatException e) {
      return BigDecimal.ONE.negate();
    }
  }

  private static Amount ofNumber(WorkbookCell cell, BigDecimal unit) throws NotUnderstoodException {
    String currency = CURRENCY_OF_FORMAT.matcher(cell.format()).replaceAll("$1");
    if (FOREIGN.matcher(currency.replace("[", "").replace("]", "")).find()) {
      throw new NotUnderstoodException("Excel 中显示为“%s”，不是人民币".formatted(cell.text()));
    }
    BigDecimal plain = cell.number().multiply(unit);
    if (cell.number().signum() == 0 || !isScaled(cell.format())) {
      return new Amount(plain, false);
    }
    // 0!.0,"万" shows yuan in another unit, 0.00"万元" says the unit of what is there: what is shown tells which
    Written shown = written(cell.text(), unit);
    for (int zeros = 0; zeros <= 9; zeros++) {
      BigDecimal meant = cell.number().movePointRight(zeros);
      if (meant.subtract(shown.yuan()).abs().compareTo(shown.step().multiply(HALF)) <= 0) {
        return new Amount(meant, meant.compareTo(plain) != 0);
      }
    }
    throw new NotUnderstoodException(
        "Excel 中显示为“%s”，与单元格里的数%s对不上，请将单元格设为常规格式后填写以元为单位的金额".formatted(cell.text(), cell.number().toPlainString()));
  }

  /** @return whether a number format shows another number than the one behind, or a unit */
  static boolean isScaled(String format) {
    String literal = format.replaceAll("\\[[^\\]]*\\]", "").replace("G/通用格式", "").replaceAll("(?i)general", "");
    String literals = literal.replaceAll("[^\"]*\"([^\"]*)\"?", "$1 ");
    String placeholders = LITERALS.matcher(format).replaceAll("");
    return SCALED.matcher(placeholders.replaceAll("(?i)general|G/通用格式", "")).find()
        || literal.contains("\"") && Pattern.compile("[%s]".formatted(MoneyUnit.MULTIPLES)).matcher(literals).find();
  }

  private static Written written(String text, BigDecimal unit) throws NotUnderstoodException {
    String plain = Normalizer.normalize(CellText.clean(text), Normalizer.Form.NFKC);
    // a blank between digits may be a separator of thousands or a mistake
    plain = plain.replaceAll("(?<!\\d)[\\s\\p{Z}]+|[\\s\\p{Z}]+(?!\\d)", "");
    if (NOTHING.matcher(plain).matches()) {
      throw new NotUnderstoodException("不是金额，没有金额的请填0");
    }
    if (NEGATIVE.matcher(plain).matches() && !plain.startsWith("(人民币)")) {
      throw new NotUnderstoodException("是负数，金额不能小于0");
    }
    if (SCIENTIFIC.matcher(plain).matches()) {
      throw new NotUnderstoodException("是科学记数，" + RowCells.LOST_DIGITS);
    }
    plain = CURRENCY.matcher(plain.replaceFirst("^\\(人民币\\)", "")).replaceAll("");
    if (!plain.isEmpty() && IN_NUMERALS.matcher(plain).matches()) {
      return inNumerals(plain, unit);
    }
    Matcher whole = WHOLE.matcher(plain);
    if (!whole.matches()) {
      throw new NotUnderstoodException("应为不小于0、最多两位小数的金额，可以写明单位，例如1234.50、12.35万元");
    }
    return sum(whole.group("parts"), whole.group("yuan") != null, unit);
  }

  /** 12.35万, 1亿2000万, 1,234.50 */
  private static Written sum(String parts, boolean yuan, BigDecimal unit) throws NotUnderstoodException {
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal before = null;
    String multiples = "";
    BigDecimal step = BigDecimal.ONE;
    boolean own = yuan;
    Matcher part = PART.matcher(parts);
    while (part.find()) {
      BigDecimal number = new BigDecimal(part.group("number").replace(",", ""));
      multiples = part.group("multiple");
      own |= !multiples.isEmpty();
      BigDecimal multiple = own ? MoneyUnit.multiple(multiples) : unit;
      // 12万3 is 123,000 to some and 120,003 to others
      if (before != null && (multiple.compareTo(before) >= 0 || multiples.isEmpty() && !yuan)) {
        throw new NotUnderstoodException("单位写法不清楚，请写作例如1亿2000万元");
      }
      before = multiple;
      sum = sum.add(number.multiply(multiple));
      step = multiple.movePointLeft(number.scale());
    }
    return new Written(sum, step, own);
  }

  /** 壹拾贰万叁仟肆佰元整 */
  private static Written inNumerals(String text, BigDecimal unit) throws NotUnderstoodException {
    BigDecimal yuan = null;
    BigDecimal cents = BigDecimal.ZERO;
    long total = 0;
    long section = 0;
    int digit = -1;
    for (char character : text.toCharArray()) {
      int numeral = NUMERALS.indexOf(character);
      if (numeral >= 0) {
        int value = VALUES.charAt(numeral) - '0';
        if (digit > 0) {
          throw new NotUnderstoodException("大写金额写法不对，例如壹拾贰万叁仟元整");
        }
        digit = value;
        continue;
      }
      int count = Math.max(0, digit);
      switch (character) {
        case '元', '圆' -> {
          yuan = BigDecimal.valueOf(total + section + count);
          total = 0;
          section = 0;
        }
        case '角' -> cents = cents.add(BigDecimal.valueOf(count, 1));
        case '分' -> cents = cents.add(BigDecimal.valueOf(count, 2));
        case '亿', '億' -> {
          total = (total + section + count) * 100_000_000;
          section = 0;
        }
        case '万', '萬' -> {
          total += (section + count) * 10_000;
          section = 0;
        }
        case '整', '正' -> {
        }
        default -> section += (digit < 0 ? 1 : count) * MoneyUnit.multiple(String.valueOf(character)).longValueExact();
      }
      digit = -1;
    }
    if (yuan == null && COLLOQUIAL.matcher(text).matches()) {
      throw new NotUnderstoodException("大写金额写法不清楚，请写全，例如叁万伍仟元整");
    }
    BigDecimal rest = BigDecimal.valueOf(total + section + Math.max(0, digit));
    return yuan == null && cents.signum() == 0 ? new Written(rest.multiply(unit), unit, false)
        : new Written((yuan == null ? BigDecimal.ZERO : yuan).add(cents), BigDecimal.ONE.movePointLeft(DECIMALS), true);
  }
}
