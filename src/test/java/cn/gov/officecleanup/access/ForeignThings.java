package cn.gov.officecleanup.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.casefile.Opinion;
import cn.gov.officecleanup.mechanism.casefile.Opinions;
import cn.gov.officecleanup.mechanism.document.CaseDocuments;
import cn.gov.officecleanup.mechanism.document.NewDocument;
import cn.gov.officecleanup.mechanism.document.StoredDocument;
import cn.gov.officecleanup.mechanism.sheet.TableWorkbook;
import cn.gov.officecleanup.mechanism.identity.IdentitySetup;
import cn.gov.officecleanup.mechanism.identity.Officials;
import cn.gov.officecleanup.mechanism.register.AssetKind;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeAsset;
import cn.gov.officecleanup.mechanism.register.OfficeEntry;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.mechanism.register.SenderKind;
import cn.gov.officecleanup.mechanism.register.WorkKind;
import cn.gov.officecleanup.mechanism.signature.Signatures;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricDecisionInstance;
import org.camunda.bpm.engine.history.HistoricDetail;
import org.camunda.bpm.engine.history.HistoricJobLog;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.query.Query;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a county has: a case about an asset and one about a person, each with a task, documents, remarks and a job; a user. All of it
 * carries {@link Mark}s.
 */
final class ForeignThings {

  static final String COUNTY = "410225";
  static final String OTHER_COUNTY = "410181";
  /** a user of the county whom no role signs in as */
  static final String USER = "gov" + COUNTY + "Third";
  static final String PASSWORD = "Matrix-410225-a";

  private static final String OFFICIALS = "gov" + COUNTY;
  private static final String ASSET = "暗记房产甲一七";
  private static final String REMARK = "暗记备注乙二八";
  private static final String PERSONS_REMARK = "暗记谈话丁四六";
  private static final String CONTENT = "secret-content-of-the-asset-7d1f";
  private static final String PERSONS_CONTENT = "secret-content-of-the-person-9c2e";
  private static final String PERSON = "司马暗记";
  private static final String IDENTITY_NUMBER = "410102197502030012";
  /** a stroke on white, of four pixels */
  private static final byte[] SIGNATURE = Base64.getDecoder()
      .decode("iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAAAAABX3VL4AAAADklEQVR4nGP4z8DwnwEABv8B/wcrjvYAAAAASUVORK5CYII=");
  private static final String INSPECTORS = "provincialBureau";
  private static final String SECOND_INSPECTOR = "provincialBureauSecond";
  private static final String CONFIDED_REASON = "暗记线索戊五七";
  private static final String MAIL = "secret-mail-5b3a@example.gov.cn";

  private final Map<Mark, List<String>> marks = new EnumMap<>(Mark.class);
  private final Map<String, String> ordinary = new HashMap<>();
  private final Map<String, String> aboutAPerson = new HashMap<>();
  private final Map<String, String> confided = new HashMap<>();

  private final ProcessEngine engine;
  private final HistoryService history;
  private final TaskService tasks;
  private final IdentityService identity;
  private final CaseDocuments documents;
  private final Opinions opinions;
  private final Signatures signatures;
  private final Officials officials;
  private final JdbcClient jdbc;

  private ForeignThings(ApplicationContext context) {
    engine = context.getBean(ProcessEngine.class);
    history = engine.getHistoryService();
    tasks = engine.getTaskService();
    identity = engine.getIdentityService();
    documents = context.getBean(CaseDocuments.class);
    opinions = context.getBean(Opinions.class);
    signatures = context.getBean(Signatures.class);
    officials = context.getBean(Officials.class);
    jdbc = context.getBean(JdbcClient.class);
  }

  /** Makes them, and a user for each role. */
  static ForeignThings prepare(ApplicationContext context) {
    ForeignThings things = new ForeignThings(context);
    OfficeRegister register = context.getBean(OfficeRegister.class);
    enter(register, OTHER_COUNTY, SenderKind.GOVERNMENT, null);
    enter(register, "410000", SenderKind.DEPARTMENT, "农业厅");
    context.getBean(IdentitySetup.class).ensureGroupsOfDepartments();
    Office office = enter(register, COUNTY, SenderKind.GOVERNMENT, null);
    register.putAsset(office.id(), new OfficeAsset("M-1", AssetKind.EQUIPMENT, ASSET, new BigDecimal("10.00")));
    things.makeUsers();
    things.windUp(office);
    things.publish(office, context.getBean(CaseFiles.class));
    things.confide(office);
    return things;
  }

