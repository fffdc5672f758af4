/** How a retained office receives guests: letter, estimate and reservation, approval, list, signature, payment, year end (C18). */
package cn.gov.officecleanup.procedure.reception;
