/** Who takes part: groups and what each may do in the engine, the official at work, administrators. */
package cn.gov.officecleanup.mechanism.identity;
