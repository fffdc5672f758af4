package cn.gov.officecleanup.edge.demo;

import cn.gov.officecleanup.mechanism.identity.Groups;
import cn.gov.officecleanup.mechanism.identity.Officials;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.procedure.reception.ReceptionYears;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * Three offices that the plan keeps, as if they had been regulated for years: through the ordinary procedures, each step on its day. Of the
 * years before last everything is finished and disclosed, one office was graded the lowest once and has mended it; last year's appraisals
 * and disclosures are under way, each office's at another step. One head's rotation has begun, another's is near; one office still owes the
 * parting from its hotel.
 */
@Component
@SampleOfHenan
class SampleKeptOffices {

  /**
   * What the sample makes of an office.
   *
   * @param points of the appraisals, from the year three years ago on
   * @param price yuan of a meal; what else an office spends goes with it
   * @param daysLeft of the term of its head
   * @param steps that are done of last year's appraisal and disclosure
   */
  private record Sample(String registerNumber, List<Integer> points, int price, int daysLeft, int steps) {
  }

  /** until it is paid */
  private static final int DAYS_OF_A_RECEPTION = 4;
  private static final List<Sample> SAMPLES = List.of(new Sample("豫驻0051", List.of(86, 92), 45, 60, 0),
      new Sample("豫驻0036", List.of(72, 84), 50, 100, 1), new Sample("豫驻0050", List.of(58, 75), 55, 700, 2));
  private static final int YEARS_TOLD = 3;
  private static final int YEARS_OF_TERM = 3;
  private static final int GUESTS = 5;
  private static final int PERSONS = 7;
  private static final String CANTEEN = "机关食堂（样例）";
  private static final String GUEST_RESTAURANT = "定点饭店（样例）";

  private final RuntimeService runtime;
  private final TaskService tasks;
  private final ManagementService management;
  private final SampleOfficials sample;
  private final SampleUsers users;
  private final SampleClock past;
  private final Officials officials;
  private final OfficeRegister register;
  private final ReceptionYears receptions;
  private final Clock clock;

  SampleKeptOffices(RuntimeService runtime, TaskService tasks, ManagementService management, SampleOfficials sample, SampleUsers users,
      SampleClock past, Officials officials, OfficeRegister register, ReceptionYears receptions, Clock clock) {
    this.runtime = runtime;
    this.tasks = tasks;
    this.management = management;
    this.sample = sample;
    this.users = users;
    this.past = past;
    this.officials = officials;
    this.register = register;
    this.receptions = receptions;
    this.clock = clock;
  }

  /** To be done once, when the campaign has decided that they stay. */
  void begin() {
    users.ensure();
    LocalDate today = LocalDate.now(clock);
    try {
      for (int year = today.getYear() - YEARS_TOLD; year <= today.getYear(); year++) {
        for (Sample one : SAMPLES) {
          passYear(one, register.get(one.registerNumber), year, today);
        }
      }
    } finally {
      past.comeBack(management);
    }
    SAMPLES.forEach(one -> beginToday(one, register.get(one.registerNumber), today));
  }

  private void passYear(Sample one, Office office, int year, LocalDate today) {
    boolean first = year == today.getYear() - YEARS_TOLD;
    past.goBackTo(LocalDate.of(year, 1, 1).plusDays(first ? 1 : 0));
    if (first) {
      layDown(office, year);
    }
    enterBudget(office, year);
    LocalDate posted = today.minusYears(YEARS_OF_TERM).plusDays(one.daysLeft);
    if (posted.getYear() == year) {
      past.goBackTo(posted);
      post(office, posted);
    }
    int days = year == today.getYear() ? today.getDayOfYear() : LocalDate.of(year, 12, 31).getDayOfYear();
    // in the first days of a year nobody has been received and paid for
    if (days >= DAYS_OF_A_RECEPTION * 3) {
      receive(office, LocalDate.ofYearDay(year, days / 3), CANTEEN, one.price);
      if (!first) {
        receive(office, LocalDate.ofYearDay(year, days * 2 / 3), GUEST_RESTAURANT, one.price - 5);
      }
    }
    int before = year - 1;
    if (!first && year < today.getYear()) {
      past.goBackTo(LocalDate.of(year, 2, 20));
      disclose(office, before, 4);
      appraise(office, before, one.points.get(before - (today.getYear() - YEARS_TOLD)), 4);
    }
  }

