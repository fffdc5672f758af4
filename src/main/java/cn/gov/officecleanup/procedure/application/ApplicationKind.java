package cn.gov.officecleanup.procedure.application;

/** What a government applies for. */
public enum ApplicationKind {

  /** to keep an office that exists (C3) */
  RETENTION("保留"),
  /** to set up a new one (C5) */
  ESTABLISHMENT("设立");

  private final String act;

  ApplicationKind(String act) {
    this.act = act;
  }

  /** @return the word by which titles of documents name it */
  String act() {
    return act;
  }
}
