/**
 * The application, on three floors: {@code edge} stands on {@code procedure}, that on {@code mechanism}; a mechanism knows no procedure.
 */
package cn.gov.officecleanup;
