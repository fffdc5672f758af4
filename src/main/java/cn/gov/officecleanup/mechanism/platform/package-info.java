/** What the engine and the JDK lack for all the rest: one clock, deployment, retrying on conflict, failures told in Chinese. */
package cn.gov.officecleanup.mechanism.platform;
