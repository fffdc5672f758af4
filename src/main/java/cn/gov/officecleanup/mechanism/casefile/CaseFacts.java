package cn.gov.officecleanup.mechanism.casefile;

import java.util.List;

/** Contributes to what an official reads above a form: what the case is about. */
public interface CaseFacts {

  /**
   * One line of it.
   *
   * @param section Chinese heading it stands under
   * @param label Chinese name of the fact
   * @param value what to show; lines apart are shown apart
   */
  record Fact(String section, String label, String value) {
  }

  /** Adds a fact, unless there is nothing to say. */
  static void add(List<Fact> facts, String section, String label, String value) {
    if (value != null && !value.isBlank()) {
      facts.add(new Fact(section, label, value));
    }
  }

  /** @return facts about the case, in the order to show; empty where this contributor knows none */
  List<Fact> of(CaseFile file);
}
