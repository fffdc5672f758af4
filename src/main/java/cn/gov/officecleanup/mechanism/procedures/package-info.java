/** What a procedure's model tells the mechanisms about it: who starts it, who reads its cases, what it runs beside. */
package cn.gov.officecleanup.mechanism.procedures;
