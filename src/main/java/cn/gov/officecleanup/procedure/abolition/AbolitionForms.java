package cn.gov.officecleanup.procedure.abolition;

import cn.gov.officecleanup.mechanism.casefile.CaseFile;
import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.casefile.CaseFindings;
import cn.gov.officecleanup.mechanism.document.CaseDocuments;
import cn.gov.officecleanup.mechanism.document.NewDocument;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.form.FormContent;
import cn.gov.officecleanup.mechanism.form.FormTask;
import cn.gov.officecleanup.mechanism.form.Submission;
import cn.gov.officecleanup.mechanism.ledger.AssetLedger;
import cn.gov.officecleanup.mechanism.ledger.FrozenAsset;
import cn.gov.officecleanup.mechanism.ledger.LedgerWorkbook;
import cn.gov.officecleanup.mechanism.register.AssetKind;
import cn.gov.officecleanup.mechanism.register.OfficeAsset;
import cn.gov.officecleanup.procedure.placement.PostLevel;
import cn.gov.officecleanup.procedure.placement.Protection;
import cn.gov.officecleanup.procedure.placement.StaffList;
import cn.gov.officecleanup.procedure.placement.StaffMember;
import cn.gov.officecleanup.procedure.placement.StaffStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The forms in which an office is wound up (C6, C7): inventory, staff list, differences. */
@Component
class AbolitionForms implements FormContent {

  private static final String INVENTORY = "abolition-inventory";
  private static final String STAFF = "abolition-staff";
  private static final String REVIEW = "difference-review";

  private final AssetLedger ledger;
  private final Inventory inventory;
  private final StaffList staff;
  private final CaseFindings findings;
  private final LedgerWorkbook workbook;
  private final CaseFiles cases;
  private final CaseDocuments documents;

  AbolitionForms(AssetLedger ledger, Inventory inventory, StaffList staff, CaseFindings findings, LedgerWorkbook workbook, CaseFiles cases,
      CaseDocuments documents) {
    this.ledger = ledger;
    this.inventory = inventory;
    this.staff = staff;
    this.findings = findings;
    this.workbook = workbook;
    this.cases = cases;
    this.documents = documents;
  }

  @Override
  public Set<String> forms() {
    return Set.of(INVENTORY, STAFF, REVIEW);
  }

  @Override
  public Map<String, Object> values(FormTask task) {
    return switch (task.form()) {
      case INVENTORY -> Map.of("inventory", ledger.assetsOf(task.caseNumber()).stream().map(AbolitionForms::row).toList());
      case STAFF -> Map.of("staff", staff.of(task.caseNumber()).stream().map(AbolitionForms::row).toList());
      default -> Map.of();
    };
  }

  @Override
  public Set<String> keeps() {
    return Set.of("inventory", "staff");
  }

  @Override
  public void keep(FormTask task, Submission submission) {
    switch (task.form()) {
      case INVENTORY -> {
        inventory.confirm(task.caseNumber(), submission.rows("inventory").stream().map(AbolitionForms::item).toList());
        CaseFile file = cases.get(task.caseNumber());
        documents.store(new NewDocument(task.caseNumber(), file.governmentCode(), "INVENTORY", "资产清册.xlsx",
            workbook.inventoryOf(task.caseNumber()), CaseFiles.SYSTEM));
      }
      case STAFF -> keepStaff(task.caseNumber(), submission);
      case REVIEW -> {
        if ("accept".equals(submission.text(Submission.DECISION))) {
          findings.settle(task.caseNumber());
        }
      }
      default -> throw new IllegalArgumentException(task.form());
    }
  }

  private void keepStaff(String caseNumber, Submission submission) {
    List<StaffMember> members = new ArrayList<>();
    for (Submission row : submission.rows("staff")) {
      members.add(new StaffMember(null, members.size() + 1, row.text("name"), row.text("identityNumber"), row.day("birthDate"),
          StaffMember.Gender.valueOf(row.text("gender")), StaffStatus.valueOf(row.text("status")), row.text("post"),
          choice(row, "postLevel", PostLevel.class), row.day("hiredOn"), row.text("relatives"), choice(row, "protection", Protection.class),
          row.day("protectedUntil"), row.text("protectionProof")));
    }
    var faults = members.stream().flatMap(member -> member.faults().stream()).toList();
    if (!faults.isEmpty()) {
      throw new RefusedException(faults);
    }
    staff.replace(caseNumber, members);
  }

  private static <E extends Enum<E>> E choice(Submission row, String field, Class<E> type) {
    return row.text(field) == null ? null : Enum.valueOf(type, row.text(field));
  }

  private static Inventory.Item item(Submission row) {
    return new Inventory.Item(
        new OfficeAsset(row.text("assetNumber"), AssetKind.valueOf(row.text("kind")), row.text("name"), row.amount("bookValue")),
        "FOUND".equals(row.text("found")), row.text("explanation"));
  }

  private static Map<String, Object> row(FrozenAsset asset) {
    return Map.of("assetNumber", asset.assetNumber(), "kind", asset.kind().name(), "name", asset.name(), "bookValue",
        asset.bookValue().toPlainString(), "found", asset.missing() ? "MISSING" : "FOUND", "explanation",
        Objects.toString(asset.explanation(), ""));
  }

  private static Map<String, Object> row(StaffMember member) {
    Map<String, Object> row = new HashMap<>();
    row.put("name", member.name());
    row.put("identityNumber", member.identityNumber());
    row.put("birthDate", member.birthDate().toString());
    row.put("gender", member.gender().name());
    row.put("status", member.status().name());
    row.put("post", member.post());
    row.put("hiredOn", member.hiredOn().toString());
    row.put("relatives", Objects.toString(member.relatives(), ""));
    row.put("postLevel", member.postLevel() == null ? "" : member.postLevel().name());
    row.put("protection", member.protection() == null ? "" : member.protection().name());
    row.put("protectedUntil", Objects.toString(member.protectedUntil(), ""));
    row.put("protectionProof", Objects.toString(member.protectionProof(), ""));
    return row;
  }
}
