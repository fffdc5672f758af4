/** How what was approved of an office that is kept is changed, prolonged or revoked later (C3, C4). */
package cn.gov.officecleanup.procedure.change;
