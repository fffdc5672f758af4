package cn.gov.officecleanup.mechanism.document;

/** The kinds of official documents (文种) and forms that this application draws up, and what each looks like by GB/T 9704-2012. */
enum OfficialKind {

  REQUEST("请示", Layout.UPWARDS),
  REPORT("报告", Layout.UPWARDS),
  /** goes out under a letter's code word (豫政函) and so in a letter's format, as the State Council's (国函) */
  REPLY("批复", Layout.LETTER),
  LETTER("函", Layout.LETTER),
  NOTICE("通知", Layout.DOCUMENT),
  /** no official document (公文) but a sheet that is kept with the accounts: of the standard's parts it has a title alone */
  FORM("单", Layout.FORM);

  /** How a document is laid out. */
  enum Layout {

    /** 文件格式: the issuer's name with 文件, a red line below the number, imprint, numbered pages */
    DOCUMENT,
    /** the same with the number at the left and who signed it (签发人) at the right */
    UPWARDS,
    /** 信函格式 (10.1): the name alone between red double lines, the number at the right, no number on the first page, no imprint lines */
    LETTER,
    /** a title, a number and tables on one page */
    FORM
  }

  private final String label;
  private final Layout layout;

  OfficialKind(String label, Layout layout) {
    this.label = label;
    this.layout = layout;
  }

  /** @return the word with which the title ends */
  String label() {
    return label;
  }

  Layout layout() {
    return layout;
  }
}
