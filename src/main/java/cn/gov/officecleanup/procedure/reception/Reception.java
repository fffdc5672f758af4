package cn.gov.officecleanup.procedure.reception;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A reception (C18): the letter it rests on, and what is reserved for it.
 *
 * @param caseNumber number of its case
 * @param letterPeople how many people the letter names
 * @param guestClass of the guest of the highest rank
 * @param byTelephone whether it rests on a note of a telephone call, so that its letter follows; null where the box was left blank
 * @param laterLetterOn day on which the letter came that follows such a note; null before
 * @param sharedWith the other hosts who receive the same guests, by name; null where there are none
 * @param notSameCity whether the office declares that units whose names read as of its own city are not there; null where the box was left
 * blank
 * @param sharedExcess yuan: what this host bears of the meals of companions whom several hosts together have too many of, as it was when
 * the list was signed; null before, and where there are none
 * @param costsDeclared whether the signer of the list declared that no other body's costs are in it; null before
 * @param abandoned whether the office gave it up before the approval; null where the box was left blank
 * @param reserved yuan: the estimate, later the signed list's sum; null before the approval, 0 after a cancellation
 * @param estimate yuan, as approved last
 * @param signedOn day on which the head signed the list; null before
 * @param listOwedFrom day from which the term of the list runs; null before the approval
 * @param blockedOn day from which on nothing is paid, since the approval was taken back or the letter is false; null where neither is so
 * @param referredTo to whom a false letter was referred; null where it was not
 */
record Reception(String caseNumber, String letterSender, String letterNumber, LocalDate letterDate, VisitPurpose visitPurpose,
    Integer letterPeople, Boolean byTelephone, String emergency, String laterLetterNumber, LocalDate laterLetterOn, GuestClass guestClass,
    LocalDate startsOn, LocalDate endsOn, String route, String sharedWith, Boolean notSameCity, String notSameCityReason,
    BigDecimal sharedExcess, Boolean costsDeclared, Boolean abandoned, BigDecimal reserved, BigDecimal estimate, LocalDate signedOn,
    LocalDate listOwedFrom, LocalDate blockedOn, RevocationGround blockedFor, String referredTo) {

  /** @return whether it rests on a note of a telephone call */
  boolean beganByTelephone() {
    return Boolean.TRUE.equals(byTelephone);
  }

  /** @return whether it has begun on a day */
  boolean begun(LocalDate day) {
    return !startsOn.isAfter(day);
  }
}
