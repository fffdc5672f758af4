/**
 * The province's progress board for supervisors (C20, C21): figures, a map, the curve to the deadline and one row for each unit that
 * reports, of now and of any past day, counted from the same history as the reports; and which offices or work each figure counts. Beside
 * it how the offices that stay are regulated (C12, C13, C17–C19), of now.
 */
package cn.gov.officecleanup.edge.board;
