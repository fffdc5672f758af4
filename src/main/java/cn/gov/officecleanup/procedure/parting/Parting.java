package cn.gov.officecleanup.procedure.parting;

import cn.gov.officecleanup.mechanism.register.BusinessEntityKind;
import java.time.LocalDate;

/**
 * A promised parting.
 *
 * @param caseNumber number of its case
 * @param entityName of the hotel, guest house or other business entity
 * @param partBy promised last day
 * @param partedOn day of parting; null before
 * @param manner how it was parted from; null before
 */
record Parting(String caseNumber, String entityName, BusinessEntityKind entityKind, LocalDate partBy, LocalDate partedOn, String manner) {
}
