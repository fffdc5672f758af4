package cn.gov.officecleanup.edge.rehearsal;

import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.document.DocumentNumbers;
import cn.gov.officecleanup.mechanism.form.Submission;
import cn.gov.officecleanup.mechanism.ledger.AssetLedger;
import cn.gov.officecleanup.mechanism.ledger.DisposalMethod;
import cn.gov.officecleanup.mechanism.ledger.FrozenAsset;
import cn.gov.officecleanup.mechanism.form.LawfulOptions;
import cn.gov.officecleanup.mechanism.province.Province;
import cn.gov.officecleanup.procedure.placement.PlacementOutcome;
import cn.gov.officecleanup.procedure.placement.StaffMember;
import cn.gov.officecleanup.procedure.placement.StaffStatus;
import cn.gov.officecleanup.mechanism.register.Governments;
import cn.gov.officecleanup.mechanism.register.HostPlaces;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.mechanism.register.SenderKind;
import cn.gov.officecleanup.mechanism.register.WorkKind;
import cn.gov.officecleanup.procedure.disposal.Disposal;
import cn.gov.officecleanup.procedure.disposal.Disposals;
import cn.gov.officecleanup.procedure.integration.Integration;
import cn.gov.officecleanup.procedure.integration.Integrations;
import cn.gov.officecleanup.procedure.reception.ReceptionYears;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * What an official knows beyond the form: which ways the rules leave open, what was paid, who works there. Now and then something is wrong
 * at first.
 */
@Component
@Profile(Rehearsing.PROFILE)
class KnowHow {

  /** in percent: how often a first draft has a fault that a check finds */
  private static final int CARELESS = 10;
  /** in percent: how often a term is extended */
  private static final int EXTENDED = 20;
  private static final int MOST_DAYS_IN_POST = 1095;
  /** how long after a missed day one may still apply */
  private static final int EXTENDED_DAYS = 14;
  private static final String EMPLOYEES = "3";
  /** the example of GB 32100 */
  private static final String CREDIT_CODE = "91350100M000100Y43";
  private static final String MISTYPED_CREDIT_CODE = "91350100M000100Y34";
  private static final String RECEIVER = "机关事务服务中心";
  static final String CANTEEN = "机关食堂";

  private final CaseFiles cases;
  private final OfficeRegister register;
  private final AssetLedger ledger;
  private final Disposals disposals;
  private final LawfulOptions lawfulPlacements;
  private final Governments governments;
  private final Province province;
  private final Integrations integrations;
  private final ReceptionYears receptions;
  private int documents;

  KnowHow(CaseFiles cases, OfficeRegister register, AssetLedger ledger, Disposals disposals,
      @Qualifier("placementRules") LawfulOptions lawfulPlacements, Governments governments, Province province, Integrations integrations,
      ReceptionYears receptions) {
    this.cases = cases;
    this.register = register;
    this.ledger = ledger;
    this.disposals = disposals;
    this.lawfulPlacements = lawfulPlacements;
    this.governments = governments;
    this.province = province;
    this.integrations = integrations;
    this.receptions = receptions;
  }

