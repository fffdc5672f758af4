package cn.gov.officecleanup.procedure.inspection;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * An inspection of one office (C14).
 *
 * @param reason why this office is inspected
 * @param leadInspector user id of who leads the team; null until it is named, as the others
 * @param leadHome code of the city from which that one comes, {@code OTHER} outside of the province
 * @param excludedPeople names of who is to stay away from this inspection; null where nobody is
 * @param unrelated whether all of the team have declared that nothing keeps them from it
 * @param arrivedOn when it was at the door, and no secret any more; its year is that of the visit, whenever that ends
 * @param leftOn last day on site
 * @param refusalReason why the statement of facts was not signed; null where it was
 * @param officeAnswer null where nothing was answered in time
 * @param servedOn when the feedback was served: deadlines run from that day
 */
record InspectionVisit(String caseNumber, long officeId, Occasion occasion, String reason, String leadInspector, String secondInspector,
    String thirdInspector, String leadHome, String secondHome, String thirdHome, String excludedPeople, LocalDate plannedFrom,
    LocalDate plannedUntil, String scope, Boolean unrelated, LocalDate arrivedOn, String arrivedTime, String hostPerson, LocalDate leftOn,
    StatementState statementState, String refusalReason, String officeAnswer, String governmentAnswer, String conclusion,
    String noticeNumber, String feedbackNumber, LocalDate servedOn) {

  /** What became of the statement of facts (事实确认书). */
  enum StatementState {
    SIGNED,
    REFUSED
  }

  /** @return user ids of the team, who leads it first */
  List<String> team() {
    return Stream.of(leadInspector, secondInspector, thirdInspector).filter(Objects::nonNull).toList();
  }
}
