package cn.gov.officecleanup.mechanism.identity;

import java.util.Set;

/**
 * Somebody is no longer in some groups; published in the transaction in which they were taken out, or removed altogether.
 *
 * @param userId whose
 * @param groups those that ended; the engine may still list them until the transaction is committed
 */
public record MembershipEnded(String userId, Set<String> groups) {

  public MembershipEnded {
    groups = Set.copyOf(groups);
  }
}
