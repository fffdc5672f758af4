/**
 * What the administrators do with users: the system administrator makes them, one by one or from a workbook, and says which groups they are
 * to be in; the security administrator grants what was asked for. All of it through the engine's identity service as who is signed in,
 * where {@link cn.gov.officecleanup.mechanism.auditlog} judges and notes every act.
 */
package cn.gov.officecleanup.mechanism.administration;
