/**
 * The provincial bureau puts a Word template, edited in Word, in the place of the one in use (公文模板): it is tried out, its specimen (样张)
 * looked at and the bureau's leader puts it into use. The documents themselves are drawn up in {@code document}.
 */
package cn.gov.officecleanup.procedure.template;
