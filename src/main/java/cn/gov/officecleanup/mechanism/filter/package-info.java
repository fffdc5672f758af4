/** The filters that officials find in Tasklist, each asked for whoever looks. */
package cn.gov.officecleanup.mechanism.filter;
