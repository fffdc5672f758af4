/**
 * Tables in files that officials send and get: found by their headings in CSV and workbooks, every wrong cell told, written as workbooks.
 */
package cn.gov.officecleanup.mechanism.sheet;
