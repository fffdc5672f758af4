package cn.gov.officecleanup.edge.web;

import cn.gov.officecleanup.mechanism.administration.Accounts;
import cn.gov.officecleanup.mechanism.administration.Accounts.NewAccount;
import cn.gov.officecleanup.mechanism.administration.GroupWishes;
import cn.gov.officecleanup.mechanism.administration.OfficialsFile;
import cn.gov.officecleanup.mechanism.administration.UnitGroups;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.identity.GroupNames;
import cn.gov.officecleanup.mechanism.identity.Groups;
import cn.gov.officecleanup.mechanism.identity.Official;
import cn.gov.officecleanup.mechanism.identity.Officials;
import cn.gov.officecleanup.mechanism.sheet.ImportFile;
import cn.gov.officecleanup.mechanism.text.SearchText;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/**
 * Users and groups for the administrators: the system administrator makes users and ends them, the security administrator puts them into
 * groups, both see them; the audit administrator has the log alone.
 */
@RestController
@RequestMapping(SignedIn.PATH + "/administration")
class AdministrationResource {

  /**
   * Who is signed in, and what the pages are to offer.
   *
   * @param directory whether a directory keeps the users, so that nothing can be changed here
   */
  record Administrator(String account, String name, boolean system, boolean security, boolean audit, boolean directory) {
  }

  /** @param key by what it is found while one types */
  record GroupLine(String id, String name, String unit, String unitName, long members, String key) {
  }

  record Correction(String name, String mail) {
  }

  /** @param password told this once */
  record FirstPassword(String account, String name, String password) {
  }

  /** @param problem why the user was not made; null where that one was */
  record Imported(int number, String account, String name, String password, String problem) {
  }

  /** A group that a user is to be put into, named. */
  record WishLine(String account, String name, String group, String groupName, String wishedBy, OffsetDateTime wishedAt) {
  }

  record Wish(String account, String group) {
  }

  record DecidedWishes(List<Wish> wishes) {
  }

  /** @param problem why it was not done; null where it was */
  record Outcome(String account, String group, String problem) {
  }

  private final Accounts accounts;
  private final UnitGroups groups;
  private final GroupWishes wishes;
  private final OfficialsFile file;
  private final Officials officials;
  private final GroupNames names;

  AdministrationResource(Accounts accounts, UnitGroups groups, GroupWishes wishes, OfficialsFile file, Officials officials,
      GroupNames names) {
    this.accounts = accounts;
    this.groups = groups;
    this.wishes = wishes;
    this.file = file;
    this.officials = officials;
    this.names = names;
  }

  @GetMapping
  Administrator whoIsSignedIn() {
    Official official = officials.required();
    Set<String> held = official.groups();
    return new Administrator(official.userId(), official.name(), held.contains(Groups.ADMINISTRATORS),
        held.contains(Groups.SECURITY_ADMINISTRATORS), held.contains(Groups.AUDIT_ADMINISTRATORS), accounts.ofDirectory());
  }

  @GetMapping("/groups")
  List<GroupLine> groups() {
    require(Groups.ADMINISTRATORS, Groups.SECURITY_ADMINISTRATORS);
    Map<String, Long> members = accounts.members();
    return groups.all()
        .stream()
        .map(group -> new GroupLine(group.id(), group.name(), group.unit(), group.unitName(), members.getOrDefault(group.id(), 0L),
            SearchText.key(group.name(), group.id())))
        .toList();
  }

  @PutMapping("/groups/{group}/members/{account}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void join(@PathVariable String group, @PathVariable String account) {
    require(Groups.SECURITY_ADMINISTRATORS);
    requireOwnUsers();
    accounts.join(account, group);
  }

  @DeleteMapping("/groups/{group}/members/{account}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void leave(@PathVariable String group, @PathVariable String account) {
    require(Groups.SECURITY_ADMINISTRATORS);
    requireOwnUsers();
    accounts.leave(account, group);
  }

  @GetMapping("/officials")
  Accounts.Found officials(@RequestParam(defaultValue = "") String words, @RequestParam(defaultValue = "") String unit,
      @RequestParam(defaultValue = "") String group) {
    require(Groups.ADMINISTRATORS, Groups.SECURITY_ADMINISTRATORS);
    return accounts.find(words, unit, group);
  }

  @PostMapping("/officials")
  FirstPassword create(@RequestBody NewAccount wanted) {
    require(Groups.ADMINISTRATORS);
    requireOwnUsers();
    return new FirstPassword(wanted.account(), wanted.name(), accounts.create(wanted));
  }

