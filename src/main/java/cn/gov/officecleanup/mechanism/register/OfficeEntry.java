package cn.gov.officecleanup.mechanism.register;

import java.time.LocalDate;

/**
 * What the sending government states about an office. Changed by imports; name and end of special work also by an approved change, nothing
 * by the outcome of the cleanup.
 *
 * @param registerNumber e.g. 豫驻0001, up to 32 characters, unique
 * @param name full name, up to 200 characters
 * @param governmentCode GB/T 2260 code of the sending government
 * @param senderKind the government or a functional department of it
 * @param departmentName the department; null unless the sender is one
 * @param hostCityCode GB/T 2260 code of the city the office is in
 * @param hostCityName name of that city
 * @param workKind kind of work
 * @param specialWorkEnd last day of the special work (C4); null unless the work is of that kind
 * @param approvalDocument number of the document that approved it; null if none is known (C15)
 * @param staffEstablishment persons in the establishment (编制), 0 or more
 * @param functions what it does, up to 4000 characters; may be null
 * @param sample whether made up for demonstration
 */
public record OfficeEntry(String registerNumber, String name, String governmentCode, SenderKind senderKind, String departmentName,
    String hostCityCode, String hostCityName, WorkKind workKind, LocalDate specialWorkEnd, String approvalDocument, int staffEstablishment,
    String functions, boolean sample) {
}
