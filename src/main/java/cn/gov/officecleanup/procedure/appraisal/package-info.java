/** How each office that stays is appraised every year: indicators, score, grade, vetoes (C12, C16). */
package cn.gov.officecleanup.procedure.appraisal;
