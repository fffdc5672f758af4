package cn.gov.officecleanup.procedure.summary;

import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * The province's report in a campaign (C20).
 *
 * @param caseNumber number of its case
 * @param campaign number of the campaign's case
 * @param documentNumber given when it is signed first; null before
 * @param submittedAt since when it is with the provincial government; null while it is with the bureau
 * @param receiptNumber of the national bureau; null before
 */
record ProvincialReport(String caseNumber, String campaign, String overview, String problems, String proposals, String documentNumber,
    OffsetDateTime submittedAt, String receiptNumber, LocalDate receivedOn) {
}
