/** How a city's office in the capital is kept (C3, C4): what only this application has beside {@code application}. */
package cn.gov.officecleanup.procedure.retention;
