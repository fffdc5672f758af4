/** Officials urge (催办) whoever handles a case of their own; lateness is escalated without them, see {@code deadline}. */
package cn.gov.officecleanup.procedure.urging;
