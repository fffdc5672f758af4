/**
 * The audit log (审计日志): who signed in, changed users, groups and grants, changed a case's course or data outside of the normal way, was refused what smells of an attempt, exported,
 * or looked at personal data; with the address it came from and the case. Read by audit administrators alone, changed by nobody. It is kept for good, longer than the six months that
 * 等保 asks for: no statement of the application changes or removes an event, and the engine's clean-up of history does not reach it.
 */
package cn.gov.officecleanup.mechanism.auditlog;