  private static Office enter(OfficeRegister register, String government, SenderKind sender, String department) {
    return register.enter(new OfficeEntry(register.nextRegisterNumber(), government + "驻郑州办事处", government, sender, department, "410100",
        "郑州市", WorkKind.GENERAL, null, null, 6, null, true));
  }

  /** Something that everybody may read. */
  private void publish(Office office, CaseFiles cases) {
    String caseNumber = cases.open("GK", "reception-disclosure", "公开", COUNTY, office.id(), null);
    jdbc.sql("insert into disclosure (case_number, office_id, disclosed_year, publish_by, served_from, served_to)"
        + " values (?, ?, 2025, date '2026-03-31', date '2025-01-01', date '2025-12-31')").params(caseNumber, office.id()).update();
    jdbc.sql("insert into disclosure_version (office_id, disclosed_year, version, case_number, state, published_on, content, content_hash)"
        + " values (?, 2025, 1, ?, 'PUBLISHED', date '2026-03-01', ?, '')").params(office.id(), caseNumber, """
          {"office": "驻郑州办事处", "government": "县", "year": 2025, "from": "2025-01-01", "to": "2025-12-31", "version": 1,
           "publishedOn": "2026-03-01", "adjustments": "0.00", "finalFigure": "0.00", "ofEarlierEvents": "0.00",
           "refundsOfEarlierPayments": "0.00", "unpaidAtYearEnd": "0.00", "nil": true, "receptions": 0, "guests": "0",
           "venues": [], "items": [], "standards": [], "apart": [], "keptBack": []}""").update();
  }

  /** Something of which nobody is to know who is not named in it, however far the office reaches. */
  private void confide(Office office) {
    makeUser(SECOND_INSPECTOR, INSPECTORS, null);
    identity.setAuthentication(INSPECTORS, List.of(INSPECTORS));
    String number;
    try {
      number = engine.getRuntimeService()
          .startProcessInstanceByKey("inspection",
              Map.of("officeId", String.valueOf(office.id()), "occasion", "CLUE", "reason", CONFIDED_REASON))
          .getBusinessKey();
    } finally {
      identity.clearAuthentication();
    }
    complete("appointTeam", INSPECTORS + "Leader",
        Map.of("leadInspector", INSPECTORS, "leadHome", "410100", "secondInspector", SECOND_INSPECTOR, "secondHome", "OTHER"));
    marks.put(Mark.CONFIDED, List.of(number, CONFIDED_REASON, "巡查" + office.name()));
    describe(confided, single("prepareVisit"), CONFIDED_REASON + "文", CONFIDED_REASON + "附", "OTHER", new ArrayList<>());
    Map<String, String> others = new HashMap<>(ordinary);
    others.putAll(confided);
    confided.putAll(others);
  }

  /** @return ids to call for, of the confided case */
  Map<String, String> valuesOfWhatIsConfided() {
    return confided;
  }

  private void makeUsers() {
    for (Role role : Role.values()) {
      if (role != Role.NOBODY && !role.isAdministrator()) {
        makeUser(role.userId(), role.group(), null);
      }
    }
    makeUser(USER, OFFICIALS, MAIL);
    marks.put(Mark.MAIL, List.of(MAIL));
    marks.put(Mark.PASSWORD,
        jdbc.sql("""
          select pwd_ from act_id_user where pwd_ is not null union select salt_ from act_id_user where salt_ is not null""")
            .query(String.class)
            .list());
  }

  private void makeUser(String id, String group, String mail) {
    if (identity.createGroupQuery().groupId(group).count() == 0) {
      throw new IllegalStateException("no group " + group);
    }
    User user = identity.newUser(id);
    user.setFirstName("");
    user.setLastName(id);
    user.setEmail(mail);
    user.setPassword(PASSWORD);
    identity.saveUser(user);
    identity.createMembership(id, group);
  }

