package cn.gov.officecleanup.mechanism.register;

import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * What has become of an office in the cleanup.
 *
 * @param status where it stands
 * @param since since when
 * @param clause clause of the plan the status rests on; null while merely registered
 * @param reason Chinese sentence; null while merely registered
 * @param newlyEstablished approved as a new office (C5), hence not one of those there were before the cleanup
 * @param retentionDocument document that approved retention (C3) or establishment (C5)
 * @param retentionConditions conditions set by it
 * @param retainedUntil last day of a dated retention (C4); null if not dated
 * @param abolitionDocument document of the abolition
 * @param mergedInto id of the office it was merged into (C8, C9)
 */
public record Outcome(OfficeStatus status, OffsetDateTime since, String clause, String reason, boolean newlyEstablished,
    String retentionDocument, String retentionConditions, LocalDate retainedUntil, String abolitionDocument, Long mergedInto) {
}
