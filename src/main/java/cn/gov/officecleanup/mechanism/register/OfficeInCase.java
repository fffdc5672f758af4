package cn.gov.officecleanup.mechanism.register;

import java.util.Optional;

/** Knows which offices somebody is dealing with. */
public interface OfficeInCase {

  /** @return Chinese name and number of an open case about the office; empty where there is none */
  Optional<String> openCaseOf(long officeId);
}
