/**
 * The report of a locality or department (C20): its figures, counted and never typed (C21), its checks, its versions and how the province decides on
 * them.
 */
package cn.gov.officecleanup.procedure.report;