  /** Changes what was filled in by the form alone into what makes sense in the case. */
  void apply(TaskAtHand task, Map<String, Object> values) {
    if (Objects.toString(task.shown("numbering"), "").endsWith(DocumentNumbers.TO_BE_ENTERED)) {
      values.put(Submission.DOCUMENT_NUMBER, "预演〔%d〕%d号".formatted(task.today().getYear(), ++documents));
    }
    switch (task.form()) {
      case "retention-application" -> apply(task, values, careless(task) ? 60 : task.random().nextInt(50));
      case "lapse-confirmation" -> confirmLapse(task, values);
      case "abolition-inventory" -> takeInventory(task, values);
      case "abolition-staff" -> values.put("staff", staff(task));
      case "disposal-proposal" -> propose(task, values);
      case "disposal-appraisal" -> values.put("appraisedValue",
          part(assetOf(task).bookValue(), 60 + task.random().nextInt(60)).max(new BigDecimal("0.01")).toPlainString());
      case "disposal-listing" -> announce(task, values);
      case "disposal-bidding" -> values.putAll(Map.of("biddingHeldOn", task.today().toString(), "decision",
          task.visit() == 0 && task.by(20) ? task.oneOf(List.of("relist", "another")) : "sold"));
      case "disposal-relisting" -> values.put("approvedReserve",
          part(disposals.get(task.caseNumber()).reservePrice(), 95).max(new BigDecimal("0.01")).toPlainString());
      case "disposal-execution" -> carryOut(task, values);
      case "disposal-receipt" -> receive(task, values);
      case "placement-plan" -> place(task, values);
      case "placement-execution" -> values.putAll(Map.of("voucher", "凭证" + task.caseNumber(), "paidOn", task.today().toString()));
      case "locality-report" -> report(task, values);
      case "integration-plan" -> integrate(task, values);
      case "decoupling-plan" -> planDecoupling(task, values);
      case "decoupling-people", "decoupling-accounts", "decoupling-assets", "decoupling-functions" -> decouple(task, values);
      case "decoupling-report" -> values.put("reportSigner", "预演主任");
      case "posting-registration" -> enterHead(task, values);
      case "rotation-nomination" -> nominate(task, values);
      case "rotation-decision" -> values.putAll(Map.of("decisionNumber", "预演任〔%d〕%s号".formatted(task.today().getYear(), task.caseNumber()),
          "termAudit", "ORDERED", "termAuditReason", "预演审函〔%d〕1号".formatted(task.today().getYear())));
      case "term-audit" -> values.putAll(
          Map.of("reportNumber", "预演审〔%d〕%s号".formatted(task.today().getYear(), task.caseNumber()), "reportedOn", task.today().toString()));
      case "rotation-handover" -> values.putAll(Map.of("giver", "PRESENT", "recipient", "预演接收人", "supervisor", "预演监交人", "bookedAmount",
          "2000.00", "countedAmount", careless(task) ? "1999.99" : "2000.00"));
      case "retention-revocation" -> values.put("proposalNumber", "预演请〔%d〕1号".formatted(task.today().getYear()));
      case "appraisal-score" -> score(task, values);
      case "appraisal-decision" -> values.put("decidedAs", "AS_PROPOSED");
      case "reception-application" -> receive(task, values, task.visit() > 0);
      case "reception-list" -> list(task, values);
      case "reception-payment" -> values
          .putAll(Map.of("invoiceNumber", "%s-%d".formatted(task.caseNumber(), task.visit() + 1), "reimbursedOn", task.today().toString(),
              "invoicedOn", task.today().toString(), "invoiceBuyer", register.get(cases.get(task.caseNumber()).officeId()).name()));
      case "disclosure-explanation" -> values.put("decision", task.visit() == 0 && task.by(10) ? "recount" : "confirm");
      case "disclosure-accounts" -> values.putAll(
          Map.of("booked", receptions.of(cases.get(task.caseNumber()).officeId(), task.today().getYear() - 1).paid().toPlainString(),
              "accountsApprovedOn", task.today().toString()));
      case "disclosure-release" -> {
        values.putAll(Map.of("secret", "NO", "personal", "NO", "thirdParty", "NO"));
        rows(values, "parts").forEach(row -> row.put("basis", "OPEN"));
      }
      case "locality-report-sign", "county-report-sign" -> {
        if ("sign".equals(values.get("decision"))) {
          values.put("documentNumber", "%s〔%d〕%s号".formatted(task.form().startsWith("county") ? "预演县函" : "预演函", task.today().getYear(),
              1 + Integer.parseInt(task.caseNumber().replaceAll("\\D", "").substring(4))));
        }
      }
      case "summary-sign" -> {
        if (task.careful()) {
          values.put("decision", "return"); // a report is missing again, since its locality corrects it: the summary has to be drafted anew
        }
      }
      case "report-inspection" -> rows(values, "inspections").forEach(row -> row.put("finding", "检查记录见附件。"));
      default -> {
      }
    }
  }

