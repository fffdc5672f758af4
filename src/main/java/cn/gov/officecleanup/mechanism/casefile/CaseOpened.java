package cn.gov.officecleanup.mechanism.casefile;

/** A case was opened, told in the transaction that opens it. @param procedureKey key of the process definition */
public record CaseOpened(String caseNumber, String procedureKey) {
}
