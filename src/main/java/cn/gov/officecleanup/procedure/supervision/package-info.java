/** How the superior of who is late urges the work (督办); when, is told by {@code deadline}. */
package cn.gov.officecleanup.procedure.supervision;
