/** How a new year's working days are loaded as the State Council publishes them; terms are counted by {@code deadline}. */
package cn.gov.officecleanup.procedure.calendar;
