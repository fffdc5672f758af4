/** The province that an installation serves: its codes, names and code words, from the configuration. */
package cn.gov.officecleanup.mechanism.province;
