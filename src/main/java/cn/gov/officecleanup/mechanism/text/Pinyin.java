package cn.gov.officecleanup.mechanism.text;

import com.github.houbb.pinyin.constant.enums.PinyinStyleEnum;
import com.github.houbb.pinyin.util.PinyinHelper;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How a text is typed by its sound. The phrases of the dictionary tell how a character is read in them (重庆 cq, 长沙 cs); in names that it
 * does not know, another reading may be meant (曾 c or z): each character's other readings count as well.
 */
final class Pinyin {

  /** characters beyond the basic plane are read by nobody's input method as one sound, and stay as they are */
  private static final Pattern HAN = Pattern.compile("[\\p{IsHan}&&[\\x{0000}-\\x{FFFF}]]+");

  private Pinyin() {
  }

  /** @return initials, e.g. lyszzbsc of 洛阳市驻郑办事处, in all readings, and the whole in pinyin without tones; nothing without characters */
  static Stream<String> of(String canonical) {
    Matcher runs = HAN.matcher(canonical);
    if (!runs.find()) {
      return Stream.empty();
    }
    List<String> initials = new ArrayList<>();
    List<Set<String>> others = new ArrayList<>();
    StringBuilder whole = new StringBuilder();
    int end = 0;
    for (MatchResult run : runs.reset().results().toList()) {
      keep(canonical.substring(end, run.start()), initials, others, whole);
      String[] sounds = PinyinHelper.toPinyin(run.group(), PinyinStyleEnum.NORMAL, " ").split(" ");
      for (int i = 0; i < sounds.length; i++) {
        initials.add(sounds[i].substring(0, 1));
        others.add(initialsOf(run.group().charAt(i)));
        whole.append(sounds[i]);
      }
      end = run.end();
    }
    keep(canonical.substring(end), initials, others, whole);
    return Stream.concat(readings(initials, others), Stream.of(whole.toString()));
  }

  private static void keep(String unread, List<String> initials, List<Set<String>> others, StringBuilder whole) {
    if (!unread.isEmpty()) {
      initials.add(unread);
      others.add(Set.of());
      whole.append(unread);
    }
  }

  /** Every combination would be too many: one character at a time is read otherwise. */
  private static Stream<String> readings(List<String> initials, List<Set<String>> others) {
    Set<String> readings = new LinkedHashSet<>();
    readings.add(String.join("", initials));
    for (int i = 0; i < initials.size(); i++) {
      for (String other : others.get(i)) {
        List<String> changed = new ArrayList<>(initials);
        changed.set(i, other);
        readings.add(String.join("", changed));
      }
    }
    return readings.stream();
  }

  private static Set<String> initialsOf(char character) {
    Set<String> initials = new LinkedHashSet<>();
    PinyinHelper.toPinyinList(character, PinyinStyleEnum.FIRST_LETTER).forEach(initials::add);
    return initials;
  }
}
