package cn.gov.officecleanup.edge.board;

import java.time.LocalDate;

/**
 * One of those that a figure counts: an office with the case about it, or a piece of late work.
 *
 * @param unit name of the unit for which it is counted
 * @param registerNumber null where it is about no office
 * @param office null where it is about no office
 * @param status what had become of the office at that moment; null for work
 * @param caseNumber null where there is no case, or none that who asks may read
 * @param title of the case; null like its number
 * @param step what is open in the case now; of late work what was late
 * @param holder who has it to do
 * @param lastDay last day in time; null where it has none
 */
public record CountedItem(String unit, String registerNumber, String office, String status, String caseNumber, String title, String step,
    String holder, LocalDate lastDay, boolean late) {
}
