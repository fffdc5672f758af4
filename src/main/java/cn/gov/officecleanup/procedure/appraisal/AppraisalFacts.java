package cn.gov.officecleanup.procedure.appraisal;

import java.util.List;

/** What a procedure contributes to the appraisal of an office: counted from its own cases, so that nobody types it (C12). */
public interface AppraisalFacts {

  /** @return the facts of a year that is over, in the order to show; empty where there is nothing to tell */
  List<CountedFact> of(long officeId, int year);
}
