/**
 * The demo profile: the sample register, users and cases, the page from which it is tried, and the clock that can be moved ahead there
 * ({@code SampleClock}, {@code FastForwarding}).
 */
package cn.gov.officecleanup.edge.demo;
