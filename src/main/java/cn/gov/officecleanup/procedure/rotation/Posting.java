package cn.gov.officecleanup.procedure.rotation;

import cn.gov.officecleanup.procedure.placement.StaffStatus;
import java.time.LocalDate;

/**
 * That somebody has a post in an office (C13). Personal data: shown only to those who handle the people of the government.
 *
 * @param caseNumber number of the case that registered it
 * @param personNumber number of the person in the government's own register of staff
 * @param account user id; null where the person works with no account
 * @param basisNumber number of the document that posted the person
 * @param contractOn day of the written contract with who is hired where the office is; null of others, and before there is one
 * @param contractLateNote why that is later than the law has it, and what was paid for it; null where it is not
 * @param entered whether it stands in the register; one that was withdrawn does not
 * @param endsOn last day of the term of office; null before it is entered, and of those who do not rotate
 * @param extended whether the term was extended once
 * @param endedOn last day; null while it lasts
 * @param endReason Chinese sentence; null while it lasts
 * @param exchanged whether it ended in the rotation of another with whom the person exchanged posts
 */
record Posting(String caseNumber, String name, String personNumber, StaffStatus status, String post, Duty duty, String account,
    LocalDate postedOn, String basisNumber, LocalDate contractOn, String contractLateNote, boolean entered, LocalDate endsOn,
    boolean extended, LocalDate endedOn, String endReason, boolean exchanged) {

  /** @return whether a written contract with the person is still to be made: of those who are hired where the office is */
  boolean owesContract() {
    return status == StaffStatus.LOCALLY_HIRED && contractOn == null && entered && endedOn == null;
  }

  /** @return whether such people rotate: those who are hired where the office is do not, nor those whom another unit sends */
  boolean rotates() {
    return switch (status) {
      case CIVIL_SERVANT, CIVIL_SERVICE_MANAGED, PUBLIC_INSTITUTION, WORKER, SECONDED -> true;
      case LOCALLY_HIRED, DISPATCHED, RETIRED -> false;
    };
  }
}
