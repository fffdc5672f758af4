package cn.gov.officecleanup.edge.rehearsal;

import java.time.LocalDate;

/**
 * What is rehearsed. Each date is the last day in time.
 *
 * @param start day on which the bureau starts the campaign
 * @param applicationDeadline until when retention can be applied for; null: a month before the cleanup ends
 * @param cleanupDeadline until when the cleanup is done
 * @param reportDeadline until when the reports are with the province
 * @param seed the same seed gives the same officials, who decide and tarry in the same way
 * @param years how many years of what follows are played, from the January after the last case of the campaign, 0 to 10
 */
record RehearsalPlan(LocalDate start, LocalDate applicationDeadline, LocalDate cleanupDeadline, LocalDate reportDeadline, long seed,
    int years) {
}