  @PutMapping("/officials/{account}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void correct(@PathVariable String account, @RequestBody Correction correction) {
    require(Groups.ADMINISTRATORS);
    requireOwnUsers();
    accounts.correct(account, correction.name, correction.mail);
  }

  @DeleteMapping("/officials/{account}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void end(@PathVariable String account) {
    require(Groups.ADMINISTRATORS);
    requireOwnUsers();
    accounts.end(account);
  }

  @PostMapping("/officials/{account}/password")
  FirstPassword renewPassword(@PathVariable String account) {
    require(Groups.ADMINISTRATORS);
    requireOwnUsers();
    return new FirstPassword(account, officials.nameOf(account), accounts.renewPassword(account));
  }

  @PostMapping("/officials/{account}/unlock")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void unlock(@PathVariable String account) {
    require(Groups.ADMINISTRATORS);
    accounts.unlock(account);
  }

  @GetMapping("/import/template")
  ResponseEntity<byte[]> template() {
    require(Groups.ADMINISTRATORS);
    return WorkbookDownload.of("用户导入表（模板）.xlsx", file.template());
  }

  @PostMapping("/import/preview")
  List<OfficialsFile.Row> preview(@RequestParam MultipartFile file) throws IOException {
    require(Groups.ADMINISTRATORS);
    return this.file.read(new ImportFile(file.getOriginalFilename(), file.getBytes()));
  }

  /** Makes the users of the rows in which nothing is wrong, each by itself: what was made stays when a later one is refused. */
  @PostMapping("/import")
  List<Imported> importOfficials(@RequestParam MultipartFile file) throws IOException {
    require(Groups.ADMINISTRATORS);
    requireOwnUsers();
    return preview(file).stream().map(row -> {
      NewAccount wanted = row.account();
      if (!row.findings().isEmpty()) {
        return new Imported(row.number(), wanted.account(), wanted.name(), null, String.join("", row.findings()));
      }
      try {
        return new Imported(row.number(), wanted.account(), wanted.name(), accounts.create(wanted), null);
      } catch (RuntimeException e) {
        return new Imported(row.number(), wanted.account(), wanted.name(), null, Problems.of(e).detail());
      }
    }).toList();
  }

  @GetMapping("/wishes")
  List<WishLine> wishes() {
    require(Groups.ADMINISTRATORS, Groups.SECURITY_ADMINISTRATORS);
    List<GroupWishes.Wish> open = wishes.open();
    Map<String, String> people = accounts
        .namesOf(open.stream().flatMap(wish -> Stream.of(wish.userId(), wish.wishedBy())).collect(Collectors.toSet()));
    Map<String, String> named = names.namesOf(open.stream().map(GroupWishes.Wish::groupId).toList());
    return open.stream()
        .map(wish -> new WishLine(wish.userId(), people.getOrDefault(wish.userId(), wish.userId()), wish.groupId(),
            named.get(wish.groupId()), people.getOrDefault(wish.wishedBy(), wish.wishedBy()), wish.wishedAt()))
        .toList();
  }

  /** Grants each by itself; one that is refused stays open. */
  @PostMapping("/wishes/grant")
  List<Outcome> grant(@RequestBody DecidedWishes decided) {
    return decide(decided, wish -> wishes.grant(wish.account, wish.group));
  }

  @PostMapping("/wishes/decline")
  List<Outcome> decline(@RequestBody DecidedWishes decided) {
    return decide(decided, wish -> wishes.decline(wish.account, wish.group));
  }

  private List<Outcome> decide(DecidedWishes decided, Consumer<Wish> act) {
    require(Groups.SECURITY_ADMINISTRATORS);
    requireOwnUsers();
    return decided.wishes.stream().map(wish -> {
      try {
        act.accept(wish);
        return new Outcome(wish.account, wish.group, null);
      } catch (RuntimeException e) {
        return new Outcome(wish.account, wish.group, Problems.of(e).detail());
      }
    }).toList();
  }

  private void require(String... administrators) {
    Set<String> held = officials.required().groups();
    if (Stream.of(administrators).noneMatch(held::contains)) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
  }

  private void requireOwnUsers() {
    if (accounts.ofDirectory()) {
      throw new RefusedException("USERS_OF_DIRECTORY", "用户和用户组由单位的用户目录（LDAP）管理，请在目录中办理。", "用户管理");
    }
  }
}
