/**
 * The audit log (审计日志): who signed in, changed users, groups and grants, changed a case's course or data outside of the normal way, was
 * refused what smells of an attempt, exported, or looked at personal data; with the address it came from and the case. Read by audit
 * administrators alone, changed by nobody. It is kept for good, longer than the six months that 等保 asks for: no statement of the
 * application changes or removes an event, and the engine's clean-up of history does not reach it.
 *
 * <p>
 * <b>Three administrators</b>: (三员分立). {@code AuditedIdentities} stands between the engine and its users: the system administrator creates
 * users and grants nothing, the security administrator grants and creates nobody, never to themselves and to nobody two of the three roles;
 * authorizations of groups are fixed. Sign-ins, grants, acts outside of the normal way, refused attempts, exports and looks at personal
 * data are in {@code audit_event}, chained by hashes as the ledgers are; the page 审计日志 says whether the chain is whole.
 */
package cn.gov.officecleanup.mechanism.auditlog;
