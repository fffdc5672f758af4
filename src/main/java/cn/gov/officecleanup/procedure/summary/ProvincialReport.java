package cn.gov.officecleanup.procedure.summary;

import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * The province's report in a campaign (C20).
 *
 * @param caseNumber number of its case
 * @param campaign number of the campaign's case
 * @param requestNumber of the 请示 that hands its draft to the provincial government, given when that is signed first; null before
 * @param documentNumber given when the provincial government has approved it; null before
 * @param submittedAt since when it is with the provincial government; null while it is with the bureau
 * @param receiptNumber of the national bureau; null before
 */
record ProvincialReport(String caseNumber, String campaign, String overview, String problems, String proposals, String requestNumber,
    String documentNumber, OffsetDateTime submittedAt, String receiptNumber, LocalDate receivedOn) {
}
