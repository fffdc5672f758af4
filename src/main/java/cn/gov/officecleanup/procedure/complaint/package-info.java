/** Complaints and reports by telephone, letter, visit or transfer (信访举报, C14, C15): their terms, who may handle them, their documents. */
package cn.gov.officecleanup.procedure.complaint;
