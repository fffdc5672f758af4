package cn.gov.officecleanup.mechanism.document;

import java.util.Objects;

/**
 * Which kind of document one body may write to another: upwards a request or a report, downwards a reply to a request or a notice, a letter
 * between those that are not above each other, departments and lower governments among them (党政机关公文处理工作条例第八条*).
 */
final class Correspondence {

  /** What the document is to do. */
  enum Purpose {
    ASK,
    TELL,
    ANSWER_REQUEST
  }

  private enum Relation {
    UPWARDS,
    DOWNWARDS,
    ACROSS,
    INSIDE
  }

  private Correspondence() {
  }

  /**
   * @return the kind of document
   * @throws IllegalArgumentException when no document goes that way: what a government decides for itself is approved inside (内部审批), and
   * who is asked by a request from below does not ask back by one
   */
  static OfficialKind kind(OfficialBody from, OfficialBody to, Purpose purpose) {
    return switch (relation(from, to)) {
      case UPWARDS -> purpose == Purpose.ASK ? OfficialKind.REQUEST : OfficialKind.REPORT;
      case DOWNWARDS -> purpose == Purpose.ANSWER_REQUEST ? OfficialKind.REPLY : OfficialKind.NOTICE;
      case ACROSS -> OfficialKind.LETTER;
      case INSIDE -> throw new IllegalArgumentException("%s writes no document to %s".formatted(from.title(), to.title()));
    };
  }

  private static Relation relation(OfficialBody from, OfficialBody to) {
    boolean sameGovernment = from.government().equals(to.government());
    boolean fromGovernment = from.role() == OfficialBody.Role.GOVERNMENT;
    boolean toGovernment = to.role() == OfficialBody.Role.GOVERNMENT;
    if (sameGovernment) {
      return withinGovernment(from, to);
    }
    boolean comparable = fromGovernment && toGovernment || !fromGovernment && from.role() == to.role() && sameLine(from, to);
    if (comparable && from.above().contains(to.government())) {
      return Relation.UPWARDS;
    }
    return comparable && to.above().contains(from.government()) ? Relation.DOWNWARDS : Relation.ACROSS;
  }

  private static Relation withinGovernment(OfficialBody from, OfficialBody to) {
    if (from.equals(to)) {
      return Relation.INSIDE;
    }
    if (from.role() == OfficialBody.Role.GOVERNMENT) {
      return to.role() == OfficialBody.Role.OFFICE ? Relation.INSIDE : Relation.DOWNWARDS;
    }
    if (to.role() == OfficialBody.Role.GOVERNMENT) {
      return from.role() == OfficialBody.Role.OFFICE ? Relation.INSIDE : Relation.UPWARDS;
    }
    return Relation.ACROSS;
  }

  private static boolean sameLine(OfficialBody from, OfficialBody to) {
    return Objects.equals(from.line(), to.line());
  }
}