  private void beginToday(Sample one, Office office, LocalDate today) {
    disclose(office, today.getYear() - 1, one.steps);
    appraise(office, today.getYear() - 1, 80, one.steps);
    if (one == SAMPLES.get(0)) {
      sample.start(Groups.officialsOf(office.governmentCode()), "entity-decoupling", Map.of("officeId", String.valueOf(office.id()),
          "entityName", "浦江宾馆（样例）", "entityKind", "HOTEL", "partBy", today.plusMonths(2).toString()));
    }
  }

  private void layDown(Office office, int year) {
    String government = Groups.officialsOf(office.governmentCode());
    sample.start(government, "reception-standard", Map.of("officeId", String.valueOf(office.id()), "guestClass", "OTHER", "perPerson",
        "60.00", "validFrom", LocalDate.of(year, 1, 1).toString(), "standardDocument", "样财行〔%d〕1号".formatted(year)));
    for (Map.Entry<String, String> place : Map.of(CANTEEN, "CANTEEN", GUEST_RESTAURANT, "HOTEL").entrySet()) {
      sample.start(government, "reception-supplier",
          Map.of("governmentCode", office.governmentCode(), "supplierName", place.getKey(), "supplierKind", place.getValue()));
    }
  }

  private void enterBudget(Office office, int year) {
    sample.start(Groups.officialsOf(office.governmentCode()), "reception-budget",
        Map.of("officeId", String.valueOf(office.id()), "budgetYear", String.valueOf(year), "budgetEntry", "BUDGET", "budgetAmount",
            "2000.00", "budgetDocument", "样财预〔%d〕%d号".formatted(year, office.id())));
  }

  private void receive(Office office, LocalDate day, String place, int price) {
    String staff = Groups.staffOf(office.id());
    past.goBackTo(day);
    ProcessInstance reception = sample.start(staff, "official-reception", Map.of("officeId", String.valueOf(office.id())));
    List<Map<String, String>> guests = List.of("赵", "钱", "孙", "李", "周").stream().map(name -> person(name + "来宾（样例）", "样例县商务局")).toList();
    attach(reception, office, "RECEPTION_LETTER", "接待公函", staff, "apply");
    Map<String, Object> application = new HashMap<>(
        Map.of("letterSender", "样例县商务局", "letterNumber", "样商函〔%d〕%d%d号".formatted(day.getYear(), day.getDayOfYear(), price), "letterDate",
            day.toString(), "visitPurpose", "STUDY", "letterPeople", String.valueOf(GUESTS), "guestClass", "OTHER", "startsOn",
            day.toString(), "endsOn", day.toString(), "route", "考察驻地市场和企业。"));
    if (place.equals(GUEST_RESTAURANT)) {
      application.put("sharedWith", "样例县驻外招商联络处（样例）");
    }
    application.putAll(Map.of("guests", guests, "companions", List.of(person("吴陪同（样例）", office.name()), person("郑陪同（样例）", office.name())),
        "items", List.of(Map.of("kind", "WORK_MEAL", "heldOn", day.toString(), "supplier", place, "content", "工作餐", "quantity",
            String.valueOf(PERSONS), "unitPrice", price + ".00"))));
    step(reception, staff, application);
    step(reception, Groups.headOf(office.id()), Map.of("decision", "agree", "opinion", "同意。"));
    past.goBackTo(day.plusDays(1));
    step(reception, staff,
        Map.of("decision", "held", "guests", guests, "companions", application.get("companions"), "items", application.get("items")));
    step(reception, Groups.headOf(office.id()), Map.of("decision", "sign", "costsDeclared", true, "opinion", "与实际情况一致。"));
    past.goBackTo(day.plusDays(DAYS_OF_A_RECEPTION));
    String finance = Groups.financeOf(office.governmentCode());
    attach(reception, office, "INVOICE", "发票", finance, "pay");
    step(reception, finance,
        Map.of("paidSupplier", place, "paymentAmount", PERSONS * price + ".00", "reimbursedOn", LocalDate.now(clock).toString(),
            "invoiceNumber", "%d-%s-%d".formatted(office.id(), day, price), "invoicedOn", day.toString(), "invoiceBuyer", office.name(),
            "paymentMethod", "TRANSFER"));
  }

  private static Map<String, String> person(String name, String unit) {
    return Map.of("name", name, "employer", unit, "jobTitle", "科员");
  }

