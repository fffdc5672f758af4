/** Inspections that come unannounced: the team, the visit, the facts, the answers and what is fed back (C14). */
package cn.gov.officecleanup.procedure.inspection;
