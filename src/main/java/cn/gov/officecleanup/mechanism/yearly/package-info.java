/** Procedures of which one case a year begins by itself for each office that stood in the year (C12, C19), as their models say. */
package cn.gov.officecleanup.mechanism.yearly;
