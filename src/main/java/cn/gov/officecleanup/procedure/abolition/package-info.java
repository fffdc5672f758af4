/**
 * How an office is abolished (C6, C7): assets frozen and counted, people listed, each disposed of or placed, the closing signed and
 * reported.
 */
package cn.gov.officecleanup.procedure.abolition;