  private void windUp(Office office) {
    ProcessInstance abolition = engine.getRuntimeService().startProcessInstanceByKey("office-abolition", Map.of("officeId", office.id()));
    complete("confirmInventory", Map.of("inventory", """
      [{"assetNumber": "M-1", "kind": "EQUIPMENT", "name": "%s", "bookValue": "10.00", "found": "FOUND", "explanation": ""}]"""
        .formatted(ASSET)));
    complete("approveInventory", OFFICIALS + "Finance", Map.of("opinion", "清查结果予以确认。"));
    complete("confirmStaff", Map.of("staff", """
      [{"name": "%s", "identityNumber": "%s", "birthDate": "1975-02-03", "gender": "MALE", "status": "CIVIL_SERVANT", "post": "主任",
        "hiredOn": "2000-01-01", "relatives": ""}]""".formatted(PERSON, IDENTITY_NUMBER)));
    runMessages();
    Task disposal = single("propose");
    Task placement = single("plan");
    List<String> hashes = new ArrayList<>();
    describe(ordinary, disposal, CONTENT, REMARK, "TECHNICAL_OPINION", hashes);
    marks.put(Mark.DOCUMENT, new ArrayList<>(hashes));
    marks.get(Mark.DOCUMENT).add(CONTENT);
    hashes.clear();
    describe(aboutAPerson, placement, PERSONS_CONTENT, PERSONS_REMARK, "STATEMENT", hashes);
    marks.put(Mark.PERSON, new ArrayList<>(hashes));
    marks.get(Mark.PERSON).addAll(List.of(PERSONS_CONTENT, PERSONS_REMARK, PERSON, IDENTITY_NUMBER));
    marks.put(Mark.NUMBER, List.of(ordinary.get("number"), abolition.getBusinessKey()));
    marks.put(Mark.NUMBER_OF_PERSONS_CASE, List.of(aboutAPerson.get("number")));
    marks.put(Mark.WORDS, List.of(ASSET, REMARK));
    for (Map<String, String> values : List.of(ordinary, aboutAPerson)) {
      values.put("office", String.valueOf(office.id()));
      values.put("user", USER);
      values.put("group", OFFICIALS);
      values.put("person", PERSON);
      values.put("other", abolition.getBusinessKey());
      values.put("filter", engine.getFilterService().createTaskFilterQuery().filterName("全部待办").singleResult().getId());
      values.put("authorization", engine.getAuthorizationService().createAuthorizationQuery().groupIdIn(OFFICIALS).list().get(0).getId());
      DecisionDefinition decision = engine.getRepositoryService().createDecisionDefinitionQuery().latestVersion().list().get(0);
      values.put("decision", decision.getId());
      values.put("decisionKey", decision.getKey());
      values.put("requirements",
          first(engine.getRepositoryService().createDecisionRequirementsDefinitionQuery(), ResourceDefinition::getId));
      values.put("decisionInstance", first(history.createHistoricDecisionInstanceQuery(), HistoricDecisionInstance::getId));
    }
  }

