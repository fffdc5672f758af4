/** What a browser meets besides the engine's web applications: the addresses below {@code /camunda/api/cleanup}, sign-in, failures. */
package cn.gov.officecleanup.edge.web;
