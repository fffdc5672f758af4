package cn.gov.officecleanup.procedure.application;

/** What a government applies for. */
public enum ApplicationKind {

  /** to keep an office that exists (C3) */
  RETENTION,
  /** to set up a new one (C5) */
  ESTABLISHMENT,
  /** to change, prolong or revoke what was approved (C3, C4) */
  CHANGE
}
