/**
 * Rehearses a whole campaign (C20) on a copy of the register in memory, with a clock that runs ahead and officials who decide by chance, so
 * that a province can try its dates before it starts.
 */
package cn.gov.officecleanup.edge.rehearsal;
