/** The register in and out of Tasklist (C21): import with its checks, export. */
package cn.gov.officecleanup.procedure.registration;
