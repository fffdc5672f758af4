package cn.gov.officecleanup.procedure.decoupling;

import cn.gov.officecleanup.mechanism.form.FormRecords;
import cn.gov.officecleanup.mechanism.ledger.AssetLedger;
import cn.gov.officecleanup.mechanism.ledger.FrozenAsset;
import cn.gov.officecleanup.mechanism.register.BusinessEntity;
import cn.gov.officecleanup.procedure.decoupling.Decoupling.Strand;
import cn.gov.officecleanup.procedure.disposal.ConnectedPeople;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The partings of all offices from their business entities (C17), and what the models ask about them. */
@Repository
public class Decouplings extends FormRecords<Decoupling> implements ConnectedPeople {

  private static final String OPEN = "case_number in (select case_number from case_file where closed_at is null)";

  private final JdbcClient jdbc;
  private final AssetLedger ledger;

  Decouplings(JdbcClient jdbc, AssetLedger ledger) {
    super(jdbc, Decoupling.class, "decoupling", "decoupling-plan", "decoupling-people", "decoupling-accounts", "decoupling-assets",
        "decoupling-functions", "decoupling-verification", "decoupling-revocation");
    this.jdbc = jdbc;
    this.ledger = ledger;
  }

  void open(String caseNumber, long officeId, BusinessEntity entity) {
    Map<String, Object> known = new HashMap<>();
    known.putAll(Map.of("officeId", officeId, "entityName", entity.name(), "entityKind", entity.kind()));
    if (entity.partBy() != null) {
      known.put("partBy", entity.partBy());
    }
    begin(caseNumber, known);
  }

  /** @return an entity, as what a case can be reserved for: one case an entity; the model asks this */
  public String reserved(long officeId, String entityName) {
    // a name may be longer than what is reserved
    return "entity:%d:%s".formatted(officeId, DigestUtils.sha256Hex(entityName.strip()).substring(0, 32));
  }

  /** @return names of the entities from which the office is parting and has not parted yet; those that it owns with another as well */
  public List<String> openOf(long officeId) {
    return select("(office_id = ? or co_owner = ?) and " + OPEN + " order by length(case_number), case_number", officeId, officeId).list()
        .stream()
        .map(Decoupling::entityName)
        .toList();
  }

  /** @return the open case in which an office parts from an entity, alone or with another, beside this one */
  Optional<String> openElsewhere(String caseNumber, long officeId, String entityName) {
    return select("(office_id = ? or co_owner = ?) and entity_name = ? and case_number <> ? and " + OPEN, officeId, officeId, entityName,
        caseNumber).list().stream().map(Decoupling::caseNumber).findFirst();
  }

  /** @return keys of the assets to dispose of, by asset number, that have no outcome yet; the model runs one disposal for each */
  public List<Long> assetsToDispose(String caseNumber) {
    return ledger.assetsOf(caseNumber).stream().map(FrozenAsset::id).filter(asset -> !ledger.ended(asset)).toList();
  }

  /** @return whether a strand is to be done, or to be done anew; the model asks this */
  public boolean toBeDone(String caseNumber, String strand) {
    return get(caseNumber).state(Strand.valueOf(strand)) == null;
  }

  /** Has strands done anew; what was filled in of them stays until then. */
  void reopen(String caseNumber, Set<Strand> strands) {
    Map<String, Object> open = new HashMap<>();
    strands.forEach(strand -> open.put(strand.name().toLowerCase(Locale.ROOT) + "State", null));
    change(caseNumber, open);
  }

  @Override
  public Set<String> connectedNames(String caseNumber) {
    return find(caseNumber).map(Decoupling::connectedNames).orElse(Set.of());
  }

  /** @return numbers of the office's assets that the entity uses, by the plan */
  Set<String> assetsInUse(String caseNumber) {
    return Set
        .copyOf(jdbc.sql("select asset_number from decoupling_asset where case_number = ?").param(caseNumber).query(String.class).list());
  }

  void keepAssetsInUse(String caseNumber, Set<String> assetNumbers) {
    jdbc.sql("delete from decoupling_asset where case_number = ?").param(caseNumber).update();
    assetNumbers.forEach(
        number -> jdbc.sql("insert into decoupling_asset (case_number, asset_number) values (?, ?)").params(caseNumber, number).update());
  }
}
