package cn.gov.officecleanup.procedure.reception;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A reception (C18): the letter it rests on, and what is reserved for it.
 *
 * @param caseNumber number of its case
 * @param letterPeople how many people the letter names
 * @param guestClass of the guest of the highest rank
 * @param abandoned whether the office gave it up before the approval; null where the box was left blank
 * @param reserved yuan: the estimate, later the signed list's sum; null before the approval, 0 after a cancellation
 * @param estimate yuan, as approved last
 * @param signedOn day on which the head signed the list; null before
 */
record Reception(String caseNumber, String letterSender, String letterNumber, LocalDate letterDate, VisitPurpose visitPurpose,
    Integer letterPeople, GuestClass guestClass, LocalDate startsOn, LocalDate endsOn, String route, Boolean abandoned, BigDecimal reserved,
    BigDecimal estimate, LocalDate signedOn) {
}
