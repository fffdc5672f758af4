/** What a check finds and how a request is refused: a code, a Chinese sentence, the clause. */
package cn.gov.officecleanup.mechanism.finding;
