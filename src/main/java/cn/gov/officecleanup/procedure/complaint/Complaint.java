package cn.gov.officecleanup.procedure.complaint;

import cn.gov.officecleanup.mechanism.text.PersonName;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A complaint (C14); who made it is kept by {@link cn.gov.officecleanup.mechanism.reporter.Reporters}, apart from it.
 *
 * @param receivingGroup id of the group that received it
 * @param receivedOn the day from which the terms of notice count
 * @param kind as it was registered; null until then, as what follows
 * @param aboutOffice key in the register of the office that it is about; null where it is about none of these
 * @param complaintText 10 to 5,000 characters, read by who received it alone
 * @param reporterCount how many came, 1 to 5
 * @param transferredFrom body that passed it on; null where none did
 * @param sortedAs as which it is handled
 * @param namesGovernment whether the head of the government that sends the office, or its own office, is complained of
 * @param namedPeople names of who is complained of; null where nobody is
 * @param passedOn what those who handle it read of it
 * @param linkedCase another complaint on the same matter
 * @param handlingGroup id of the group that handles it; null until it is accepted
 * @param extendedDays by how many days more time was asked for, at most once
 * @param extended whether that was granted
 * @param foundGovernment the same as {@code namesGovernment}, as it came to light later; as those after it
 * @param servedOn the day from which the term of a review counts
 */
record Complaint(String caseNumber, String receivingGroup, Channel channel, LocalDate receivedOn, ComplaintKind kind, Long aboutOffice,
    String aboutOther, String complaintText, Integer reporterCount, String transferredFrom, ComplaintKind sortedAs, Boolean namesGovernment,
    Boolean namesBureau, String namedPeople, String passedOn, Boolean lookedThrough, String notAcceptedReason, String otherWay,
    String linkedCase, LocalDate acceptedOn, String handlingGroup, Integer extendedDays, String moreTimeReason, Boolean extended,
    String facts, String handlingOpinion, String legalBasis, Boolean foundGovernment, Boolean foundBureau, String foundPeople,
    String replyNumber, LocalDate servedOn, ServiceWay serviceWay) {

  /** The ways on which complaints come. */
  enum Channel {
    HOTLINE,
    LETTER,
    VISIT,
    TRANSFER,
    /** the public page, without a sign-in */
    PAGE
  }

  /** How a reply reached whom it is for. */
  enum ServiceWay {
    MAIL,
    HAND,
    LEFT
  }

  /** @return whether somebody asks for something, of which alone the law says within what time it is decided and who reviews that */
  boolean isRequest() {
    return (sortedAs == null ? kind : sortedAs) == ComplaintKind.REQUEST;
  }

  /** @return whom it is about, as far as that is known by now */
  Named named() {
    Set<String> people = Stream.of(namedPeople, foundPeople)
        .filter(names -> names != null)
        .flatMap(names -> PersonName.in(names).stream())
        .collect(Collectors.toSet());
    return new Named(aboutOffice, Boolean.TRUE.equals(namesGovernment) || Boolean.TRUE.equals(foundGovernment),
        Boolean.TRUE.equals(namesBureau) || Boolean.TRUE.equals(foundBureau), people);
  }
}
