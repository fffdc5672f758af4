/**
 * The province's summary (C20): who is inspected (C14), which reports may be missing, the figures that add up (C21), the documents, and its
 * way by the provincial government to the national bureau.
 */
package cn.gov.officecleanup.procedure.summary;
