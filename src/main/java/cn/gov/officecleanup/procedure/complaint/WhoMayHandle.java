package cn.gov.officecleanup.procedure.complaint;

import cn.gov.officecleanup.mechanism.identity.Groups;
import cn.gov.officecleanup.mechanism.identity.Official;
import cn.gov.officecleanup.mechanism.text.PersonName;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Nobody handles a complaint who is complained of: neither the office, nor its head, nor the government whose head or own office is named,
 * nor the bureau where it is, nor whoever is named; nor a substitute who is one of these, since it is asked of the person and of all groups
 * that this one acts in at that moment.
 */
final class WhoMayHandle {

  private final Named named;
  private final String sender;
  private final String province;

  /**
   * @param sender GB/T 2260 code of the government that sends the office, or that received the complaint where it is about no office
   * @param province code of the province
   */
  WhoMayHandle(Named named, String sender, String province) {
    this.named = named;
    this.sender = sender;
    this.province = province;
  }

  /**
   * Who handles what a body received: itself, or else the bureau, or where that is named the provincial government.
   *
   * @param body id of the group of the officials of the body that received it
   * @return id of the group of the officials who handle it; empty where everybody in the province is named, so that it goes higher
   */
  Optional<String> handler(String body) {
    return Stream.of(body, Groups.PROVINCIAL_BUREAU, Groups.officialsOf(province)).filter(group -> !isNamed(group)).findFirst();
  }

  /** @return whether the group belongs to who is complained of */
  boolean isNamed(String group) {
    return named.office() != null && Groups.ofOffice(named.office()).contains(group)
        || named.government() && Groups.ofSameGovernment(Groups.officialsOf(sender)).contains(group)
        || named.bureau() && Groups.ofSameGovernment(Groups.PROVINCIAL_BUREAU).contains(group);
  }

  /** @return whether this official must keep away from the complaint */
  boolean excludes(Official official) {
    return official.groups().stream().anyMatch(this::isNamed) || named.people().contains(PersonName.canonical(official.name()));
  }
}
