/** The documents of cases: kept once by content, official ones drawn up from Word templates and numbered. */
package cn.gov.officecleanup.mechanism.document;
