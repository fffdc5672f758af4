package cn.gov.officecleanup.mechanism.document;

import java.time.LocalDate;
import java.util.List;

/**
 * The parts that every official document (公文) has by GB/T 9704-2012, whatever it says.
 *
 * @param kind what it is (文种)
 * @param issuer full name of the issuing body: red head and signature (发文机关)
 * @param printingOffice office that prints and sends it (印发机关); a letter does not name it
 * @param number document number (发文字号)
 * @param signer name of who signed it (签发人), on documents that go upwards; blank on drafts and on all others
 * @param title title in pieces that are not torn apart when it takes several lines
 * @param addressee 主送机关, without colon
 * @param date day of signature (成文日期), also shown as the day of printing
 * @param attachments names of the attachments, without number
 * @param copyTo who gets a copy (抄送)
 */
record OfficialDocument(OfficialKind kind, String issuer, String printingOffice, String number, String signer, List<String> title,
    String addressee, LocalDate date, List<String> attachments, List<String> copyTo) {
}
