package cn.gov.officecleanup.procedure.decoupling;

import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.form.FormRecords;
import cn.gov.officecleanup.mechanism.form.FormTask;
import cn.gov.officecleanup.mechanism.form.Submission;
import cn.gov.officecleanup.mechanism.ledger.AssetLedger;
import cn.gov.officecleanup.mechanism.ledger.FrozenAsset;
import cn.gov.officecleanup.mechanism.register.BusinessEntity;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.procedure.decoupling.Decoupling.Strand;
import cn.gov.officecleanup.procedure.disposal.ConnectedPeople;
import java.util.Collection;
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

  /** forms by which the office writes to its government, with the field that names who signed */
  private static final Map<String, String> SIGNERS = Map.of("decoupling-plan", "requestSigner", "decoupling-report", "reportSigner");

  private final JdbcClient jdbc;
  private final AssetLedger ledger;
  private final OfficeRegister register;

  Decouplings(JdbcClient jdbc, AssetLedger ledger, OfficeRegister register) {
    super(jdbc, Decoupling.class, "decoupling", "decoupling-plan", "decoupling-people", "decoupling-accounts", "decoupling-assets",
        "decoupling-functions", "decoupling-report", "decoupling-verification");
    this.jdbc = jdbc;
    this.ledger = ledger;
    this.register = register;
  }

  /** @throws RefusedException when an office that writes to its government does not say who signed */
  @Override
  public void keep(FormTask task, Collection<String> fields, Submission submission) {
    String signer = SIGNERS.get(task.form());
    if (signer != null && submission.text(signer) == null && officeWrites(task.caseNumber())) {
      throw new RefusedException("SIGNER_MISSING", "签发人不能为空，请填写签发公文的办事机构负责人；上行文应当标明签发人。", "GB/T 9704");
    }
    super.keep(task, fields, submission);
  }

  /** @return whether the office still is one that writes to its government; else this is approved and told inside the government */
  boolean officeWrites(String caseNumber) {
    return !register.get(get(caseNumber).officeId()).status().ended();
  }

  /** Notes the number of the request that was handed in, which nobody has answered yet; null where the office writes none. */
  void requested(String caseNumber, String number) {
    Map<String, Object> written = new HashMap<>();
    written.put("requestNumber", number);
    written.put("replyNumber", null);
    change(caseNumber, written);
  }

  void replied(String caseNumber, String number) {
    change(caseNumber, Map.of("replyNumber", number));
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

  /** @return the partings of an office, open and done; those from what it owns with another as well */
  List<Decoupling> of(long officeId) {
    return select("office_id = ? or co_owner = ? order by length(case_number), case_number", officeId, officeId).list();
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
}
