/** What the applications to keep an office and to set one up share (C3, C5): content, checks, review on three levels, reply, withdrawal. */
package cn.gov.officecleanup.procedure.application;
