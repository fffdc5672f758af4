/**
 * The register of offices in provincial capitals and other cities (C21): what each office is, which assets and business entities it has and
 * what became of it; import and export of the register; the disposition the implementation plan provides for an office (C1–C4, C8–C11).
 */
package cn.gov.officecleanup.mechanism.register;
