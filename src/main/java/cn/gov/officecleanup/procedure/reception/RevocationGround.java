package cn.gov.officecleanup.procedure.reception;

import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.mechanism.platform.Labelled;

/** Why an approval is taken back; after the event the list is owed all the same, nothing of it is paid, and that is a finding. */
enum RevocationGround implements Labelled {

  REVOKED("撤销审批", "APPROVAL_REVOKED", "接待的审批已经撤销，清单仍应填写存档，尚未报销的不予报销。"),
  FALSE_LETTER("公函不实", "LETTER_FALSE", "接待所凭的公函不实，清单仍应填写存档，尚未报销的不予报销，已经报销的应予追回，问题线索移送有关机关。");

  private final String label;
  private final String code;
  private final String sentence;

  RevocationGround(String label, String code, String sentence) {
    this.label = label;
    this.code = code;
    this.sentence = sentence;
  }

  @Override
  public String label() {
    return label;
  }

  Finding finding() {
    return new Finding(code, sentence, ReceptionRules.CLAUSE);
  }
}
