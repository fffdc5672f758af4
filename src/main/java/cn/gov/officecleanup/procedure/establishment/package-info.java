/** How a new office is set up (C5): what only this application has beside {@code application}. */
package cn.gov.officecleanup.procedure.establishment;
