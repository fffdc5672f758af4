package cn.gov.officecleanup.access;

import java.util.EnumSet;
import java.util.Set;

/**
 * What must hold of an address, by role. Beside it holds always: no answer carries a {@link Mark} that its caller may not know, none is a
 * fault of the server, and nothing is changed unless the verdict allows it to the role.
 */
enum Verdict {

  /** pages and scripts without content; words for who is not signed in */
  PUBLIC,
  /** pages of the web applications: for those whose group works there, and for who has still to sign in */
  PAGE,
  /** answers everybody who is signed in, with nothing of others */
  SIGNED_IN,
  /** lists and queries: whoever is signed in gets what is theirs, or is refused */
  OWN_ONLY,
  /** what is the caller's own is changed: by everybody who is signed in */
  OWN_ACT,
  /** something of a case: who may read the case gets it, for others it does not exist */
  CASE,
  /** something of a task: who has it to do gets it, who reads the case may, for others it does not exist */
  TASK,
  /**
   * something in a case, through the engine: refused to who may not read the case. Supervisors see there where cases about a person stand;
   * who it is about is in none of the engine's variables
   */
  ENGINE_CASE,
  /** where a case stands and what failed: for those as well who keep the system running */
  TECHNICAL,
  /** users and groups one by one: for system and security administrators */
  USERS,
  /** a group: for its members and system and security administrators */
  GROUP,
  /** the technical state: for system administrators, who may change it */
  SYSTEM,
  /** groups' members and service accounts: for security administrators, who may change them */
  MEMBERSHIP,
  /** for who brings the token of a service account: nobody who is signed in, and nobody else, gets in without */
  TOKEN,
  /** the audit log: for audit administrators */
  AUDIT_LOG,
  /** done with a task: by who has it to do */
  TASK_ACT,
  /** done with a case: by those of its government */
  CASE_ACT,
  /** who complained: for the petition officials who received it, of whom none of the roles is one */
  RECEIVING,
  /** a case is urged: by its government, the provincial bureau and supervisors */
  URGING,
  /** a procedure about the county's office begins: by its officials and the provincial bureau */
  START,
  /** somebody signs in: not with a wrong password */
  SIGN_IN,
  /** somebody signs out */
  SIGN_OUT,
  /** of what the engine knows and this application has none */
  ABSENT,
  /** for nobody: the application alone does it */
  CLOSED;

  /** What a caller must be answered. */
  enum Outcome {
    /** 2xx */
    ANSWER,
    /** 2xx or 4xx */
    ANY,
    /** 4xx */
    REFUSED,
    /** 404 */
    NOT_FOUND
  }

  private static final Set<Verdict> CHANGING = EnumSet.of(OWN_ACT, SYSTEM, MEMBERSHIP, TASK_ACT, CASE_ACT, URGING, START);
  private static final Set<Role> USERS_READ_BY = EnumSet.of(Role.SYSTEM_ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR);
  private static final Set<Role> URGED_BY = EnumSet.of(Role.OWN_OFFICIAL, Role.BUREAU, Role.SUPERVISORS);
  private static final Set<Role> STARTED_BY = EnumSet.of(Role.OWN_OFFICIAL, Role.BUREAU);

  /** @param aboutAPerson whether what is called for belongs to a case about a person (C6) */
  Outcome outcome(Role role, boolean aboutAPerson) {
    if (this == PUBLIC) {
      return Outcome.ANSWER;
    }
    if (this == PAGE) {
      return role == Role.NOBODY ? Outcome.ANSWER : Outcome.ANY;
    }
    if (this == SIGN_OUT) {
      return role == Role.NOBODY ? Outcome.ANY : Outcome.ANSWER;
    }
    if (role == Role.NOBODY) {
      return Outcome.REFUSED;
    }
    Set<Role> readers = aboutAPerson ? Role.HANDLING_PEOPLE : Role.READERS;
    return switch (this) {
      case SIGNED_IN -> Outcome.ANSWER;
      case OWN_ONLY, OWN_ACT, ABSENT -> Outcome.ANY;
      case CASE -> readers.contains(role) ? Outcome.ANSWER : Outcome.NOT_FOUND;
      case TASK -> role == Role.OWN_OFFICIAL ? Outcome.ANSWER : readers.contains(role) ? Outcome.ANY : Outcome.NOT_FOUND;
      case ENGINE_CASE -> role == Role.SUPERVISORS ? Outcome.ANY : allowed(readers, role);
      case TECHNICAL -> role == Role.SUPERVISORS || role == Role.SYSTEM_ADMINISTRATOR ? Outcome.ANY : allowed(readers, role);
      case GROUP -> role == Role.OWN_OFFICIAL ? Outcome.ANY : allowed(USERS_READ_BY, role);
      case USERS -> allowed(USERS_READ_BY, role);
      case SYSTEM -> allowed(EnumSet.of(Role.SYSTEM_ADMINISTRATOR), role);
      case MEMBERSHIP -> allowed(EnumSet.of(Role.SECURITY_ADMINISTRATOR), role);
      case AUDIT_LOG -> role == Role.AUDIT_ADMINISTRATOR ? Outcome.ANSWER : Outcome.REFUSED;
      case TASK_ACT -> allowed(EnumSet.of(Role.OWN_OFFICIAL), role);
      case CASE_ACT -> allowed(Role.OWN, role);
      case URGING -> allowed(URGED_BY, role);
      case START -> allowed(STARTED_BY, role);
      default -> Outcome.REFUSED;
    };
  }

  /** @return whether the role may change something there */
  boolean mayChange(Role role, boolean aboutAPerson) {
    return CHANGING.contains(this) && outcome(role, aboutAPerson) == Outcome.ANY;
  }

  private static Outcome allowed(Set<Role> roles, Role role) {
    return roles.contains(role) ? Outcome.ANY : Outcome.REFUSED;
  }
}
