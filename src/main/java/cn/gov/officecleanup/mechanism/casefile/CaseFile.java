package cn.gov.officecleanup.mechanism.casefile;

import java.time.OffsetDateTime;

/**
 * A case: one run of a procedure for one government, mostly about one office.
 *
 * @param caseNumber its number, at the same time the business key of its process instances
 * @param procedureKey key of the process definition
 * @param title Chinese title
 * @param governmentCode GB/T 2260 code of the government whose case it is
 * @param officeId the office it is about, null where there is none (yet)
 * @param parentCaseNumber the case it came out of, null for one of its own
 * @param openedBy user id, or {@code system}
 * @param department code of the provincial department whose case it is, null where it is the government's own
 * @param closedAt null while it is open
 * @param outcome code of how it ended, null while it is open
 * @param confided whether those alone may know of it who are named in it, see {@link ConfidedCases}
 */
public record CaseFile(String caseNumber, String procedureKey, String title, String governmentCode, Long officeId, String parentCaseNumber,
    String openedBy, OffsetDateTime openedAt, OffsetDateTime closedAt, String outcome, String department, boolean confided) {
}
