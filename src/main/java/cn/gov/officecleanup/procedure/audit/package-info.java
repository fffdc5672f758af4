/** What auditors do (C7): check the asset ledgers, from Tasklist and from the command line. They read and change nothing. */
package cn.gov.officecleanup.procedure.audit;
