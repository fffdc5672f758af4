package cn.gov.officecleanup.procedure.abolition;

import cn.gov.officecleanup.mechanism.casefile.CaseFile;
import cn.gov.officecleanup.mechanism.document.AbolitionNotice;
import cn.gov.officecleanup.mechanism.document.ClosureReport;
import cn.gov.officecleanup.mechanism.document.OfficialBody;
import cn.gov.officecleanup.mechanism.document.OfficialDocumentProperties;
import cn.gov.officecleanup.mechanism.document.OfficialTemplate;
import cn.gov.officecleanup.mechanism.ledger.AssetLedger;
import cn.gov.officecleanup.mechanism.ledger.FrozenAsset;
import cn.gov.officecleanup.mechanism.ledger.LedgerBalance;
import cn.gov.officecleanup.mechanism.ledger.LedgerEntry;
import cn.gov.officecleanup.mechanism.ledger.LedgerStep;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.mechanism.register.OfficialBodies;
import cn.gov.officecleanup.procedure.placement.StaffList;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Draws up what the closure report says (C6, C7), from the register, the ledger, the staff list and the closing. */
@Component
class ReportingClosure {

  private final OfficeRegister register;
  private final OfficialBodies bodies;
  private final AssetLedger ledger;
  private final StaffList staff;
  private final AbolitionClosings closings;
  private final OfficialDocumentProperties official;
  private final Clock clock;

  ReportingClosure(OfficeRegister register, OfficialBodies bodies, AssetLedger ledger, StaffList staff, AbolitionClosings closings,
      OfficialDocumentProperties official, Clock clock) {
    this.register = register;
    this.bodies = bodies;
    this.ledger = ledger;
    this.staff = staff;
    this.closings = closings;
    this.official = official;
    this.clock = clock;
  }

  /** @return whose letter it is */
  OfficialBody issuer(CaseFile file) {
    return bodies.writingToBureau(file.governmentCode());
  }

  /** @return full title of the government whose office it is, which tells those concerned of the abolition */
  String government(CaseFile file) {
    return bodies.government(file.governmentCode()).title();
  }

  ClosureReport report(CaseFile file, String number, LocalDate today) {
    Office office = register.get(file.officeId());
    LedgerBalance balance = ledger.balanceOf(file.caseNumber());
    List<LedgerEntry> entries = ledger.entriesOf(file.caseNumber());
    List<FrozenAsset> assets = ledger.assetsOf(file.caseNumber());
    Map<String, Integer> placements = new LinkedHashMap<>();
    staff.outcomes(file.caseNumber()).forEach((outcome, people) -> placements.put(outcome.label(), people));
    Map<String, LocalDate> closing = new LinkedHashMap<>();
    closings.get(file.caseNumber()).days().forEach((matter, day) -> closing.put(matter.label(), day));
    return new ClosureReport(number, today, issuer(file), bodies.bureau(), bodies.government(office.governmentCode()).title(),
        office.name(), office.registerNumber(), office.outcome().clause(), office.outcome().reason(),
        register.assetsFrozenAt(office.id()).orElseThrow().atZoneSameInstant(clock.getZone()).toOffsetDateTime(), balance.frozen(),
        balance.due(), balance.received(), assets.stream().filter(asset -> !asset.owed()).map(this::asset).toList(),
        assets.stream().filter(FrozenAsset::owed).map(this::asset).toList(), entries.size(),
        entries.isEmpty() ? null : entries.get(entries.size() - 1).hash(),
        assets.stream().filter(FrozenAsset::differs).map(ReportingClosure::difference).toList(), placements, closing,
        official.copiesOf(OfficialTemplate.CLOSURE_REPORT));
  }

  /** @return what those are told who had to do with the office */
  AbolitionNotice notice(CaseFile file, String number, LocalDate today) {
    Office office = register.get(file.officeId());
    String government = government(file);
    return new AbolitionNotice(number, today, government, office.name(), office.registerNumber(), office.outcome().clause(),
        office.outcome().reason(), government + "办公室", closings.get(file.caseNumber()).archivesReceiver(), "各有关单位", List.of("省机关事务管理局"));
  }

  private ClosureReport.Asset asset(FrozenAsset asset) {
    List<LedgerEntry> entries = ledger.entriesOf(asset.id());
    BigDecimal received = entries.stream()
        .filter(entry -> entry.step() == LedgerStep.RECEIVED)
        .map(LedgerEntry::amount)
        .reduce(new BigDecimal("0.00"), BigDecimal::add);
    return new ClosureReport.Asset(asset.assetNumber(), asset.name(), asset.kind().label(), asset.bookValue(),
        entries.get(entries.size() - 1).method().label(), received,
        entries.stream().map(LedgerEntry::receiptNumber).filter(Objects::nonNull).toList());
  }

  private static String difference(FrozenAsset asset) {
    String what = asset.missing() ? "盘亏" : asset.origin() == FrozenAsset.Origin.SURPLUS ? "盘盈" : "账面值出入";
    return "%s“%s %s”（%s）".formatted(what, asset.assetNumber(), asset.name(), asset.explanation());
  }
}
