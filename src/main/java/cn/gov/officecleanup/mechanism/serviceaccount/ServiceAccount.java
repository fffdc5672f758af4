package cn.gov.officecleanup.mechanism.serviceaccount;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Set;

/**
 * An account by which another system reads.
 *
 * @param groups ids of the groups as a member of which it reads
 * @param grantedBy user id
 * @param expiresOn the last day on which it may be used
 * @param revokedBy user id; null while it is not revoked
 * @param revokedAt null while it is not revoked
 * @param lastUsedAt when it was used last, to the minute; null before the first time
 * @param lastUsedFrom address that it was used from then
 */
public record ServiceAccount(long id, String name, String purpose, Set<String> groups, String grantedBy, OffsetDateTime grantedAt,
    LocalDate expiresOn, String revokedBy, OffsetDateTime revokedAt, OffsetDateTime lastUsedAt, String lastUsedFrom) {

  /** @return its id among those of users, none of which has a colon */
  public String userId() {
    return "service:" + id;
  }
}
