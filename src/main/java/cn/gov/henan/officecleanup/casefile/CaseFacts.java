package cn.gov.henan.officecleanup.casefile;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Contributes to what an official reads above a form: what the case is about. */
public interface CaseFacts {

  /**
   * One line of it.
   *
   * @param section Chinese heading it stands under
   * @param label   Chinese name of the fact
   * @param value   what to show; lines apart are shown apart
   */
  record Fact(String section, String label, String value) {
  }

  /** @return a day as Chinese officials write it, e.g. 2015年10月31日 */
  static String day(LocalDate day) {
    return DateTimeFormatter.ofPattern("yyyy年M月d日").format(day);
  }

  /** @return facts about the case, in the order to show; empty where this contributor knows none */
  List<Fact> of(CaseFile file);
}
