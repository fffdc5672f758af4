package cn.gov.officecleanup.procedure.rotation;

import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.mechanism.handling.HandingOver;
import cn.gov.officecleanup.mechanism.identity.GroupNames;
import cn.gov.officecleanup.mechanism.identity.Groups;
import cn.gov.officecleanup.mechanism.identity.Officials;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Moves the accounts of an office's people with their posts: groups, and the tasks that are taken on (C13). */
@Component
class OfficeAccounts {

  private final IdentityService identity;
  private final Officials officials;
  private final GroupNames names;
  private final HandingOver handing;

  OfficeAccounts(@Lazy IdentityService identity, Officials officials, GroupNames names, HandingOver handing) {
    this.identity = identity;
    this.officials = officials;
    this.names = names;
    this.handing = handing;
  }

  /** @return why an account cannot be put into the office's group; empty where it can */
  Optional<Finding> against(String account, Duty duty, long officeId) {
    return officials.asApplication(() -> {
      if (identity.createUserQuery().userId(account).count() == 0) {
        return Optional.of(new Finding("NO_SUCH_ACCOUNT", "没有账号“%s”，请核对；尚未开通的，请先由系统管理员新建，或者不填。".formatted(account), "C13"));
      }
      return groupsOf(account).stream()
          .filter(held -> Groups.exclude(held, groupOf(duty, officeId)))
          .findFirst()
          .map(held -> new Finding("IN_ANOTHER_UNIT", "账号“%s”现在“%s”，一人只在一个单位任职，请先由安全管理员把该账号移出原用户组。".formatted(account, names.nameOf(held)),
              "C13"));
    });
  }

  /** Puts the successor in the place of who leaves; either may have no account. Where a directory keeps the groups, it keeps them. */
  void move(String from, String to, Duty duty, long officeId) {
    officials.asApplication(() -> {
      String group = groupOf(duty, officeId);
      enter(to, group);
      if (from != null && !from.equals(to) && groupsOf(from).contains(group)) {
        if (to != null) {
          handing.over(from, to, group);
        }
        leave(from, group);
      }
      return null;
    });
  }

  /** Has two people change places: nobody is in two offices, not for a moment. Either may have no account. */
  void exchange(Posting one, long oneOffice, Posting other, long otherOffice) {
    officials.asApplication(() -> {
      String ones = groupOf(one.duty(), oneOffice);
      String others = groupOf(other.duty(), otherOffice);
      leave(one.account(), ones);
      leave(other.account(), others);
      enter(other.account(), ones);
      enter(one.account(), others);
      if (one.account() != null && other.account() != null) {
        handing.over(one.account(), other.account(), ones);
        handing.over(other.account(), one.account(), others);
      }
      return null;
    });
  }

  private void enter(String account, String group) {
    if (account != null && !identity.isReadOnly() && identity.createGroupQuery().groupId(group).count() > 0
        && !groupsOf(account).contains(group)) {
      identity.createMembership(account, group);
    }
  }

  private void leave(String account, String group) {
    if (account != null && !identity.isReadOnly() && groupsOf(account).contains(group)) {
      identity.deleteMembership(account, group);
    }
  }

  private List<String> groupsOf(String account) {
    return identity.createGroupQuery().groupMember(account).list().stream().map(Group::getId).toList();
  }

  private static String groupOf(Duty duty, long officeId) {
    return duty == Duty.HEAD ? Groups.headOf(officeId) : Groups.staffOf(officeId);
  }
}