  /** @return whether a document is forgotten, which a check then finds */
  boolean forgets(TaskAtHand task) {
    return careless(task);
  }

  private static boolean careless(TaskAtHand task) {
    return !task.careful() && task.visit() == 0 && task.open().findings().isEmpty() && task.by(CARELESS);
  }

  private void apply(TaskAtHand task, Map<String, Object> values, int receptionShare) {
    String part = "宣传推介本地投资环境，服务外出务工人员，加强政务联络和信息沟通。";
    values.putAll(Map.of("economicCooperation", part, "socialManagement", part, "publicService", part, "receptionShare",
        String.valueOf(receptionShare)));
    values.putAll(
        Map.of("requestTitle", "关于保留办事处的请示", "requestNumber", "预政文〔%d〕1号".formatted(task.today().getYear()), "specialWorkName", "预演工作"));
    long office = cases.get(task.caseNumber()).officeId();
    values.put("entities",
        register.businessEntitiesOf(office)
            .stream()
            .map(entity -> Map.of("name", entity.name(), "kind", entity.kind().name(), "partedOn", Objects.toString(entity.partedOn(), ""),
                "partBy", task.today().plusMonths(3).toString()))
            .toList());
  }

  /** Whoever missed the day once may still apply. */
  private static void confirmLapse(TaskAtHand task, Map<String, Object> values) {
    boolean extend = task.visit() == 0;
    values.put("decision", extend ? "extend" : "abolish");
    values.put("applyUntil", extend ? task.today().plusDays(EXTENDED_DAYS).toString() : "");
  }

  private void takeInventory(TaskAtHand task, Map<String, Object> values) {
    for (Map<String, Object> row : rows(values, "inventory")) {
      if (task.by(4)) {
        row.putAll(Map.of("found", "MISSING", "explanation", "多年前已报废，未办理手续。"));
      } else if (task.by(4)) {
        row.putAll(
            Map.of("bookValue", part(new BigDecimal(row.get("bookValue").toString()), 90).toPlainString(), "explanation", "登记册的账面值有误。"));
      }
    }
    if (task.by(10)) {
      rows(values, "inventory").add(new HashMap<>(Map.of("assetNumber", "PY-" + task.caseNumber(), "kind", "EQUIPMENT", "name", "未登记的办公设备",
          "bookValue", "1200.00", "found", "FOUND", "explanation", "购置时未登记。")));
    }
  }

