package cn.gov.officecleanup.mechanism.administration;

import cn.gov.officecleanup.mechanism.administration.UnitGroups.UnitGroup;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.identity.GroupNames;
import cn.gov.officecleanup.mechanism.identity.Groups;
import cn.gov.officecleanup.mechanism.identity.SignInLocks;
import cn.gov.officecleanup.mechanism.text.SearchText;
import cn.gov.officecleanup.mechanism.text.WrittenText;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The users, as administrators see them and, each by the own rights, change them. */
@Service
@Transactional
public class Accounts {

  /** most users that are shown at once */
  public static final int MOST = 200;

  private static final int LONGEST_NAME = 40;
  private static final int LONGEST_MAIL = 100;
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}\\p{N}·.—（）() -]+");
  private static final Pattern MAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
  private static final String CLAUSE = "用户管理";

  /**
   * A user.
   *
   * @param account id of the user
   * @param name family name first, in one
   * @param mail empty where there is none
   * @param unit Chinese name of the unit by the groups, those asked for included; empty where there are none
   * @param groups those that the user is in
   * @param wished those that were asked for
   * @param lockedSince null where the sign-in is not locked
   * @param lockedUntil null where the sign-in is not locked
   * @param administrator whether it is one of the three administrators', whom nobody else changes
   */
  public record Account(String account, String name, String mail, String unit, List<UnitGroup> groups, List<UnitGroup> wished,
      OffsetDateTime lockedSince, OffsetDateTime lockedUntil, boolean administrator) {
  }

  /** @param all how many there are that were asked for; {@value #MOST} of them are shown */
  public record Found(List<Account> accounts, int all) {
  }

  /**
   * A user to be.
   *
   * @param account id of the user
   * @param mail may be empty
   * @param groups ids of those that the user is to be in
   */
  public record NewAccount(String account, String name, String mail, List<String> groups) {

    public NewAccount {
      groups = groups == null ? List.of() : groups.stream().distinct().toList();
    }
  }

  private final IdentityService identity;
  private final UnitGroups groups;
  private final GroupWishes wishes;
  private final GroupNames names;
  private final SignInLocks locks;
  private final FirstPasswords passwords;

  Accounts(@Lazy IdentityService identity, UnitGroups groups, GroupWishes wishes, GroupNames names, SignInLocks locks,
      FirstPasswords passwords) {
    this.identity = identity;
    this.groups = groups;
    this.wishes = wishes;
    this.names = names;
    this.locks = locks;
    this.passwords = passwords;
  }

  /** @return whether a directory keeps the users, where nothing of this can be changed */
  public boolean ofDirectory() {
    return identity.isReadOnly();
  }

  /**
   * @param words parts of names, of their pinyin, or of ids; each must be there
   * @param unit id of a unit's group; empty for all
   * @param group id of a group; empty for all
   * @return the users whom whoever is signed in may read, by units
   */
  @Transactional(readOnly = true)
  public Found find(String words, String unit, String group) {
    List<User> users = identity.createUserQuery().list();
    Map<String, List<String>> held = groups.ofUsers(users.stream().map(User::getId).toList());
    Map<String, List<String>> wished = wishes.open()
        .stream()
        .collect(Collectors.groupingBy(GroupWishes.Wish::userId, Collectors.mapping(GroupWishes.Wish::groupId, Collectors.toList())));
    Map<String, UnitGroup> named = groups
        .named(Stream.concat(held.values().stream(), wished.values().stream()).flatMap(List::stream).collect(Collectors.toSet()));
    Map<String, SignInLocks.Locked> locked = locks.locked()
        .stream()
        .collect(Collectors.toMap(SignInLocks.Locked::userId, Function.identity()));
    List<String> wanted = SearchText.words(words);
    List<Account> found = users.stream()
        .filter(user -> has(user, wanted))
        .map(user -> account(user, named(held.get(user.getId()), named), named(wished.get(user.getId()), named), locked.get(user.getId())))
        .filter(account -> group.isEmpty() || account.groups.stream().anyMatch(one -> one.id().equals(group)))
        .filter(account -> unit.isEmpty()
            || Stream.concat(account.groups.stream(), account.wished.stream()).anyMatch(one -> one.unit().equals(unit)))
        .sorted(Comparator.comparing((
            Account account) -> Stream.concat(account.groups.stream(), account.wished.stream()).map(UnitGroup::unit).findFirst().orElse(""))
            .thenComparing(Account::account))
        .toList();
    return new Found(found.subList(0, Math.min(MOST, found.size())), found.size());
  }

  /** @return how many users are in the groups, by these; nothing of those without any */
  @Transactional(readOnly = true)
  public Map<String, Long> members() {
    Map<String, Long> members = new HashMap<>();
    groups.ofUsers(identity.isReadOnly() ? identity.createUserQuery().list().stream().map(User::getId).toList() : List.of())
        .values()
        .forEach(held -> held.forEach(group -> members.merge(group, 1L, Long::sum)));
    return members;
  }

  private static boolean has(User user, List<String> words) {
    if (words.isEmpty()) {
      return true;
    }
    String key = SearchText.key(nameOf(user), user.getId());
    return words.stream().allMatch(key::contains);
  }

  private static List<UnitGroup> named(List<String> ids, Map<String, UnitGroup> named) {
    return ids == null ? List.of() : ids.stream().map(named::get).toList();
  }

  private static Account account(User user, List<UnitGroup> held, List<UnitGroup> wished, SignInLocks.Locked locked) {
    return new Account(user.getId(), nameOf(user), Objects.toString(user.getEmail(), ""),
        Stream.concat(held.stream(), wished.stream()).map(UnitGroup::unitName).distinct().collect(Collectors.joining("、")), held, wished,
        locked == null ? null : locked.lockedSince(), locked == null ? null : locked.lockedUntil(),
        held.stream().anyMatch(group -> Groups.ADMINISTRATION.contains(group.id())));
  }

  private static String nameOf(User user) {
    return Objects.toString(user.getLastName(), "") + Objects.toString(user.getFirstName(), "");
  }

  /**
   * Makes a user, and keeps which groups that one is to be in.
   *
   * @return the first password, which is told this once
   * @throws RefusedException when something of it is wrong
   */
  public String create(NewAccount wanted) {
    faults(wanted).stream().findFirst().ifPresent(fault -> {
      throw new RefusedException("WRONG_ACCOUNT", fault, CLAUSE);
    });
    User user = identity.newUser(wanted.account);
    name(user, wanted.name, wanted.mail);
    String password = passwords.next(user);
    identity.saveUser(user);
    wishes.wish(wanted.account, wanted.groups);
    return password;
  }

  /** @return what is wrong with a user to be, as Chinese sentences; empty where nothing is */
  List<String> faults(NewAccount wanted) {
    Set<String> faults = new LinkedHashSet<>();
    if (wanted.account == null || wanted.account.isBlank()) {
      faults.add("账号不能为空，请填写字母和数字，例如zhangwei。");
    } else if (identity.createUserQuery().userId(wanted.account).count() > 0) {
      faults.add("账号“%s”已有人使用，请换一个账号，例如在后面加数字。".formatted(wanted.account));
    }
    if (faults.isEmpty()) {
      try {
        identity.newUser(wanted.account);
      } catch (RefusedException e) {
        faults.add(e.getMessage());
      }
    }
    nameFault(wanted.name).ifPresent(faults::add);
    mailFault(wanted.mail).ifPresent(faults::add);
    Set<String> known = wanted.groups.isEmpty() ? Set.of()
        : identity.createGroupQuery()
            .groupIdIn(wanted.groups.toArray(String[]::new))
            .list()
            .stream()
            .map(Group::getId)
            .collect(Collectors.toSet());
    wanted.groups.stream().filter(group -> !known.contains(group)).map("没有“%s”这个用户组，请重新选择。"::formatted).forEach(faults::add);
    for (int i = 0; i < wanted.groups.size(); i++) {
      for (String other : wanted.groups.subList(i + 1, wanted.groups.size())) {
        if (Groups.exclude(wanted.groups.get(i), other)) {
          faults.add("“%s”和“%s”不能由一人兼任，请只填一个。".formatted(names.nameOf(wanted.groups.get(i)), names.nameOf(other)));
        }
      }
    }
    return List.copyOf(faults);
  }

  private static Optional<String> nameFault(String name) {
    String plain = name == null ? "" : WrittenText.inOneLine(name);
    if (plain.isEmpty()) {
      return Optional.of("姓名不能为空，请填写完整的中文姓名，例如张伟。");
    }
    return WrittenText.length(plain) > LONGEST_NAME || !NAME.matcher(plain).matches()
        ? Optional.of("姓名应为不超过%d个字的文字，不含标点和特殊符号，请改正。".formatted(LONGEST_NAME))
        : Optional.empty();
  }

  private static Optional<String> mailFault(String mail) {
    String plain = mail == null ? "" : mail.strip();
    return plain.isEmpty() || plain.length() <= LONGEST_MAIL && MAIL.matcher(plain).matches() ? Optional.empty()
        : Optional.of("邮箱格式不对，应当像zhangwei@example.gov.cn；没有邮箱的不填。");
  }

  private static void name(User user, String name, String mail) {
    user.setFirstName("");
    user.setLastName(WrittenText.inOneLine(name));
    user.setEmail(mail == null || mail.isBlank() ? null : mail.strip());
  }

  /** Corrects a user's name and mail address. */
  public void correct(String account, String name, String mail) {
    Stream.of(nameFault(name), mailFault(mail)).flatMap(Optional::stream).findFirst().ifPresent(fault -> {
      throw new RefusedException("WRONG_ACCOUNT", fault, CLAUSE);
    });
    User user = existing(account);
    name(user, name, mail);
    identity.saveUser(user);
  }

  /** @return a new password in place of the one that the user has, which ends the sessions; it is told this once */
  public String renewPassword(String account) {
    User user = existing(account);
    String password = passwords.next(user);
    identity.saveUser(user);
    return password;
  }

  /** Ends the account of somebody who has left: groups and sessions end with it, what was taken on goes back to the groups. */
  public void end(String account) {
    existing(account);
    identity.deleteUser(account);
    wishes.forget(account);
  }

  /** Ends the lock of the user's sign-in. */
  public void unlock(String account) {
    existing(account);
    identity.unlockUser(account);
  }

  /** Puts a user into a group; what was asked for of that is granted with it. */
  public void join(String account, String group) {
    existing(account);
    if (identity.createGroupQuery().groupId(group).count() == 0) {
      throw new RefusedException("NO_SUCH_GROUP", "没有“%s”这个用户组，请刷新后重新选择。".formatted(group), CLAUSE);
    }
    if (wishes.open().stream().anyMatch(wish -> wish.userId().equals(account) && wish.groupId().equals(group))) {
      wishes.grant(account, group);
    } else {
      identity.createMembership(account, group);
    }
  }

  /** Takes a user out of a group. */
  public void leave(String account, String group) {
    existing(account);
    identity.deleteMembership(account, group);
  }

  private User existing(String account) {
    return Optional.ofNullable(identity.createUserQuery().userId(account).singleResult())
        .orElseThrow(() -> new RefusedException("NO_SUCH_ACCOUNT", "没有账号“%s”，可能已经注销，请刷新后再看。".formatted(account), CLAUSE));
  }

  /** @return the names of users, by their ids; the id of who has none */
  @Transactional(readOnly = true)
  public Map<String, String> namesOf(Collection<String> accounts) {
    return accounts.isEmpty() ? Map.of()
        : identity.createUserQuery()
            .userIdIn(accounts.toArray(String[]::new))
            .list()
            .stream()
            .collect(Collectors.toMap(User::getId, user -> nameOf(user).isBlank() ? user.getId() : nameOf(user)));
  }
}
