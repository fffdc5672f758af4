package cn.gov.officecleanup.edge.demo;

import cn.gov.officecleanup.mechanism.casefile.CaseFile;
import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.deadline.CampaignDeadlines;
import cn.gov.officecleanup.mechanism.identity.Groups;
import cn.gov.officecleanup.mechanism.ledger.AssetLedger;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.procedure.application.DocumentKind;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The cleanup as if the bureau had started it today: a campaign with its dates relative to the day, every office on its way, a report of
 * every locality open. Of the applications that wait to be drafted, one has come to the bureau and one has missed its leader's deadline and
 * is urged (督办). Of what the plan abolishes, Gongyi's office has come as far as its assets and people. Three of the offices that the plan
 * keeps have been regulated for years.
 */
@Component
@SampleOfHenan
@ConditionalOnProperty("cleanup.demo.cases")
@Order(2)
class SampleCases implements ApplicationRunner {

  private static final String AT_BUREAU = "411300";
  private static final String LATE = "410500";
  private static final String WOUND_UP = "410181";
  private final RuntimeService runtime;
  private final TaskService tasks;
  private final HistoryService history;
  private final SampleOfficials officials;
  private final SampleKeptOffices kept;
  private final ManagementService management;
  private final CampaignDeadlines dates;
  private final CaseFiles cases;
  private final OfficeRegister register;
  private final AssetLedger ledger;
  private final Clock clock;

  SampleCases(RuntimeService runtime, TaskService tasks, HistoryService history, SampleOfficials officials, SampleKeptOffices kept,
      ManagementService management, CampaignDeadlines dates, CaseFiles cases, OfficeRegister register, AssetLedger ledger, Clock clock) {
    this.runtime = runtime;
    this.tasks = tasks;
    this.history = history;
    this.officials = officials;
    this.kept = kept;
    this.management = management;
    this.dates = dates;
    this.cases = cases;
    this.register = register;
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    if (history.createHistoricProcessInstanceQuery().count() > 0) {
      return;
    }
    startTheCampaign();
    signed(AT_BUREAU);
    drafted(LATE);
    Task late = tasks.createTaskQuery().taskCandidateGroup("gov" + LATE + "Leader").singleResult();
    late.setDueDate(Date.from(clock.instant().minus(1, ChronoUnit.DAYS)));
    tasks.saveTask(late);
    windUp(WOUND_UP);
    kept.begin();
  }

  private void startTheCampaign() {
    officials.start(Groups.PROVINCIAL_BUREAU, "cleanup-campaign",
        Map.of("name", "全省清理规范工作（样例）", "applicationDeadline", dates.day("application-deadline").toString(), "cleanupDeadline",
            dates.day("cleanup-deadline").toString(), "reportDeadline", dates.day("report-deadline").toString()));
    for (List<Job> jobs = jobsOfTheCampaign(); !jobs.isEmpty(); jobs = jobsOfTheCampaign()) {
      jobs.forEach(this::run);
    }
  }

  private List<Job> jobsOfTheCampaign() {
    return management.createJobQuery().processDefinitionKey("cleanup-campaign").messages().withRetriesLeft().list();
  }

  private void run(Job job) {
    try {
      management.executeJob(job.getId());
    } catch (OptimisticLockingException | NullValueException done) {
      // the job executor was faster
    }
  }

