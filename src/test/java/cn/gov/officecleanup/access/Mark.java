package cn.gov.officecleanup.access;

import java.util.EnumSet;
import java.util.Set;

/** What in an answer tells that something of the county's is in it, and who may be told, at whichever address. */
enum Mark {

  /** numbers of its cases; who keeps the system running or reads the audit log has to tell cases apart */
  NUMBER(with(Role.READERS, Role.SYSTEM_ADMINISTRATOR, Role.AUDIT_ADMINISTRATOR)),
  /** number of a case about a person; it says of nobody who it is about */
  NUMBER_OF_PERSONS_CASE(with(Role.READERS, Role.SYSTEM_ADMINISTRATOR, Role.AUDIT_ADMINISTRATOR)),
  /** what is written in its cases: names of assets, remarks, names of files */
  WORDS(Role.READERS),
  /** bytes and hashes of its documents */
  DOCUMENT(Role.READERS),
  /** names and identity numbers of its people, and what documents about them hold */
  PERSON(Role.HANDLING_PEOPLE),
  /**
   * number, title and reason of a confided case about the county's office: who is named in it; who keeps the system running sees that
   * something of this number stands somewhere
   */
  CONFIDED(EnumSet.of(Role.BUREAU, Role.BUREAU_LEADER, Role.SYSTEM_ADMINISTRATOR)),
  /** mail address of one of its users, given by an administrator */
  MAIL(EnumSet.of(Role.SYSTEM_ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR)),
  /** what is kept of passwords */
  PASSWORD(EnumSet.noneOf(Role.class));

  private final Set<Role> known;

  Mark(Set<Role> known) {
    this.known = known;
  }

  boolean mayBeKnownTo(Role role) {
    return known.contains(role);
  }

  private static Set<Role> with(Set<Role> roles, Role... further) {
    Set<Role> all = EnumSet.copyOf(roles);
    all.addAll(Set.of(further));
    return all;
  }
}
