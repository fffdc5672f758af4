package cn.gov.officecleanup.edge.board;

import java.time.OffsetDateTime;

/**
 * A case of a unit.
 *
 * @param procedure Chinese name of the procedure
 * @param processInstanceId to look at in Cockpit; null once the case has ended
 * @param closedAt null while it is open
 */
public record UnitCase(String caseNumber, String title, String procedure, String processInstanceId, OffsetDateTime openedAt,
    OffsetDateTime closedAt) {
}