  /**
   * The plan abolishes the office of this county-level city: its inventory and staff list are confirmed, so that its assets and people
   * wait.
   */
  private void windUp(String governmentCode) {
    Task inventory = tasks.createTaskQuery()
        .taskDefinitionKey("confirmInventory")
        .taskCandidateGroup("gov" + governmentCode)
        .singleResult();
    String caseNumber = runtime.createProcessInstanceQuery()
        .processInstanceId(inventory.getProcessInstanceId())
        .singleResult()
        .getBusinessKey();
    officials.complete(inventory, "gov" + governmentCode,
        Map.of("inventory",
            ledger.assetsOf(caseNumber)
                .stream()
                .map(asset -> Map.of("assetNumber", asset.assetNumber(), "kind", asset.kind().name(), "name", asset.name(), "bookValue",
                    asset.bookValue().toPlainString(), "found", "FOUND", "explanation", ""))
                .toList()));
    Task approval = tasks.createTaskQuery()
        .taskDefinitionKey("approveInventory")
        .taskCandidateGroup(Groups.financeOf(governmentCode))
        .singleResult();
    officials.complete(approval, Groups.financeOf(governmentCode), Map.of("opinion", "清查结果予以确认。"));
    Task staff = tasks.createTaskQuery().taskDefinitionKey("confirmStaff").taskCandidateGroup("gov" + governmentCode).singleResult();
    officials.complete(staff, "gov" + governmentCode,
        Map.of("staff",
            List.of(
                Map.of("name", "张样例", "identityNumber", "410102197502030012", "birthDate", "1975-02-03", "gender", "MALE", "status",
                    "CIVIL_SERVANT", "post", "主任", "hiredOn", "2000-01-01", "relatives", ""),
                Map.of("name", "李样例", "identityNumber", "410102198505121213", "birthDate", "1985-05-12", "gender", "MALE", "status",
                    "LOCALLY_HIRED", "post", "司机", "hiredOn", "2010-03-01", "relatives", "王样例"))));
  }

  /** @return the application that the campaign has opened for the government's office in Zhengzhou */
  private CaseFile applicationOf(String governmentCode) {
    return register.officesOf(governmentCode)
        .stream()
        .map(office -> cases.openCaseOf(office.id(), "retention-application"))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow();
  }

  private void drafted(String governmentCode) {
    CaseFile application = applicationOf(governmentCode);
    for (DocumentKind kind : List.of(DocumentKind.REQUEST, DocumentKind.MINUTES, DocumentKind.MANAGEMENT_RULES,
        DocumentKind.PARTING_PROOF)) {
      officials.attach(application.caseNumber(), governmentCode, kind.name(), kind.label(), "gov" + governmentCode, "draft");
    }
    Map<String, Object> draft = new HashMap<>(
        Map.of("reasons", "在郑务工经商人员较多，需要就近提供服务、协助处置突发事件，确需保留。", "economicCooperation", "宣传推介本市投资环境，联系在郑企业和商会，促进资源合理流动。", "socialManagement",
            "为在郑外出务工人员提供服务，协助处置突发事件和信访事项。", "publicService", "加强政务联络和信息沟通，收集研究经济社会发展政策和经验。", "receptionShare", "20", "staffEstablishment",
            "6", "managementRules", "由市政府办公室管理，每年进行绩效考核，干部每三年轮换。"));
    LocalDate today = LocalDate.now(clock);
    draft.putAll(Map.of("requestTitle", "关于保留%s的请示".formatted(register.get(application.officeId()).name()), "requestNumber",
        "样政文〔%d〕58号".formatted(today.getYear()), "requestDate", today.toString(), "minutesNumber",
        "市政府常务会议纪要〔%d〕8号".formatted(today.getYear()), "minutesDate", today.toString()));
    draft.putAll(Map.of("head", "王样例，主任", "presentStaff", "7", "floorArea", "420", "vehicles", "2", "spendingLastYear", "960000.00",
        "spendingYearBefore", "935000.00", "spendingTwoYearsBefore", "910000.00", "audited", "YES", "lastAuditOn",
        today.minusYears(1).toString(), "auditConclusion", "未发现违规问题。"));
    draft.put("entities", entities(application.officeId()));
    complete(application.caseNumber(), "gov" + governmentCode, draft);
  }

  private void signed(String governmentCode) {
    drafted(governmentCode);
    Task sign = tasks.createTaskQuery().taskCandidateGroup("gov" + governmentCode + "Leader").singleResult();
    officials.complete(sign, "gov" + governmentCode + "Leader", Map.of("decision", "sign", "opinion", "同意，报省机关事务管理局审核。"));
  }

  private List<Map<String, String>> entities(long officeId) {
    return register.businessEntitiesOf(officeId)
        .stream()
        .map(entity -> Map.of("name", entity.name(), "kind", entity.kind().name(), "partedOn", "", "partBy",
            LocalDate.now(clock).plusMonths(3).toString()))
        .toList();
  }

  private void complete(String caseNumber, String user, Map<String, Object> values) {
    officials.complete(tasks.createTaskQuery().processInstanceBusinessKey(caseNumber).singleResult(), user, values);
  }
}
