package cn.gov.officecleanup.mechanism.register;

import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.platform.RunningNumbers;
import cn.gov.officecleanup.mechanism.province.Province;
import cn.gov.officecleanup.mechanism.text.InWords;
import cn.gov.officecleanup.mechanism.text.SearchText;
import cn.gov.officecleanup.mechanism.text.SearchedRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The register of offices (C21). Reads are unrestricted: who may see which government's offices is decided by the caller. A change of
 * status that the cleanup does not provide for is refused with a {@link RefusedException}; the same change told twice, as a repeated job
 * does, changes nothing. An office of which the registration was taken back is found by its id alone, by what once referred to it.
 */
@Repository
@Transactional
public class OfficeRegister implements SearchedRows {

  private final JdbcClient jdbc;
  private final RunningNumbers numbers;
  private final String numberPrefix;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  OfficeRegister(JdbcClient jdbc, RunningNumbers numbers, Province province, Clock clock, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.numbers = numbers;
    this.numberPrefix = province.shortForm() + "驻";
    this.clock = clock;
    this.events = events;
  }

  /**
   * @return an office that must be in the register
   * @throws RefusedException when it is not
   */
  @Transactional(readOnly = true)
  public Office get(long id) {
    return findById(id).orElseThrow(() -> new RefusedException("OFFICE_UNKNOWN", "登记册中没有序号为%d的办事机构。".formatted(id), "C21"));
  }

  @Transactional(readOnly = true)
  public Optional<Office> findById(long id) {
    return jdbc.sql("select * from office where id = ?").param(id).query(OfficeRegister::office).optional();
  }

  /** @return whether an office of the register is neither abolished nor merged; models ask this */
  @Transactional(readOnly = true)
  public boolean isStanding(long id) {
    return get(id).status().standing();
  }

  @Transactional(readOnly = true)
  public Optional<Office> findByRegisterNumber(String registerNumber) {
    return jdbc.sql("select * from office where register_number = ?").param(registerNumber).query(OfficeRegister::office).optional();
  }

  /**
   * @return the office of a register number
   * @throws RefusedException if there is none
   */
  @Transactional(readOnly = true)
  public Office get(String registerNumber) {
    return findByRegisterNumber(registerNumber)
        .orElseThrow(() -> new RefusedException("OFFICE_UNKNOWN", "登记册中没有登记编号为“" + registerNumber + "”的办事机构，请核对登记编号。", "C21"));
  }

  /** @return all offices by register number */
  @Transactional(readOnly = true)
  public List<Office> all() {
    return jdbc.sql("select * from office where status <> 'WITHDRAWN' order by length(register_number), register_number")
        .query(OfficeRegister::office)
        .list();
  }

  /** @return these offices by register number; those of which the registration was taken back as well */
  @Transactional(readOnly = true)
  public List<Office> all(Collection<Long> ids) {
    return ids.isEmpty() ? List.of()
        : jdbc.sql("select * from office where id in (:ids) order by length(register_number), register_number")
            .param("ids", ids)
            .query(OfficeRegister::office)
            .list();
  }

  /** @return the offices with greater ids than this one, in the order in which they were entered, at most so many */
  @Transactional(readOnly = true)
  public List<Office> after(long id, int most) {
    return jdbc.sql("select * from office where id > ? and status <> 'WITHDRAWN' order by id fetch first ? rows only")
        .params(id, most)
        .query(OfficeRegister::office)
        .list();
  }

  /** @return the offices a government and its departments send, without those of governments below it, by register number */
  @Transactional(readOnly = true)
  public List<Office> officesOf(String governmentCode) {
    return jdbc.sql("""
      select * from office where government_code = ? and status <> 'WITHDRAWN' order by length(register_number), register_number""")
        .param(governmentCode)
        .query(OfficeRegister::office)
        .list();
  }

  /** @return the office's assets by asset number */
  @Transactional(readOnly = true)
  public List<OfficeAsset> assetsOf(long officeId) {
    return jdbc.sql("select * from office_asset where office_id = ? order by length(asset_number), asset_number")
        .param(officeId)
        .query((row, number) -> new OfficeAsset(row.getString("asset_number"), AssetKind.valueOf(row.getString("kind")),
            row.getString("name"), row.getBigDecimal("book_value")))
        .list();
  }

