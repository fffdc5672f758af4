/** The demo profile: the sample register, users and cases, and the page from which it is tried. */
package cn.gov.officecleanup.edge.demo;
