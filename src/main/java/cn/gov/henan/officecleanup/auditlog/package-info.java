/** The audit log (审计日志) of who signed in, changed users and grants, exported, or looked at personal data; read by audit administrators alone, changed by nobody. */
package cn.gov.henan.officecleanup.auditlog;
