/**
 * Finding things again: offices, cases, documents and people by what an official remembers of them, the cases one had a hand in, and all
 * there is about a case on one page.
 */
package cn.gov.officecleanup.edge.search;