  private void post(Office office, LocalDate day) {
    String personnel = Groups.personnelOf(office.governmentCode());
    ProcessInstance posting = sample.start(Groups.officialsOf(office.governmentCode()), "staff-posting",
        Map.of("officeId", String.valueOf(office.id())));
    step(posting, personnel, Map.of("name", "王主任（样例）", "personNumber", "YL-" + office.id(), "status", "CIVIL_SERVANT", "post", "主任", "duty",
        "HEAD", "postedOn", day.toString(), "basisNumber", "样政任〔%d〕1号".formatted(day.getYear())));
  }

  /** @param steps how many of its steps are done */
  private void disclose(Office office, int year, int steps) {
    ProcessInstance disclosure = begin("reception-disclosure", office, year);
    String government = Groups.officialsOf(office.governmentCode());
    List<Runnable> all = List.of(() -> step(disclosure, Groups.staffOf(office.id()), Map.of("decision", "confirm")),
        () -> step(disclosure, Groups.financeOf(office.governmentCode()),
            Map.of("decision", "agree", "booked", receptions.of(office.id(), year).paid().toPlainString(), "accountsApprovedOn",
                LocalDate.now(clock).toString(), "accountsNumber", "样财决〔%d〕%d号".formatted(year + 1, office.id()))),
        () -> step(disclosure, government,
            Map.of("decision", "release", "secret", "NO", "personal", "NO", "thirdParty", "NO", "parts",
                sample.shown(open(disclosure), government, "parts"))),
        () -> step(disclosure, Groups.leaderOf(office.governmentCode()), Map.of("decision", "publish", "opinion", "同意公开。")));
    all.subList(0, steps).forEach(Runnable::run);
  }

  /** @param steps how many of its steps are done */
  private void appraise(Office office, int year, int points, int steps) {
    ProcessInstance appraisal = begin("annual-appraisal", office, year);
    String staff = Groups.staffOf(office.id());
    String government = Groups.officialsOf(office.governmentCode());
    List<Runnable> all = List.of(
        () -> step(appraisal, staff,
            Map.of("selfSummary", "促成合作项目三个，服务外出务工人员两千余人次。", "selfAssessment",
                answered(appraisal, staff, "selfAssessment", Map.of("selfPoints", String.valueOf(points), "accomplished", "按计划完成。")))),
        () -> step(appraisal, government,
            Map.of("scores", answered(appraisal, government, "scores", Map.of("points", String.valueOf(points), "reason", "已核对佐证材料。")),
                "officialsAppraised", "4", "officialsExcellent", "0", "headGrade", "COMPETENT", "opinion", "按指标评分。")),
        () -> step(appraisal, staff, Map.of("decision", "agree")), () -> step(appraisal, Groups.leaderOf(office.governmentCode()),
            Map.of("decision", "agree", "decidedAs", "AS_PROPOSED", "gradeShown", "YES", "opinion", "同意。")));
    all.subList(0, steps).forEach(Runnable::run);
    if (steps == all.size() && open(appraisal) != null) {
      attach(appraisal, office, "RECTIFICATION_EVIDENCE", "整改的证明材料", staff, "rectify");
      step(appraisal, staff, Map.of("rectification", "已补报信息，完善财务和接待制度。"));
      step(appraisal, government, Map.of("decision", "accept", "opinion", "整改到位。"));
    }
  }

  /** @return for each indicator that the form shows the same answer */
  private List<Map<String, Object>> answered(ProcessInstance process, String group, String table, Map<String, Object> answer) {
    return sample.shown(open(process), group, table).stream().map(row -> {
      Map<String, Object> filled = new HashMap<>(answer);
      filled.put("indicator", row.get("indicator"));
      return filled;
    }).toList();
  }

  private ProcessInstance begin(String procedure, Office office, int year) {
    return officials.asApplication(() -> runtime.startProcessInstanceByKey(procedure, Map.of("officeId", office.id(), "year", year)));
  }

  /** @return the task of a case at hand; null where it has ended */
  private Task open(ProcessInstance process) {
    return tasks.createTaskQuery().processInstanceBusinessKey(process.getBusinessKey()).singleResult();
  }

  private void step(ProcessInstance process, String group, Map<String, Object> values) {
    sample.complete(open(process), group, values);
  }

  private void attach(ProcessInstance process, Office office, String kind, String name, String group, String step) {
    sample.attach(process.getBusinessKey(), office.governmentCode(), kind, name, group, step);
  }
}
