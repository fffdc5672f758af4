/**
 * The province's progress board for supervisors (C20, C21): one row for each unit that reports, counted from the same history as the
 * reports.
 */
package cn.gov.officecleanup.edge.board;
