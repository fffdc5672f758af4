/** How each asset of an abolished office is disposed of (C6, C7): proposal, appraisal, approval, carrying out, proceeds. */
package cn.gov.officecleanup.procedure.disposal;
