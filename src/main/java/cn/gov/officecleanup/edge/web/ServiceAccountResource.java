package cn.gov.officecleanup.edge.web;

import cn.gov.officecleanup.mechanism.event.Outbox;
import cn.gov.officecleanup.mechanism.event.Outbox.ReceiverState;
import cn.gov.officecleanup.mechanism.form.Choice;
import cn.gov.officecleanup.mechanism.identity.Groups;
import cn.gov.officecleanup.mechanism.identity.Officials;
import cn.gov.officecleanup.mechanism.serviceaccount.ServiceAccount;
import cn.gov.officecleanup.mechanism.serviceaccount.ServiceAccounts;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Has security administrators, and nobody else, grant and revoke accounts of other systems, and see who is told what happens. */
@RestController
@RequestMapping(SignedIn.PATH + "/service-accounts")
class ServiceAccountResource {

  private final ServiceAccounts accounts;
  private final Outbox outbox;
  private final Officials officials;
  private final Clock clock;

  ServiceAccountResource(ServiceAccounts accounts, Outbox outbox, Officials officials, Clock clock) {
    this.accounts = accounts;
    this.outbox = outbox;
    this.officials = officials;
    this.clock = clock;
  }

  /** What is granted. */
  record Granting(String name, String purpose, Set<String> groups, LocalDate expiresOn) {
  }

  /** @param token is told this once */
  record Granted(String name, String token) {
  }

  /** @param state whether it may be used: ACTIVE, EXPIRED or REVOKED */
  record Line(long id, String name, String purpose, List<String> groups, String grantedBy, OffsetDateTime grantedAt, LocalDate expiresOn,
      String state, String revokedBy, OffsetDateTime revokedAt, OffsetDateTime lastUsedAt, String lastUsedFrom) {
  }

  /** @param choices groups that can be granted */
  record Shown(List<Line> accounts, List<Choice> choices, List<ReceiverState> receivers) {
  }

  @GetMapping
  Shown all() {
    requireSecurityAdministrator();
    Map<String, String> groups = accounts.groups();
    List<ServiceAccount> all = accounts.all();
    Map<String, String> users = officials.namesOf(all.stream().map(ServiceAccount::grantedBy).collect(Collectors.toSet()));
    return new Shown(all.stream().map(account -> line(account, groups, users)).toList(),
        groups.entrySet().stream().map(group -> new Choice(group.getKey(), group.getValue())).toList(), outbox.states());
  }

  private Line line(ServiceAccount account, Map<String, String> groups, Map<String, String> users) {
    boolean expired = account.expiresOn().isBefore(LocalDate.now(clock));
    return new Line(account.id(), account.name(), account.purpose(),
        account.groups().stream().map(group -> groups.getOrDefault(group, group)).toList(),
        users.getOrDefault(account.grantedBy(), account.grantedBy()), account.grantedAt(), account.expiresOn(),
        account.revokedAt() != null ? "REVOKED" : expired ? "EXPIRED" : "ACTIVE", account.revokedBy(), account.revokedAt(),
        account.lastUsedAt(), account.lastUsedFrom());
  }

  @PostMapping
  Granted grant(@RequestBody Granting granting) {
    requireSecurityAdministrator();
    ServiceAccounts.Granted granted = accounts.grant(granting.name, granting.purpose, granting.groups, granting.expiresOn);
    return new Granted(granted.account().name(), granted.token());
  }

  @DeleteMapping("/{account}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void revoke(@PathVariable long account) {
    requireSecurityAdministrator();
    accounts.revoke(account);
  }

  private void requireSecurityAdministrator() {
    if (!officials.required().groups().contains(Groups.SECURITY_ADMINISTRATORS)) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
  }
}
