package cn.gov.officecleanup.mechanism.identity;

/**
 * A group is ended; told in the same transaction, before its members leave it.
 *
 * @param groupId the group
 * @param office name of the office that it was of
 * @param successor group that takes over what there is to do
 */
public record GroupEnded(String groupId, String office, String successor) {
}
