/** The register in and out of Tasklist (C21): import with its preview and its taking back, export. */
package cn.gov.officecleanup.procedure.registration;
