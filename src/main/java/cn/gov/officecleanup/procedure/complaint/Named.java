package cn.gov.officecleanup.procedure.complaint;

import java.util.Set;

/**
 * Whom a complaint is about.
 *
 * @param office key in the register of the office; null where it is about none of these
 * @param government whether the head of the government that sends that office, or of the one that received the complaint, or its own
 * office, is named
 * @param bureau whether the provincial bureau or somebody of it is named
 * @param people canonical names of persons
 */
record Named(Long office, boolean government, boolean bureau, Set<String> people) {

  Named {
    people = Set.copyOf(people);
  }
}
