package cn.gov.officecleanup.mechanism.handling;

import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * That somebody stands in for another on some days (委托代理).
 *
 * @param absent user id of who is stood in for
 * @param substitute user id of who stands in
 * @param lastDay the last day of it
 * @param begunAt null before it has begun
 * @param endedAt null before it has ended or was called off
 */
record Substitution(long id, String processInstanceId, String absent, String substitute, LocalDate firstDay, LocalDate lastDay,
    String reason, OffsetDateTime begunAt, OffsetDateTime endedAt) {
}
