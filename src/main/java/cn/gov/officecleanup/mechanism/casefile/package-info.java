/** The case: its number, who may read it, what is known, found and said in it, and its marks on every task. */
package cn.gov.officecleanup.mechanism.casefile;