  private static byte[] word(String content) {
    try (XWPFDocument document = new XWPFDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      document.createParagraph().createRun().setText(content);
      document.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void describe(Map<String, String> values, Task task, String content, String remark, String kind, List<String> hashes) {
    String instance = task.getProcessInstanceId();
    String number = engine.getRuntimeService().createProcessInstanceQuery().processInstanceId(instance).singleResult().getBusinessKey();
    byte[] bytes = ("%PDF-1.4\n" + content).getBytes(UTF_8);
    StoredDocument pdf = documents.store(new NewDocument(number, COUNTY, kind, remark + ".pdf", bytes, OFFICIALS));
    byte[] workbook = new TableWorkbook().sheet(content, content, List.of(new TableWorkbook.Column(content, 20)), List.of()).toBytes();
    StoredDocument sheets = documents.store(new NewDocument(number, COUNTY, kind, remark + ".xlsx", workbook, OFFICIALS));
    StoredDocument word = documents.store(new NewDocument(number, COUNTY, kind, remark + ".docx", word(content), OFFICIALS));
    hashes.addAll(List.of(pdf.sha256(), sheets.sha256(), word.sha256()));
    values.put("number", number);
    values.put("signature", String.valueOf(signedIn(number)));
    values.put("document", pdf.id().toString());
    values.put("workbook", sheets.id().toString());
    values.put("word", word.id().toString());
    values.put("task", task.getId());
    values.put("activity", task.getTaskDefinitionKey());
    values.put("instance", instance);
    values.put("execution", task.getExecutionId());
    values.put("definition", task.getProcessDefinitionId());
    var definition = engine.getRepositoryService().getProcessDefinition(task.getProcessDefinitionId());
    values.put("key", definition.getKey());
    values.put("deployment", definition.getDeploymentId());
    values.put("resource", engine.getRepositoryService().getDeploymentResources(definition.getDeploymentId()).get(0).getId());
    values.put("comment", tasks.createComment(task.getId(), instance, remark).getId());
    values.put("attachment",
        tasks.createAttachment("text/plain", task.getId(), instance, remark, remark, new ByteArrayInputStream(bytes)).getId());
    values.put("variable", "caseTitle");
    ManagementService management = engine.getManagementService();
    values.put("variableInstance",
        first(history.createHistoricVariableInstanceQuery().processInstanceId(instance), HistoricVariableInstance::getId));
    values.put("detail", first(history.createHistoricDetailQuery().processInstanceId(instance), HistoricDetail::getId));
    values.put("activityInstance",
        first(history.createHistoricActivityInstanceQuery().processInstanceId(instance), HistoricActivityInstance::getId));
    values.put("operation",
        first(history.createUserOperationLogQuery().processInstanceId(instance), UserOperationLogEntry::getOperationId));
    values.put("job", first(management.createJobQuery().processInstanceId(instance), Job::getId));
    values.put("jobDefinition",
        first(management.createJobDefinitionQuery().processDefinitionKey(definition.getKey()), JobDefinition::getId));
    values.put("jobLog", first(history.createHistoricJobLogQuery().processInstanceId(instance), HistoricJobLog::getId));
    values.put("incident", engine.getRuntimeService().createIncident("matrix", task.getExecutionId(), "matrix").getId());
  }

  /** Has an official say something in the case. @return the number of the signature that it bears */
  private long signedIn(String number) {
    identity.setAuthentication(OFFICIALS, List.of(OFFICIALS));
    try {
      signatures.keep(SIGNATURE);
      opinions.give(number, "sign", "签署", OFFICIALS, officials.required(), null, null, "已阅。");
    } finally {
      identity.clearAuthentication();
    }
    return opinions.of(number).stream().map(Opinion::signatureId).filter(Objects::nonNull).findFirst().orElseThrow();
  }

  /** @return what the first has; of what a case has none of, a word that finds nothing */
  private static <T> String first(Query<?, T> query, Function<T, String> id) {
    return query.list().stream().findFirst().map(id).orElse("none");
  }

  private void runMessages() {
    for (List<Job> jobs = messages(); !jobs.isEmpty(); jobs = messages()) {
      jobs.forEach(job -> engine.getManagementService().executeJob(job.getId()));
    }
  }

  private List<Job> messages() {
    return engine.getManagementService().createJobQuery().messages().withRetriesLeft().list();
  }

  private Task single(String step) {
    return tasks.createTaskQuery().taskDefinitionKey(step).singleResult();
  }

  private void complete(String step, Map<String, Object> values) {
    complete(step, OFFICIALS, values);
  }

  private void complete(String step, String group, Map<String, Object> values) {
    String task = single(step).getId();
    identity.setAuthentication(group, List.of(group));
    try {
      tasks.complete(task, values);
    } finally {
      identity.clearAuthentication();
    }
  }

  /** @return what each mark looks like in an answer */
  Map<Mark, List<String>> marks() {
    return marks;
  }

  /** @return ids and words to call for, by what they are; of the case about a person or of the other one */
  Map<String, String> values(boolean ofTheCaseAboutAPerson) {
    return ofTheCaseAboutAPerson ? aboutAPerson : ordinary;
  }
}
