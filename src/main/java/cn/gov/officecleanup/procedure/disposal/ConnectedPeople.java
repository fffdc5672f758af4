package cn.gov.officecleanup.procedure.disposal;

import java.util.Set;

/** Names who may not get the assets of a ledger beside the staff of an office that is abolished (A9). */
public interface ConnectedPeople {

  /** @return their names in the form in which they are compared; empty for a case that is not this one's */
  Set<String> connectedNames(String caseNumber);
}