  /** @return the office's assets that no case about a part of them has, by asset number; none of these are frozen once the others are */
  @Transactional(readOnly = true)
  public List<OfficeAsset> assetsAtHand(long officeId) {
    Set<String> apart = Set.copyOf(jdbc.sql("select asset_number from office_asset where office_id = ? and set_apart_for is not null")
        .param(officeId)
        .query(String.class)
        .list());
    return assetsOf(officeId).stream().filter(asset -> !apart.contains(asset.assetNumber())).toList();
  }

  /** @return the assets of these offices, by the offices' ids; those without any are left out */
  @Transactional(readOnly = true)
  public Map<Long, List<OfficeAsset>> assetsOf(Collection<Long> officeIds) {
    return officeIds.isEmpty() ? Map.of()
        : jdbc.sql("select * from office_asset where office_id in (:ids)")
            .param("ids", officeIds)
            .query((row, number) -> Map.entry(row.getLong("office_id"),
                new OfficeAsset(row.getString("asset_number"), AssetKind.valueOf(row.getString("kind")), row.getString("name"),
                    row.getBigDecimal("book_value"))))
            .list()
            .stream()
            .collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  /** @return the office's business entities by name */
  @Transactional(readOnly = true)
  public List<BusinessEntity> businessEntitiesOf(long officeId) {
    return jdbc.sql("select * from office_business_entity where office_id = ? order by name")
        .param(officeId)
        .query((row, number) -> new BusinessEntity(row.getString("name"), BusinessEntityKind.valueOf(row.getString("kind")),
            row.getObject("parted_on", LocalDate.class), row.getObject("part_by", LocalDate.class)))
        .list();
  }

  /** @return what happened to the office, oldest first */
  @Transactional(readOnly = true)
  public List<StatusChange> historyOf(long officeId) {
    return jdbc.sql("select * from office_status_change where office_id = ? order by id")
        .param(officeId)
        .query((row, number) -> new StatusChange(
            row.getString("status_from") == null ? null : OfficeStatus.valueOf(row.getString("status_from")),
            OfficeStatus.valueOf(row.getString("status_to")), row.getObject("changed_at", OffsetDateTime.class), row.getString("document"),
            row.getString("clause"), row.getString("reason")))
        .list();
  }

  /** @return who sent each office at a moment, as the register had it then; those of which the registration was taken back since as well */
  @Transactional(readOnly = true)
  public List<OfficeSender> sendersAt(OffsetDateTime moment) {
    return jdbc.sql("""
      select * from office_sender s
      where s.id = (select max(id) from office_sender where office_id = s.office_id and since <= ?) order by s.office_id""")
        .param(moment)
        .query(OfficeRegister::sender)
        .list();
  }

  /** @return when the first office was entered; empty while none is */
  @Transactional(readOnly = true)
  public Optional<OffsetDateTime> firstEntry() {
    return jdbc.sql("select min(changed_at) as first_entry from office_status_change")
        .query((row, number) -> Optional.ofNullable(row.getObject("first_entry", OffsetDateTime.class)))
        .single();
  }

  /** @return how many offices there are by government, host city and status (C21) */
  @Transactional(readOnly = true)
  public List<OfficeCount> counts() {
    return jdbc.sql("""
      select government_code, host_city_code, status, newly_established, count(*) as offices from office
      where status <> 'WITHDRAWN' group by government_code, host_city_code, status, newly_established
      order by government_code, host_city_code, status""")
        .query((row, number) -> new OfficeCount(row.getString("government_code"), row.getString("host_city_code"),
            OfficeStatus.valueOf(row.getString("status")), row.getBoolean("newly_established"), row.getInt("offices")))
        .list();
  }

  /** @return the figures of C21 over the offices of the given governments, e.g. those of {@link Governments#locality} */
  @Transactional(readOnly = true)
  public RegisterFigures figures(Collection<String> governmentCodes) {
    return RegisterFigures.of(counts().stream().filter(count -> governmentCodes.contains(count.governmentCode())).toList());
  }

  /** @return a register number that nobody else gets, e.g. 豫驻0042, above all that the register has, which imports bring as well */
  @Transactional(readOnly = true)
  public String nextRegisterNumber() {
    int last = jdbc.sql("select register_number from office where register_number like ?")
        .param(numberPrefix + "%")
        .query(String.class)
        .list()
        .stream()
        .map(number -> number.substring(numberPrefix.length()))
        .filter(digits -> digits.matches("\\d{1,8}"))
        .mapToInt(Integer::parseInt)
        .max()
        .orElse(0);
    return "%s%04d".formatted(numberPrefix, numbers.next(numberPrefix, 0, last));
  }

  /**
   * Enters an office that existed before the cleanup.
   *
   * @throws RefusedException if the register number is taken
   */
  public Office enter(OfficeEntry entry) {
    return insert(entry, OfficeStatus.REGISTERED, null, null, null, null);
  }

  /**
   * Enters a new office that was approved (C5).
   *
   * @param document the approval
   * @param conditions conditions set by it; may be null
   * @throws RefusedException if the register number is taken
   */
  public Office establish(OfficeEntry entry, String document, String conditions) {
    return insert(entry, OfficeStatus.ESTABLISHED, "C5", "经省政府批准新设。", document, conditions);
  }

  /** Lets nobody else change an office until the transaction ends, nor open a case about it. */
  void hold(long officeId) {
    jdbc.sql("select id from office where id = ? for update").param(officeId).query(Long.class).optional();
  }

  /** Replaces what is stated about an office; what has become of it stays. */
  public void amend(long officeId, OfficeEntry entry) {
    bind(jdbc.sql("""
      update office set register_number = :registerNumber, name = :name, government_code = :governmentCode, sender_kind = :senderKind,
        department_name = :departmentName, host_city_code = :hostCityCode, host_city_name = :hostCityName, work_kind = :workKind,
        special_work_end = :specialWorkEnd, approval_document = :approvalDocument, staff_establishment = :staffEstablishment,
        functions = :functions, sample = :sample
      where id = :id"""), entry).param("id", officeId).update();
    keepKey(get(officeId));
    rememberSender(officeId, entry, OffsetDateTime.now(clock));
    events.publishEvent(new OfficeEntered(entry.governmentCode()));
  }

  /**
   * Enters an asset, or replaces the one of the same number. Assets leave the register only with the import that brought them (C7).
   *
   * @throws RefusedException once the office's assets are frozen
   */
  public void putAsset(long officeId, OfficeAsset asset) {
    // locked: an asset that is entered while the others are being frozen is either frozen with them or refused
    jdbc.sql("select assets_frozen_at from office where id = ? for update")
        .param(officeId)
        .query(OffsetDateTime.class)
        .optional()
        .ifPresent(moment -> {
          throw new RefusedException("ASSETS_FROZEN",
              "“%s”的资产已经冻结，登记册中的资产不能再改动；盘点有出入的请在撤销案件的资产盘点中说明，离开该机构的请走资产处置程序。".formatted(get(officeId).name()), "C7");
        });
    jdbc.sql("select set_apart_for from office_asset where office_id = ? and asset_number = ? and set_apart_for is not null")
        .params(officeId, asset.assetNumber())
        .query(String.class)
        .optional()
        .ifPresent(other -> {
          throw new RefusedException("ASSET_SET_APART", "资产“%s”正在案件%s中处置，登记册中不能再改动。".formatted(asset.assetNumber(), other), "C7");
        });
    int updated = jdbc.sql("update office_asset set kind = ?, name = ?, book_value = ? where office_id = ? and asset_number = ?")
        .params(asset.kind().name(), asset.name(), asset.bookValue(), officeId, asset.assetNumber())
        .update();
    if (updated == 0) {
      jdbc.sql("insert into office_asset (office_id, asset_number, kind, name, book_value) values (?, ?, ?, ?, ?)")
          .params(officeId, asset.assetNumber(), asset.kind().name(), asset.name(), asset.bookValue())
          .update();
    }
  }

  /**
   * Freezes the office's assets, now: from here on the register does not let them be changed (C7).
   *
   * @throws RefusedException when they are frozen already
   */
  public void freezeAssets(long officeId) {
    if (jdbc.sql("update office set assets_frozen_at = ? where id = ? and assets_frozen_at is null")
        .params(OffsetDateTime.now(clock), officeId)
        .update() == 0) {
      throw new RefusedException("FROZEN_ALREADY", "“%s”的资产已经冻结，不能重复冻结。".formatted(get(officeId).name()), "C7");
    }
  }

  /**
   * Sets assets apart for a case about a part of what the office owns (C17): from here on the register does not let them be changed, and
   * they are not frozen with the others.
   *
   * @return those that were set apart; none where the office's assets are frozen, or another case has them
   */
  public List<OfficeAsset> setApart(long officeId, String caseNumber, Collection<String> assetNumbers) {
    hold(officeId);
    List<OfficeAsset> apart = assetsFrozenAt(officeId).isPresent() ? List.of()
        : assetsAtHand(officeId).stream().filter(asset -> assetNumbers.contains(asset.assetNumber())).toList();
    apart.forEach(asset -> jdbc.sql("update office_asset set set_apart_for = ? where office_id = ? and asset_number = ?")
        .params(caseNumber, officeId, asset.assetNumber())
        .update());
    return apart;
  }

  /** @return whether an asset is set apart for a case about a part of what the office owns */
  @Transactional(readOnly = true)
  public boolean isSetApart(long officeId, String assetNumber) {
    return jdbc.sql("select count(*) from office_asset where office_id = ? and asset_number = ? and set_apart_for is not null")
        .params(officeId, assetNumber)
        .query(Integer.class)
        .single() > 0;
  }

  /** Lifts the freezing of an office's assets, since what they were frozen for was taken back. */
  public void thawAssets(long officeId) {
    jdbc.sql("update office set assets_frozen_at = null where id = ?").param(officeId).update();
  }

  /** @return when the office's assets were frozen; empty while they are not */
  @Transactional(readOnly = true)
  public Optional<OffsetDateTime> assetsFrozenAt(long officeId) {
    return jdbc.sql("select assets_frozen_at from office where id = ? and assets_frozen_at is not null")
        .param(officeId)
        .query(OffsetDateTime.class)
        .optional();
  }

  /** Takes an asset back that an import had brought. */
  void removeAsset(long officeId, String assetNumber) {
    jdbc.sql("delete from office_asset where office_id = ? and asset_number = ?").params(officeId, assetNumber).update();
  }

  /** Takes a business entity back that an import had brought. */
  void removeBusinessEntity(long officeId, String name) {
    jdbc.sql("delete from office_business_entity where office_id = ? and name = ?").params(officeId, name).update();
  }

  /** Enters a business entity, or replaces the one of the same name; so is recorded, too, that it was parted from or by when (C17). */
  public void putBusinessEntity(long officeId, BusinessEntity entity) {
    int updated = jdbc.sql("update office_business_entity set kind = ?, parted_on = ?, part_by = ? where office_id = ? and name = ?")
        .params(entity.kind().name(), entity.partedOn(), entity.partBy(), officeId, entity.name())
        .update();
    if (updated == 0) {
      jdbc.sql("insert into office_business_entity (office_id, name, kind, parted_on, part_by) values (?, ?, ?, ?, ?)")
          .params(officeId, entity.name(), entity.kind().name(), entity.partedOn(), entity.partBy())
          .update();
    }
  }

  /**
   * Records that an office is retained.
   *
   * @param document document that approved it (C3); null where the plan itself retains it (C4, C11)
   * @param conditions conditions of the retention; may be null
   * @param until last day of a dated retention (C4); null if not dated
   * @param clause clause it rests on
   * @param reason Chinese sentence
   * @throws RefusedException if the office cannot be retained any more
   */
  public void retain(long officeId, String document, String conditions, LocalDate until, String clause, String reason) {
    change(officeId, OfficeStatus.RETAINED, document, clause, reason,
        office -> Objects.equals(office.outcome().retentionDocument(), document) && Objects.equals(office.outcome().retainedUntil(), until),
        () -> jdbc.sql("update office set retention_document = ?, retention_conditions = ?, retained_until = ? where id = ?")
            .params(document, conditions, until, officeId)
            .update());
  }

  /**
   * Records that a kept office has another name.
   *
   * @param document document that approved it (C3)
   * @throws RefusedException if the office is not kept
   */
  public void rename(long officeId, String name, String document) {
    changeKept(officeId, document, "C3", "经省政府批准更名为“%s”，原名“%s”。".formatted(name, get(officeId).name()), () -> {
      jdbc.sql("insert into office_former_name (office_id, name, until) values (?, ?, ?)")
          .params(officeId, get(officeId).name(), LocalDate.now(clock))
          .update();
      jdbc.sql("update office set name = ? where id = ?").params(name, officeId).update();
    });
  }

  /** @return by what the office was called before, the first first */
  @Transactional(readOnly = true)
  public List<FormerName> formerNamesOf(long officeId) {
    return jdbc.sql("""
      select name, lag(until) over (order by until) as since, until from office_former_name where office_id = ? order by until""")
        .param(officeId)
        .query((row, number) -> new FormerName(row.getString("name"), row.getObject("since", LocalDate.class),
            row.getObject("until", LocalDate.class)))
        .list();
  }

  /**
   * Records that a kept office is at another address in its city.
   *
   * @param document document that approved it (C3)
   * @throws RefusedException if the office is not kept
   */
  public void relocate(long officeId, String address, String document) {
    changeKept(officeId, document, "C3", "经省政府批准迁址至%s。".formatted(address),
        () -> jdbc.sql("update office set address = ? where id = ?").params(address, officeId).update());
  }

  /**
   * Records that the special work of a kept office lasts longer (C4).
   *
   * @param until its last day, and the retention's
   * @param document document that approved it (C3)
   * @throws RefusedException if the office is not kept
   */
  public void prolong(long officeId, LocalDate until, String document) {
    changeKept(officeId, document, "C3、C4", "经省政府批准，专项工作延期至%s。".formatted(InWords.day(until)),
        () -> jdbc.sql("update office set special_work_end = ?, retained_until = ? where id = ?").params(until, until, officeId).update());
  }

  /** @return where in its city the office is; empty unless a change of address was approved */
  @Transactional(readOnly = true)
  public Optional<String> addressOf(long officeId) {
    return jdbc.sql("select address from office where id = ? and address is not null").param(officeId).query(String.class).optional();
  }

  /**
   * Records that what the plan provides for an office is another now, since what is stated about it was corrected: one that the plan itself
   * retained is open again. Others stay as they are.
   */
  public void reconsider(long officeId, String clause, String reason) {
    if (get(officeId).retainedByThePlan()) {
      change(officeId, OfficeStatus.REGISTERED, null, clause, reason, office -> false,
          () -> jdbc.sql("update office set retained_until = null where id = ?").param(officeId).update());
    }
  }

  /**
   * Records that an office has to be abolished.
   *
   * @throws RefusedException if it is already abolished or merged
   */
  public void markToBeAbolished(long officeId, String clause, String reason) {
    change(officeId, OfficeStatus.TO_BE_ABOLISHED, null, clause, reason, office -> true, () -> {
    });
  }

  /**
   * Records that an office is abolished.
   *
   * @param document document of the abolition
   * @throws RefusedException unless it was to be abolished
   */
  public void abolish(long officeId, String document, String clause, String reason) {
    change(officeId, OfficeStatus.ABOLISHED, document, clause, reason,
        office -> Objects.equals(office.outcome().abolitionDocument(), document),
        () -> jdbc.sql("update office set abolition_document = ? where id = ?").params(document, officeId).update());
  }

  /**
   * Records that an office is merged into another (C8, C9, C10).
   *
   * @param into id of the office that stays, of the same government or, for a county's, of its city
   * @throws RefusedException if either office's status or the pair does not allow it
   */
  public void merge(long officeId, long into, String clause, String reason) {
    Office office = get(officeId);
    Office target = get(into);
    boolean own = List.of(office.governmentCode(), Governments.cityOf(office.governmentCode())).contains(target.governmentCode());
    if (officeId == into || !own || !target.status().standing()) {
      throw new RefusedException("MERGE_TARGET_UNFIT",
          "“" + office.name() + "”不能并入“" + target.name() + "”：应并入同一政府（县的可以是其所在的市）派出的、仍存续的另一办事机构。", clause);
    }
    change(officeId, OfficeStatus.MERGED, null, clause, reason, merged -> Objects.equals(merged.outcome().mergedInto(), into),
        () -> jdbc.sql("update office set merged_into = ? where id = ?").params(into, officeId).update());
  }

  /**
   * Takes the registration of an office back that an import had brought: it is none of the register's offices any more, and its number is
   * free for another one.
   *
   * @param reason Chinese sentence
   */
  void withdraw(long officeId, String reason) {
    restore(officeId, OfficeStatus.WITHDRAWN, null, reason,
        () -> jdbc.sql("update office set register_number = ? where id = ?")
            .params("%s（撤回%d）".formatted(get(officeId).registerNumber(), officeId), officeId)
            .update());
  }

  /**
   * Gives an office back the status that it had before a moment, where nothing but what the plan provides for it has changed that since.
   *
   * @param reason Chinese sentence
   */
  public void restoreStatus(long officeId, OffsetDateTime before, String reason) {
    List<StatusChange> history = historyOf(officeId);
    List<StatusChange> known = history.stream().filter(change -> change.at().isBefore(before)).toList();
    boolean decided = history.stream().skip(known.size()).anyMatch(change -> change.document() != null);
    if (known.isEmpty() || known.size() == history.size() || decided) {
      return;
    }
    StatusChange last = known.get(known.size() - 1);
    restore(officeId, last.to(), last.clause(), reason,
        () -> jdbc.sql("update office set retained_until = case when status = 'RETAINED' then special_work_end end where id = ?")
            .param(officeId)
            .update());
  }

  private void restore(long officeId, OfficeStatus status, String clause, String reason, Runnable details) {
    OffsetDateTime now = OffsetDateTime.now(clock);
    OfficeStatus present = get(officeId).status();
    jdbc.sql("update office set status = ?, status_since = ?, status_clause = ?, status_reason = ? where id = ?")
        .params(status.name(), now, clause, reason, officeId)
        .update();
    details.run();
    keepKey(get(officeId));
    remember(officeId, present, status, now, null, clause, reason);
  }

  /** A change that leaves the status as it is: told in the history, and the same again changes nothing. */
  private void changeKept(long officeId, String document, String clause, String reason, Runnable details) {
    OfficeStatus status = jdbc.sql("select status from office where id = ? for update")
        .param(officeId)
        .query((row, number) -> OfficeStatus.valueOf(row.getString("status")))
        .single();
    if (status != OfficeStatus.RETAINED && status != OfficeStatus.ESTABLISHED) {
      throw new RefusedException("NOT_KEPT", "“%s”当前状态为“%s”，没有经批准保留，不能变更。".formatted(get(officeId).name(), status.label()), clause);
    }
    if (historyOf(officeId).stream().noneMatch(known -> document.equals(known.document()))) {
      details.run();
      keepKey(get(officeId));
      remember(officeId, status, status, OffsetDateTime.now(clock), document, clause, reason);
    }
  }

  private void change(long officeId, OfficeStatus next, String document, String clause, String reason, Predicate<Office> sameAgain,
      Runnable details) {
    Office office = get(officeId);
    if (office.status() == next && sameAgain.test(office)) {
      return;
    }
    OffsetDateTime now = OffsetDateTime.now(clock);
    // the condition on the status keeps two changes at the same time from both succeeding
    boolean changed = office.status().mayBecome(next)
        && jdbc.sql("update office set status = ?, status_since = ?, status_clause = ?, status_reason = ? where id = ? and status = ?")
            .params(next.name(), now, clause, reason, officeId, office.status().name())
            .update() == 1;
    if (!changed) {
      OfficeStatus present = get(officeId).status();
      throw new RefusedException("STATUS_CHANGE_REFUSED",
          "“" + office.name() + "”（" + office.registerNumber() + "）当前状态为“" + present.label() + "”，不能改为“" + next.label() + "”。", clause);
    }
    details.run();
    keepKey(get(officeId));
    remember(officeId, office.status(), next, now, document, clause, reason);
  }

  private Office insert(OfficeEntry entry, OfficeStatus status, String clause, String reason, String document, String conditions) {
    if (findByRegisterNumber(entry.registerNumber()).isPresent()) {
      throw new RefusedException("REGISTER_NUMBER_TAKEN", "登记编号“" + entry.registerNumber() + "”已被使用，请换用其他编号。", "C21");
    }
    OffsetDateTime now = OffsetDateTime.now(clock);
    GeneratedKeyHolder key = new GeneratedKeyHolder();
    bind(jdbc.sql("""
      insert into office (register_number, name, government_code, sender_kind, department_name, host_city_code, host_city_name, work_kind,
        special_work_end, approval_document, staff_establishment, functions, sample, newly_established, status, status_since,
        status_clause, status_reason, retention_document, retention_conditions)
      values (:registerNumber, :name, :governmentCode, :senderKind, :departmentName, :hostCityCode, :hostCityName, :workKind,
        :specialWorkEnd, :approvalDocument, :staffEstablishment, :functions, :sample, :newlyEstablished, :status, :now, :clause,
        :reason, :document, :conditions)"""), entry).param("newlyEstablished", status == OfficeStatus.ESTABLISHED)
        .param("status", status.name())
        .param("now", now)
        .param("clause", clause)
        .param("reason", reason)
        .param("document", document)
        .param("conditions", conditions)
        .update(key, "id");
    long id = Objects.requireNonNull(key.getKey()).longValue();
    events.publishEvent(new OfficeEntered(entry.governmentCode()));
    remember(id, null, status, now, document, clause, reason);
    rememberSender(id, entry, now);
    Office entered = get(id);
    keepKey(entered);
    return entered;
  }

  @Override
  public int fillKeys(int most) {
    List<Office> without = jdbc.sql("select * from office where search_key is null fetch first ? rows only")
        .param(most)
        .query(OfficeRegister::office)
        .list();
    without.forEach(this::keepKey);
    return without.size();
  }

  private void keepKey(Office office) {
    OfficeEntry entry = office.entry();
    jdbc.sql("update office set search_key = ? where id = ?")
        .params(SearchText.key(entry.registerNumber(), entry.name(), ShortNames.of(entry.name(), entry.hostCityName()),
            entry.departmentName(), entry.approvalDocument(), office.outcome().retentionDocument(), office.outcome().abolitionDocument()),
            office.id())
        .update();
  }

  private void remember(long officeId, OfficeStatus from, OfficeStatus to, OffsetDateTime at, String document, String clause,
      String reason) {
    jdbc.sql("insert into office_status_change (office_id, status_from, status_to, changed_at, document, clause, reason) "
        + "values (?, ?, ?, ?, ?, ?, ?)")
        .params(officeId, from == null ? null : from.name(), to.name(), at, document, clause, reason)
        .update();
    events.publishEvent(new OfficeStatusNoted(officeId, to));
  }

  private void rememberSender(long officeId, OfficeEntry entry, OffsetDateTime since) {
    String department = entry.senderKind() == SenderKind.DEPARTMENT ? entry.departmentName() : null;
    OfficeSender stated = new OfficeSender(officeId, entry.governmentCode(), department);
    boolean known = jdbc.sql("select * from office_sender where office_id = ? order by id desc fetch first 1 row only")
        .param(officeId)
        .query(OfficeRegister::sender)
        .optional()
        .filter(stated::equals)
        .isPresent();
    if (!known) {
      jdbc.sql("insert into office_sender (office_id, since, government_code, department_name) values (?, ?, ?, ?)")
          .params(officeId, since, entry.governmentCode(), department)
          .update();
    }
  }

  private static OfficeSender sender(ResultSet row, int number) throws SQLException {
    return new OfficeSender(row.getLong("office_id"), row.getString("government_code"), row.getString("department_name"));
  }

  private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, OfficeEntry entry) {
    return statement.param("registerNumber", entry.registerNumber())
        .param("name", entry.name())
        .param("governmentCode", entry.governmentCode())
        .param("senderKind", entry.senderKind().name())
        .param("departmentName", entry.departmentName())
        .param("hostCityCode", entry.hostCityCode())
        .param("hostCityName", entry.hostCityName())
        .param("workKind", entry.workKind().name())
        .param("specialWorkEnd", entry.specialWorkEnd())
        .param("approvalDocument", entry.approvalDocument())
        .param("staffEstablishment", entry.staffEstablishment())
        .param("functions", entry.functions())
        .param("sample", entry.sample());
  }

  private static Office office(ResultSet row, int number) throws SQLException {
    return new Office(row.getLong("id"),
        new OfficeEntry(row.getString("register_number"), row.getString("name"), row.getString("government_code"),
            SenderKind.valueOf(row.getString("sender_kind")), row.getString("department_name"), row.getString("host_city_code"),
            row.getString("host_city_name"), WorkKind.valueOf(row.getString("work_kind")),
            row.getObject("special_work_end", LocalDate.class), row.getString("approval_document"), row.getInt("staff_establishment"),
            row.getString("functions"), row.getBoolean("sample")),
        new Outcome(OfficeStatus.valueOf(row.getString("status")), row.getObject("status_since", OffsetDateTime.class),
            row.getString("status_clause"), row.getString("status_reason"), row.getBoolean("newly_established"),
            row.getString("retention_document"), row.getString("retention_conditions"), row.getObject("retained_until", LocalDate.class),
            row.getString("abolition_document"), row.getObject("merged_into", Long.class)));
  }
}