  private List<Map<String, Object>> staff(TaskAtHand task) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int position = 1 + task.random().nextInt(4); position > 1; position--) {
      StaffMember person = person(position, task.by(5) ? 66 : 30, StaffStatus.values()[task.random().nextInt(StaffStatus.values().length)],
          task.today());
      rows.add(Map.of("name", person.name(), "identityNumber", person.identityNumber(), "birthDate", person.birthDate().toString(),
          "gender", person.gender().name(), "status", person.status().name(), "post", person.post(), "hiredOn", person.hiredOn().toString(),
          "relatives", ""));
    }
    return rows;
  }

  /** @return somebody who does not exist, with an identity number that agrees with day of birth, gender and its own check digit */
  private StaffMember person(int position, int age, StaffStatus status, LocalDate today) {
    LocalDate born = today.minusYears(age);
    String number = "%s%s%02d1".formatted(province.capital().code(), DateTimeFormatter.BASIC_ISO_DATE.format(born), position);
    return "0123456789X".chars()
        .mapToObj(digit -> new StaffMember(null, position, "预演人员" + position, number + (char) digit, born, StaffMember.Gender.MALE, status,
            "工作人员", null, born.plusYears(22), null, null, null, null))
        .filter(person -> person.faults().isEmpty())
        .findFirst()
        .orElseThrow();
  }

  private FrozenAsset assetOf(TaskAtHand task) {
    return ledger.get(disposals.get(task.caseNumber()).assetId());
  }

  private void propose(TaskAtHand task, Map<String, Object> values) {
    FrozenAsset asset = assetOf(task);
    List<DisposalMethod> lawful = asset.missing() ? List.of(DisposalMethod.WRITE_OFF) : switch (asset.kind()) {
      case CASH, CLAIM -> List.of(DisposalMethod.REMITTANCE);
      case LAND, HOUSE -> List.of(DisposalMethod.TAKE_BACK, DisposalMethod.SALE, DisposalMethod.EXCHANGE);
      case EQUITY -> List.of(DisposalMethod.TRANSFER, DisposalMethod.SALE, DisposalMethod.LIQUIDATION);
      case INTANGIBLE -> List.of(DisposalMethod.TRANSFER, DisposalMethod.SALE);
      case DEBT -> List.of(DisposalMethod.SETTLEMENT, DisposalMethod.ASSUMPTION);
      case BORROWED -> List.of(DisposalMethod.RETURN);
      case VEHICLE, EQUIPMENT, OTHER -> List.of(DisposalMethod.TRANSFER, DisposalMethod.SALE, DisposalMethod.SCRAP);
    };
    DisposalMethod method = task.oneOf(careless(task) ? List.of(DisposalMethod.values()) : lawful);
    values.put("method", method.name());
    values.put("titleState", careless(task) ? "DISPUTED" : "CLEAR");
    values.put("saleMode", method == DisposalMethod.SALE ? task.oneOf(List.of("LISTING", "AUCTION", "TENDER")) : "");
    values.put("receiver", RECEIVER);
  }

  /** As if the days of the notice had passed: the rehearsal asks for none. */
  private void announce(TaskAtHand task, Map<String, Object> values) {
    Disposal disposal = disposals.get(task.caseNumber());
    BigDecimal reserve = disposal.approvedReserve() == null ? disposal.appraisedValue() : disposal.approvedReserve();
    values.putAll(Map.of("venue", "产权交易所", "announcement", "公告" + task.caseNumber(), "announcedOn", task.today().toString(),
        "biddingEndsOn", task.today().toString(), "reservePrice", reserve.toPlainString(), "deposit", "0.00"));
  }

  private void carryOut(TaskAtHand task, Map<String, Object> values) {
    Disposal disposal = disposals.get(task.caseNumber());
    BigDecimal book = assetOf(task).bookValue();
    values.putAll(Map.of("carriedOutOn", task.today().toString(), "partner", RECEIVER, "representative", "预演受让人", "fees", "0.00"));
    switch (disposal.proposal().method()) {
      case SALE -> values.putAll(Map.of("partner", "预演受让公司", "venue", "中原产权交易所", "announcement", "公告" + task.caseNumber(), "price",
          part(Objects.requireNonNullElse(disposal.reservePrice(), disposal.appraisedValue()), 100 + task.random().nextInt(30))
              .toPlainString()));
      case EXCHANGE -> values.putAll(Map.of("price", "0.00", "receivedValue", disposal.appraisal().value().toPlainString()));
      case SCRAP, DEMOLITION, LIQUIDATION -> values.put("price", part(book, task.random().nextInt(5)).toPlainString());
      case REMITTANCE -> values.put("price", book.toPlainString());
      default -> values.remove("price");
    }
  }

  private void receive(TaskAtHand task, Map<String, Object> values) {
    BigDecimal due = ledger.outstandingOf(disposals.get(task.caseNumber()).assetId());
    BigDecimal now = task.visit() == 0 && task.by(20) ? part(due, 50).max(new BigDecimal("0.01")) : due;
    values.put("receipts", List.of(Map.of("receiptNumber", "%s-%d".formatted(task.caseNumber(), task.visit() + 1), "amount",
        now.toPlainString(), "paymentSlip", "JK-" + task.caseNumber(), "receivedOn", task.today().toString())));
  }

  /** What the form offers on the day; nobody retires early or late. */
  private void place(TaskAtHand task, Map<String, Object> values) {
    values.put("takesEffectOn", task.today().toString());
    values.remove("retirementBasis");
    values.put("outcome",
        task.oneOf(Stream.of(PlacementOutcome.values())
            .map(PlacementOutcome::name)
            .filter(outcome -> lawfulPlacements.against(task.caseNumber(), outcome, values).isEmpty())
            .toList()));
    values.putAll(Map.of("receivingUnit", RECEIVER, "monthlyWage", "3000.00", "localMonthlyWage", "3500.00", "minimumWage", "1600.00"));
  }

  /** Whoever leads already is followed; else the office that was registered first leads. */
  private void integrate(TaskAtHand task, Map<String, Object> values) {
    Office office = register.get(cases.get(task.caseNumber()).officeId());
    List<Office> others = Stream.of(office.governmentCode(), governments.get(office.governmentCode()).cityCode())
        .distinct()
        .flatMap(code -> register.officesOf(code).stream())
        .filter(other -> other.id() != office.id() && other.status().standing() && !province.contains(place(other)))
        .filter(other -> other.governmentCode().equals(office.governmentCode())
            ? HostPlaces.sameCity(place(office), place(other))
                || sentByGovernment(office) && sentByGovernment(other) && HostPlaces.sameOrNeighbouringProvince(place(office), place(other))
            : HostPlaces.sameCity(place(office), place(other)))
        .toList();
    Optional<Office> into = others.stream()
        .filter(other -> !other.governmentCode().equals(office.governmentCode())
            || integrations.of(other.id()).filter(Integration::leads).isPresent())
        .findFirst()
        .or(() -> others.stream()
            .filter(other -> other.registerNumber().compareTo(office.registerNumber()) < 0)
            .filter(other -> integrations.of(other.id()).filter(Integration::planned).isEmpty())
            .min(Comparator.comparing(Office::registerNumber)));
    boolean assists = office.entry().workKind() == WorkKind.PAIRED_ASSISTANCE;
    values.put("way", assists ? "KEEP" : into.isPresent() ? "MERGE" : "LEAD");
    values.putAll(Map.of("leadDepartment", "预演牵头部门", "keepReason", "从事对口援助。", "keepBasis", "对口援助任务文件"));
    values.put("intoOffice", into.map(other -> String.valueOf(other.id())).orElse(""));
  }

  private static void planDecoupling(TaskAtHand task, Map<String, Object> values) {
    boolean another = "LEASE_ENDED".equals(values.get("partingWay"));
    values.putAll(Map.of("creditCode", careless(task) ? MISTYPED_CREDIT_CODE : CREDIT_CODE, "share", another ? "0" : "100", "employees",
        EMPLOYEES, "insolvent", "NO", "coOwner", "", "connectedPeople", "无", "transferee", "国有资产监督管理机构"));
    values.put("requestSigner", "预演主任");
  }

  /** Who was posted some time within a term ago. */
  private void enterHead(TaskAtHand task, Map<String, Object> values) {
    values.putAll(Map.of("name", "预演主任", "personNumber", "YY-" + cases.get(task.caseNumber()).officeId(), "status", "CIVIL_SERVANT", "post",
        "主任", "duty", "HEAD", "postedOn", task.today().minusDays(task.random().nextInt(MOST_DAYS_IN_POST)).toString(), "basisNumber",
        "预演任〔%d〕1号".formatted(task.today().getYear())));
  }

  /** Somebody follows, or the term is extended, which a check finds where it was before. */
  private static void nominate(TaskAtHand task, Map<String, Object> values) {
    values.clear();
    values.putAll(task.open().findings().isEmpty() && task.by(EXTENDED) ? Map.of("proposal", "EXTEND", "extensionReason", "正在办理的合作项目尚未完成。")
        : Map.of("proposal", "ROTATE", "successorName", "预演继任主任", "successorNumber", "YY-" + task.caseNumber(), "successorKind",
            "CIVIL_SERVANT", "kinship", "NONE", "nextPost", "回派出地政府任职"));
  }

  /** Two guests and one companion have a meal; who is told that the budget does not bear it gives it up. */
  private static void receive(TaskAtHand task, Map<String, Object> values, boolean again) {
    String day = task.today().toString();
    values.putAll(Map.of("letterNumber", "预演函" + task.caseNumber(), "letterDate", day, "letterPeople", "2", "guestClass", "OTHER",
        "startsOn", day, "endsOn", day, "byTelephone", false, "abandoned", again));
    values.put("guests", List.of(atTable("来访甲"), atTable("来访乙")));
    values.put("companions", List.of(atTable("陪同甲")));
    values.put("items", new ArrayList<>(List.of(new HashMap<>(Map.of("kind", "WORK_MEAL", "heldOn", day, "supplier", CANTEEN, "content",
        "工作餐", "quantity", "3", "unitPrice", careless(task) ? "60.01" : "50.00")))));
  }

  private static Map<String, Object> atTable(String name) {
    return Map.of("name", name, "employer", "预演单位", "jobTitle", "科员");
  }

  /** Now and then it was dearer than planned. */
  private static void list(TaskAtHand task, Map<String, Object> values) {
    values.put("decision", task.by(90) ? "held" : "cancelled");
    if (task.by(15)) {
      rows(values, "items").forEach(row -> row.put("unitPrice", "60.00"));
    }
  }

  /** Nobody is excellent, so that no quota is used up. */
  private static void score(TaskAtHand task, Map<String, Object> values) {
    rows(values, "scores")
        .forEach(row -> row.putAll(Map.of("points", String.valueOf(50 + task.random().nextInt(40)), "reason", "已核对佐证材料。")));
    values.putAll(Map.of("officialsAppraised", "4", "officialsExcellent", "0"));
  }

  /** At the second try everything is done. */
  private void decouple(TaskAtHand task, Map<String, Object> values) {
    String strand = task.form().substring("decoupling-".length());
    values.putAll(Map.of(strand + "State", "DONE", strand + "DoneOn", task.today().toString()));
    switch (strand) {
      case "people" -> values.putAll(Map.of("officialsRemaining", "0", "employeesPlaced", EMPLOYEES));
      case "accounts" -> values.putAll(Map.of("debtBetween", careless(task) ? "0.01" : "0.00", "guarantees", "0.00"));
      case "assets" -> values.putAll(Map.of("appraisedValue", "1000.00", "listedOn", task.today().minusMonths(2).toString(), "soldOn",
          task.today().toString(), "salePrice", "1000.00", "buyer", "预演受让公司"));
      default -> values.put("registration", "DEREGISTERED");
    }
  }

  private static boolean sentByGovernment(Office office) {
    return office.entry().senderKind() == SenderKind.GOVERNMENT;
  }

  private static String place(Office office) {
    return office.entry().hostCityCode();
  }

  private void report(TaskAtHand task, Map<String, Object> values) {
    LocalDate expected = task.today().plusMonths(3);
    rows(values, "offices").forEach(row -> row.putAll(Map.of("reason", "正在按程序办理，尚未办结。", "expectedOn", expected.toString())));
    rows(values, "figures").forEach(row -> row.remove("words"));
    values.putAll(Map.of("hiddenOffices", "0", "referrals", "0", "sanctioned", "0"));
    boolean explain = !task.open().findings().isEmpty();
    values.put("decision", explain ? "explain" : "check");
    if (explain) {
      values.put("explanation", "有关情况正在核查，核实后另行报告。");
    }
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> rows(Map<String, Object> values, String table) {
    return (List<Map<String, Object>>) values.get(table);
  }

  private static BigDecimal part(BigDecimal amount, int percent) {
    return amount.multiply(BigDecimal.valueOf(percent)).movePointLeft(2).setScale(2, RoundingMode.HALF_UP);
  }
}
