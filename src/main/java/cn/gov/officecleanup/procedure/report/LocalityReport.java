package cn.gov.officecleanup.procedure.report;

import java.math.BigDecimal;

/**
 * The report of a unit in a campaign as it is being written (C20).
 *
 * @param caseNumber number of its case
 * @param campaign number of the campaign's case
 * @param unitCode who reports
 * @param done what was done; null while not written
 * @param problems what is left; null while not written
 * @param nextSteps what comes next; null while not written
 * @param explanation why it is to be sent though a check fails; null where it is not
 * @param hiddenOffices how many offices were found that had been hidden or kept under another name (C15); null while not written
 * @param referrals how many matters were referred to discipline; null while not written
 * @param sanctioned how many people were sanctioned; null while not written
 * @param documentNumber number that the unit's own registry gave to its 工作总结; null before it is signed
 * @param acceptedVersion the version that counts; null while none is accepted
 */
public record LocalityReport(String caseNumber, String campaign, String unitCode, String done, String problems, String nextSteps,
    String explanation, Integer hiddenOffices, Integer referrals, Integer sanctioned, String documentNumber, Integer acceptedVersion) {

  /** @return what the unit states of a figure that nothing can count; 0 while it states nothing */
  BigDecimal stated(Figure figure) {
    Integer stated = switch (figure) {
      case HIDDEN -> hiddenOffices;
      case REFERRED -> referrals;
      case SANCTIONED -> sanctioned;
      default -> throw new IllegalArgumentException(figure + " is counted");
    };
    return new BigDecimal(stated == null ? 0 : stated).setScale(2);
  }
}
