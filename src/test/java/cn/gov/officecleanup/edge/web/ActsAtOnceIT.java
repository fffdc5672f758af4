package cn.gov.officecleanup.edge.web;

import static cn.gov.officecleanup.procedure.application.Applicant.soundDraft;
import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.officecleanup.procedure.abolition.SampleOffice;
import cn.gov.officecleanup.procedure.application.Applicant;
import cn.gov.officecleanup.procedure.campaign.Campaigns;
import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.document.CaseDocuments;
import cn.gov.officecleanup.mechanism.document.NewDocument;
import cn.gov.officecleanup.mechanism.identity.Groups;
import cn.gov.officecleanup.mechanism.identity.SignInLocks;
import cn.gov.officecleanup.mechanism.platform.EngineClock;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.procedure.report.LocalityReports;
import cn.gov.officecleanup.procedure.report.Reporting;
import cn.gov.officecleanup.testkit.EngineTests;
import cn.gov.officecleanup.testkit.SignedInOfficial;
import com.fasterxml.jackson.databind.ObjectMapper;
import cn.gov.officecleanup.mechanism.reporter.Reporter;
import cn.gov.officecleanup.mechanism.reporter.Reporters;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every act of the product, done by four at once through the application's own HTTP interface: what may happen once happens once, nobody
 * meets a failure of the system, and who comes second is told the rule that holds now. The acts are those that change something by the
 * resources' own annotations, and the starts of all procedures that have a start form; one without an entry here fails.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"server.address=127.0.0.1", "cleanup.admin.password=Acts-At-Once-1", "spring.datasource.url=jdbc:h2:mem:acts-at-once",
        "camunda.bpm.job-execution.enabled=false", "cleanup.campaign.application-deadline=P20D", "cleanup.campaign.cleanup-deadline=P60D",
        "cleanup.campaign.report-deadline=P75D"})
class ActsAtOnceIT {

  private static final int AT_ONCE = 4;
  private static final String PASSWORD = "Acts-At-Once-1";
  private static final String GOVERNMENT = "410300";
  private static final String OFFICIALS = "gov" + GOVERNMENT;
  private static final String LEADERS = OFFICIALS + "Leader";
  private static final String COUNTY = "410225";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ENGINE = "/camunda/api/engine/engine/default";
  private static final String IMPORTED = "登记编号,机构名称,派出地政府代码,派出主体,驻在城市代码,驻在城市,工作类别,人员编制\n试0001,试驻郑办,410400,政府,410100,郑州市,一般,6\n";
  private static final String NOBODY = "(?!)";
  private static final String UNDER_WAY = "正在办理|选项可能刚刚变化";

  /** they change nothing: they draw up, read or judge what is sent along */
  private static final Set<String> READING = Set.of("POST /tasks/{taskId}/previews/{name}", "POST /tasks/{taskId}/rows/{name}",
      "POST /tasks/{taskId}/form/unlawful", "POST /together/offer", "POST /administration/import/preview");
  /** each asks for a new file or check of the state of that moment, or registers another person, so that two are not one too many */
  private static final Set<String> AS_OFTEN_AS_WANTED = Set.of("start register-export", "start ledger-audit", "start year-overview",
      "start staff-posting", "start official-reception", "start complaint-handling");

  private static final Map<String, SignedInOfficial> SIGNED_IN = new HashMap<>();

  @LocalServerPort
  private int port;
  @Autowired
  private ProcessEngine engine;
  @Autowired
  private RuntimeService runtime;
  @Autowired
  private Reporters reporters;
  @Autowired
  private IdentityService identity;
  @Autowired
  private RepositoryService repository;
  @Autowired
  private OfficeRegister register;
  @Autowired
  private CaseFiles caseFiles;
  @Autowired
  private CaseDocuments documents;
  @Autowired
  private Campaigns campaigns;
  @Autowired
  private LocalityReports reports;
  @Autowired
  private JdbcClient jdbc;
  @Autowired
  private SignInLocks locks;
  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  private RequestMappingHandlerMapping mappings;

  /** One request. */
  private record Call(String method, String path, String contentType, String body) {

    static Call of(String method, String path, Object body) throws Exception {
      return new Call(method, path, "application/json", body == null ? null : JSON.writeValueAsString(body));
    }
  }

  /**
   * What four do at once.
   *
   * @param who user ids, in the order in which they ask, again from the first
   * @param calls what they ask for, in the same way
   * @param count tells how often it has happened
   * @param effects how often it may happen
   * @param told regular expression for what those are told who come too late
   */
  private record Act(List<String> who, List<Call> calls, Supplier<Long> count, int effects, String told) {
  }

  @FunctionalInterface
  private interface Setting {
    Act prepared() throws Exception;
  }

  @BeforeEach
  void everybodyIsThere() throws Exception {
    AbstractAssertions.init(engine);
    if (SIGNED_IN.isEmpty()) {
      for (Map.Entry<String, List<String>> group : Map
          .of(OFFICIALS, List.of("wang", "li", "zhao", "qian"), LEADERS, List.of("sun", "zhou"), "provincialBureau", List.of("wu", "zheng"),
              "audit", List.of("feng"), OFFICIALS + "Petition", List.of("jiang"), "gov" + COUNTY, List.of("chen"), "camunda-admin",
              List.of("he", "lv"), "securityAdministrators", List.of("shi", "zhang"))
          .entrySet()) {
        for (String user : group.getValue()) {
          enter(user, group.getKey());
          String application = Groups.ADMINISTRATION.contains(group.getKey()) ? "admin" : "tasklist";
          SIGNED_IN.put(user, new SignedInOfficial(port, user, PASSWORD, application));
        }
      }
    }
  }

  @AfterEach
  void theyGo() {
    AbstractAssertions.reset();
  }

  private void enter(String user, String group) {
    User entered = identity.newUser(user);
    entered.setLastName(user);
    entered.setPassword(PASSWORD);
    identity.saveUser(entered);
    identity.createMembership(user, group);
  }

  @Test
  void everyActIsDriven() {
    Set<String> driven = new TreeSet<>(settings().keySet());
    driven.addAll(READING);
    assertThat(driven).containsAll(acts());
  }

  @TestFactory
  Stream<DynamicTest> doneByFourAtOnce() {
    return settings().entrySet().stream().map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
      Act act = entry.getValue().prepared();
      long before = act.count.get();
      List<HttpResponse<String>> answers = atOnce(act);
      assertThat(act.count.get() - before).as("effects, with answers %s", answers.stream().map(ActsAtOnceIT::told).toList())
          .isEqualTo(act.effects);
      assertThat(answers).anyMatch(ActsAtOnceIT::succeeded);
      assertThat(answers.stream().filter(answer -> !succeeded(answer)).toList()).allSatisfy(late -> {
        assertThat(late.body()).as(told(late)).doesNotContain("系统出错").containsPattern(act.told);
        if (late.uri().getPath().startsWith(SignedIn.PATH)) {
          assertThat(late.statusCode()).isLessThan(500);
        }
      });
    }));
  }

  /** What may be asked for as often as wanted happens as often as it was asked for, no less. */
  private int times(String act) {
    return AS_OFTEN_AS_WANTED.contains(act) ? AT_ONCE : 1;
  }

  private Set<String> acts() {
    Set<String> acts = new TreeSet<>();
    mappings.getHandlerMethods().forEach((info, handler) -> {
      if (handler.getBeanType().getPackage().equals(getClass().getPackage())) {
        info.getMethodsCondition()
            .getMethods()
            .stream()
            .filter(method -> method != RequestMethod.GET)
            .forEach(method -> paths(info).forEach(path -> acts.add(method + " " + path.replace(SignedIn.PATH, ""))));
      }
    });
    assertThat(acts).hasSizeGreaterThan(10);
    repository.createProcessDefinitionQuery()
        .latestVersion()
        .list()
        .stream()
        .filter(ProcessDefinition::hasStartFormKey)
        .forEach(definition -> acts.add("start " + definition.getKey()));
    return acts;
  }

  private static Set<String> paths(RequestMappingInfo info) {
    return info.getPatternValues();
  }

  private Map<String, Setting> settings() {
    Map<String, Setting> settings = new TreeMap<>();
    serviceAccounts(settings);
    settings.put("POST /tasks/{taskId}/transfer", () -> {
      String task = atDraft();
      return act(List.of("wang", "li"), Call.of("POST", own("/tasks/" + task + "/transfer"), Map.of("to", "qian", "words", "出差")),
          opinions("transfer"), 1, "已由“.+”于.+签收");
    });
    settings.put("POST /tasks/{taskId}/return",
        () -> act(List.of("sun", "zhou"),
            Call.of("POST", own("/tasks/" + atSign().task("sign").getId() + "/return"), Map.of("to", "draft", "words", "请补充理由")),
            decisions("returned"), 1, "该任务已由“.+”于.+退回"));
    settings.put("POST /tasks/{taskId}/opinion-request",
        () -> act(List.of("wang", "li"),
            Call.of("POST", own("/tasks/" + atDraft() + "/opinion-request"), Map.of("others", List.of(LEADERS), "words", "是否妥当？")),
            running("opinion-request"), 1, "正在征求意见"));
    settings.put("DELETE /tasks/{taskId}/opinion-request", () -> {
      String request = own("/tasks/" + atDraft() + "/opinion-request");
      succeed("wang", Call.of("POST", request, Map.of("others", List.of(LEADERS), "words", "是否妥当？")));
      return act(List.of("wang", "li"), Call.of("DELETE", request, null), running("opinion-request"), -1, NOBODY);
    });
    settings.put("POST /tasks/{taskId}/assistance",
        () -> act(List.of("wang", "li"),
            Call.of("POST", own("/tasks/" + atDraft() + "/assistance"), Map.of("others", List.of("colleague:qian"), "words", "请整理附件")),
            running("assistance"), 1, "正在协办"));
    settings.put("DELETE /tasks/{taskId}/assistance", () -> {
      String assistance = own("/tasks/" + atDraft() + "/assistance");
      succeed("wang", Call.of("POST", assistance, Map.of("others", List.of("colleague:qian"), "words", "请整理附件")));
      return act(List.of("wang", "li"), Call.of("DELETE", assistance, null), running("assistance"), -1, NOBODY);
    });
    settings.put("POST /tasks/{taskId}/circulation",
        () -> act(List.of("wang", "li"),
            Call.of("POST", own("/tasks/" + atDraft() + "/circulation"), Map.of("others", List.of("supervisors"), "words", "请阅")),
            running("case-circulation"), 1, "尚未阅知"));
    settings.put("POST /tasks/{taskId}/comment", () -> act(List.of("wang"),
        Call.of("POST", own("/tasks/" + atDraft() + "/comment"), Map.of("words", "已电话核实")), opinions("comment"), 1, "刚才已经写过"));
    Map<String, Object> moreTime = Map.of("kind", "EXTENSION", "workingDays", 5, "words", "等待评估报告");
    settings.put("POST /tasks/{taskId}/more-time", () -> act(List.of("wang", "li"),
        Call.of("POST", own("/tasks/" + changeDraft() + "/more-time"), moreTime), running("deadline-extension"), 1, "已经申请延期"));
    settings.put("DELETE /tasks/{taskId}/more-time", () -> {
      String request = own("/tasks/" + changeDraft() + "/more-time");
      succeed("wang", Call.of("POST", request, moreTime));
      return act(List.of("wang", "li"), Call.of("DELETE", request, null), running("deadline-extension"), -1, "没有待决定的申请");
    });
    settings.put("POST /cases/{caseNumber}/more-time", () -> act(List.of("wang", "li"),
        Call.of("POST", own("/cases/" + changeCase() + "/more-time"), moreTime), running("deadline-extension"), 1, "已经申请延期"));
    settings.put("DELETE /cases/{caseNumber}/more-time", () -> {
      String request = own("/cases/" + changeCase() + "/more-time");
      succeed("wang", Call.of("POST", request, moreTime));
      return act(List.of("wang", "li"), Call.of("DELETE", request, null), running("deadline-extension"), -1, "没有待决定的申请");
    });
    settings
        .put("POST /together",
            () -> act(List.of("sun", "zhou"), Call.of("POST", own("/together"),
                Map.of("step", "three-level-approval:sign", "rows",
                    List.of(Map.of("taskId", atSign().task("sign").getId(), "values", Map.of("decision", "sign", "opinion", "同意上报。"))))),
                opinions("sign"), 1, NOBODY));
    settings.put("POST /cases/{caseNumber}/recall", () -> act(List.of("wang"),
        Call.of("POST", own("/cases/" + atSign().caseNumber() + "/recall"), null), decisions("recalled"), 1, "不能撤回"));
    settings.put("return against recall", () -> {
      Applicant applicant = atSign();
      Act act = act(List.of("sun", "wang"),
          Call.of("POST", own("/tasks/" + applicant.task("sign").getId() + "/return"), Map.of("to", "draft", "words", "请补充理由")),
          () -> decisions("returned").get() + decisions("recalled").get(), 1, "不能撤回|该任务已由“.+”于.+(退回|撤回)");
      return new Act(act.who, List.of(act.calls.get(0), Call.of("POST", own("/cases/" + applicant.caseNumber() + "/recall"), null)),
          act.count, act.effects, act.told);
    });
    settings.put("POST /cases/{caseNumber}/urging", () -> act(List.of("wang", "li"),
        Call.of("POST", own("/cases/" + atSign().caseNumber() + "/urging"), Map.of("words", "请抓紧")), opinions("urge"), 1, "今天已经催办"));
    settings.put("POST /cases/{caseNumber}/links", () -> {
      String one = caseOf(atDraft());
      String other = caseOf(atDraft());
      return new Act(List.of("wang", "li"), List.of(Call.of("POST", own("/cases/" + one + "/links"), Map.of("to", other, "words", "同一城市")),
          Call.of("POST", own("/cases/" + other + "/links"), Map.of("to", one, "words", "同一城市"))), rows("case_link"), 1, "已经关联");
    });
    settings.put("DELETE /cases/{caseNumber}/links/{other}", () -> {
      String one = caseOf(atDraft());
      String other = caseOf(atDraft());
      succeed("wang", Call.of("POST", own("/cases/" + one + "/links"), Map.of("to", other, "words", "同一城市")));
      return act(List.of("wang"), Call.of("DELETE", own("/cases/" + one + "/links/" + other), null), rows("case_link"), -1, "已经取消");
    });
    settings.put("POST /signature", () -> act(List.of("wang"), signature(), rows("signature"), 1, NOBODY));
    settings.put("PUT /phrases",
        () -> act(List.of("wang"), Call.of("PUT", own("/phrases"), Map.of("own", List.of("情况属实，同意。"))), rows("own_phrase"), 1, "另一窗口"));
    settings.put("DELETE /signature", () -> {
      succeed("wang", signature());
      return act(List.of("wang"), Call.of("DELETE", own("/signature"), null),
          () -> jdbc.sql("select count(*) from signature where withdrawn_at is not null").query(Long.class).single(), 1, NOBODY);
    });
    settings.put("POST /tasks/{taskId}/documents", () -> act(List.of("wang", "li"), upload(atDraft()), rows("document"), 1, NOBODY));
    settings.put("DELETE /documents/{id}", () -> {
      String document = JSON.readTree(succeed("wang", upload(atDraft())).body()).get("id").asText();
      return act(List.of("wang"), Call.of("DELETE", own("/documents/" + document), null), rows("document"), -1, "没有您要找的");
    });
    settings.put("PUT /documents/{id}/kind", () -> {
      String document = JSON.readTree(succeed("wang", upload(atDraft())).body()).get("id").asText();
      return act(List.of("wang"), Call.of("PUT", own("/documents/" + document + "/kind?kind=OTHER"), null),
          () -> jdbc.sql("select count(*) from document where kind = 'OTHER'").query(Long.class).single(), 1, NOBODY);
    });
    settings.put("PUT /tasks/{taskId}/draft", () -> act(List.of("wang"),
        Call.of("PUT", own("/tasks/" + atDraft() + "/draft?version=0"), Map.of("reasons", "写了一半")), rows("form_draft"), 1, "已于.+保存此表单"));
    settings.put("DELETE /tasks/{taskId}/draft", () -> {
      String draft = own("/tasks/" + atDraft() + "/draft");
      succeed("wang", Call.of("PUT", draft + "?version=0", Map.of("reasons", "写了一半")));
      return act(List.of("wang"), Call.of("DELETE", draft, null), rows("form_draft"), -1, NOBODY);
    });
    settings.put("PUT /procedures/{key}/draft",
        () -> act(List.of("wang"), Call.of("PUT", own("/procedures/office-abolition/draft?version=0"), Map.of("reasons", "写了一半")),
            rows("form_draft"), 1, "已于.+保存此表单"));
    settings.put("DELETE /procedures/{key}/draft", () -> {
      String draft = own("/procedures/retention-change/draft");
      succeed("wang", Call.of("PUT", draft + "?version=0", Map.of("reasons", "写了一半")));
      return act(List.of("wang"), Call.of("DELETE", draft, null), rows("form_draft"), -1, NOBODY);
    });
    settings.put("claim", () -> {
      String task = atDraft();
      Act act = act(List.of("wang", "li", "zhao", "qian"), null,
          () -> jdbc.sql("select count(*) from act_ru_task where id_ = ? and assignee_ is not null").param(task).query(Long.class).single(),
          1, "已由“.+”于.+签收");
      List<Call> calls = new ArrayList<>();
      for (String user : act.who) {
        calls.add(Call.of("POST", ENGINE + "/task/" + task + "/claim", Map.of("userId", user)));
      }
      return new Act(act.who, calls, act.count, act.effects, act.told);
    });
    settings.put("unclaim", () -> {
      String task = atDraft();
      succeed("wang", Call.of("POST", ENGINE + "/task/" + task + "/claim", Map.of("userId", "wang")));
      return act(List.of("wang"), Call.of("POST", ENGINE + "/task/" + task + "/unclaim", Map.of()),
          () -> jdbc.sql("select count(*) from act_ru_task where id_ = ? and assignee_ is not null").param(task).query(Long.class).single(),
          -1, NOBODY);
    });
    settings.put("complete", () -> act(List.of("wang", "li"),
        Call.of("POST", ENGINE + "/task/" + atDraft() + "/submit-form", variables(soundDraft())), opinions("draft"), 1, "该任务已由“.+”于.+办结"));
    administration(settings);
    starts(settings);
    return settings;
  }

  private void administration(Map<String, Setting> settings) {
    List<String> makers = List.of("he", "lv");
    List<String> grantors = List.of("shi", "zhang");
    String decided = "刚刚由他人办理|已经处理|没有账号";
    settings.put("POST /administration/officials", () -> act(makers, account("new1"), users("new1"), 1, "刚刚由他人办理|已有人使用"));
    // what is sent stands in the text as the characters of its bytes' numbers
    String rows = new String("账号,姓名,用户组\nnew2,新来,督查人员\n".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    settings.put("POST /administration/import",
        () -> act(makers,
            new Call("POST", own("/administration/import"), "multipart/form-data; boundary=x",
                "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\nContent-Type: text/csv\r\n\r\n" + rows
                    + "\r\n--x--\r\n"),
            users("new2"), 1, NOBODY));
    settings.put("PUT /administration/officials/{account}", () -> {
      succeed("he", account("new3"));
      return act(makers, Call.of("PUT", own("/administration/officials/new3"), Map.of("name", "改过", "mail", "")),
          () -> identity.createUserQuery().userLastName("改过").count(), 1, decided);
    });
    settings.put("POST /administration/officials/{account}/password", () -> {
      succeed("he", account("new4"));
      String before = jdbc.sql("select pwd_ from act_id_user where id_ = 'new4'").query(String.class).single();
      return act(makers, Call.of("POST", own("/administration/officials/new4/password"), null),
          () -> jdbc.sql("select count(*) from act_id_user where id_ = 'new4' and pwd_ <> ?").param(before).query(Long.class).single(), 1,
          decided);
    });
    settings.put("POST /administration/officials/{account}/unlock", () -> {
      succeed("he", account("new5"));
      for (int i = 0; i < SignInLocks.FAILURES; i++) {
        locks.enter("new5", "203.0.113.5");
      }
      return act(makers, Call.of("POST", own("/administration/officials/new5/unlock"), null), () -> (long) locks.locked().size(), -1,
          decided);
    });
    settings.put("DELETE /administration/officials/{account}", () -> {
      succeed("he", account("new6"));
      return act(makers, Call.of("DELETE", own("/administration/officials/new6"), null), users("new6"), -1, decided);
    });
    settings.put("PUT /administration/groups/{group}/members/{account}", () -> {
      succeed("he", account("new7"));
      return act(grantors, Call.of("PUT", own("/administration/groups/discipline/members/new7"), null), memberships("new7"), 1,
          decided + "|不必重复加入");
    });
    settings.put("DELETE /administration/groups/{group}/members/{account}", () -> {
      succeed("he", account("new8"));
      succeed("shi", Call.of("PUT", own("/administration/groups/discipline/members/new8"), null));
      return act(grantors, Call.of("DELETE", own("/administration/groups/discipline/members/new8"), null), memberships("new8"), -1,
          decided);
    });
    for (String how : List.of("grant", "decline")) {
      settings.put("POST /administration/wishes/" + how, () -> {
        String user = "to" + how;
        succeed("he", account(user));
        return act(grantors, Call.of("POST", own("/administration/wishes/" + how),
            Map.of("wishes", List.of(Map.of("account", user, "group", Groups.SUPERVISORS)))), rows("group_wish"), -1, NOBODY);
      });
    }
  }

  private static Call account(String account) throws Exception {
    return Call.of("POST", own("/administration/officials"),
        Map.of("account", account, "name", "新来", "mail", "", "groups", List.of(Groups.SUPERVISORS)));
  }

  private Supplier<Long> users(String account) {
    return () -> identity.createUserQuery().userId(account).count();
  }

  private Supplier<Long> memberships(String account) {
    return () -> identity.createGroupQuery().groupMember(account).count();
  }

  private void starts(Map<String, Setting> settings) {
    settings.put("start retention-application", () -> start("retention-application", List.of("wang", "li"),
        Map.of("officeId", String.valueOf(SampleOffice.enter(register, GOVERNMENT).id())), cases("retention-application"), UNDER_WAY));
    settings.put("start office-abolition",
        () -> start("office-abolition", List.of("wang", "li"),
            Map.of("officeId", String.valueOf(SampleOffice.enter(register, GOVERNMENT).id()), "reason", "职能已经消失"),
            cases("office-abolition"), UNDER_WAY));
    settings.put("start entity-decoupling",
        () -> start("entity-decoupling", List.of("wang", "li"),
            Map.of("officeId", String.valueOf(SampleOffice.enter(register, GOVERNMENT).id()), "entityName", "龙门宾馆", "entityKind", "HOTEL"),
            cases("entity-decoupling"), UNDER_WAY));
    settings.put("start inspection-plan", () -> start("inspection-plan", List.of("wu"),
        Map.of("planYear", "2026", "byRisk", "1", "byChance", "1"), cases("inspection-plan"), UNDER_WAY));
    Map<String, String> complaint = Map.of("channel", "HOTLINE", "receivedOn", "2015-07-01");
    settings.put("start complaint-handling",
        () -> start("complaint-handling", List.of("jiang"), complaint, cases("complaint-handling"), NOBODY));
    settings.put("POST /cases/{caseNumber}/reporter", () -> {
      String received = complained(complaint);
      return act(List.of("jiang"), Call.of("POST", own("/cases/" + received + "/reporter"), Map.of("reason", "核对诉求需要。")),
          counted("select count(*) from audit_event where kind = 'PERSONAL_DATA' and subject = ?", received), AT_ONCE, NOBODY);
    });
    settings.put("POST /cases/{caseNumber}/query-code", () -> {
      String received = complained(complaint);
      return act(List.of("jiang"), Call.of("POST", own("/cases/" + received + "/query-code"), null),
          counted("select count(*) from query_code where case_number = ?", received), 1, NOBODY);
    });
    // a colleague may inspect the same office: neither is to know of the other
    settings.put("start inspection",
        () -> start("inspection", List.of("wu"),
            Map.of("officeId", String.valueOf(SampleOffice.enter(register, GOVERNMENT).id()), "occasion", "CLUE", "reason", "群众来信反映。"),
            cases("inspection"), UNDER_WAY));
    settings.put("start disclosure-correction", () -> {
      long office = SampleOffice.enter(register, GOVERNMENT).id();
      String published = caseFiles.open("GK", "reception-disclosure", "公开", GOVERNMENT, office, null);
      jdbc.sql("insert into disclosure (case_number, office_id, disclosed_year, publish_by, served_from, served_to)"
          + " values (?, ?, 2014, date '2015-03-31', date '2014-01-01', date '2014-12-31')").params(published, office).update();
      jdbc.sql(
          "insert into disclosure_version (office_id, disclosed_year, version, case_number, state, published_on, content, content_hash)"
              + " values (?, 2014, 1, ?, 'PUBLISHED', date '2015-03-01', '{}', '')")
          .params(office, published)
          .update();
      return start("disclosure-correction", List.of("wang", "li"), Map.of("disclosure", office + "/2014", "correctionKind", "CORRECT",
          "knownOn", LocalDate.now().toString(), "correctionReason", "一笔付款重复记账"), cases("reception-disclosure"), UNDER_WAY);
    });
    settings.put("start appraisal-correction", () -> {
      long office = SampleOffice.enter(register, GOVERNMENT).id();
      String decided = caseFiles.open("KH", "annual-appraisal", "考核", GOVERNMENT, office, null);
      jdbc.sql("insert into appraisal (case_number, office_id, appraised_year, months, result_by, score, proposed_grade, decided_grade,"
          + " decided_on) values (?, ?, 2016, 12, date '2017-03-31', 86.40, 'QUALIFIED', 'QUALIFIED', date '2017-03-01')")
          .params(decided, office)
          .update();
      jdbc.sql(
          "insert into appraisal_fact (case_number, ordinal, counted, what, told, veto) values (?, 1, false, '接待', '超标准', 'RECEPTION')")
          .param(decided)
          .update();
      return start("appraisal-correction", List.of("wang", "li"), Map.of("officeId", String.valueOf(office), "year", "2016"),
          cases("appraisal-correction"), UNDER_WAY);
    });
    settings.put("start official-reception", () -> {
      long office = keptOffice();
      List<String> staff = List.of("gao", "lin");
      for (String user : staff) {
        enter(user, Groups.staffOf(office));
        SIGNED_IN.put(user, new SignedInOfficial(port, user, PASSWORD, "tasklist"));
      }
      return start("official-reception", staff, Map.of("officeId", String.valueOf(office)), cases("official-reception"), NOBODY);
    });
    settings.put("start reception-revocation", () -> start("reception-revocation", List.of("wang", "li"),
        Map.of("approvedReception", approvedReception(), "reason", "来访取消"), opinions("revoke"), "不能撤销|选项可能刚刚变化"));
    settings
        .put("start reception-budget",
            () -> start(
                "reception-budget", List.of("wang", "li"), Map.of("officeId", String.valueOf(keptOffice()), "budgetYear", "2026",
                    "budgetEntry", "BUDGET", "budgetAmount", "50000.00", "budgetDocument", "洛财预〔2026〕3号"),
                rows("reception_budget_entry"), "已经登记"));
    settings
        .put("start reception-standard",
            () -> start(
                "reception-standard", List.of("wang", "li"), Map.of("officeId", String.valueOf(keptOffice()), "guestClass", "OTHER",
                    "perPerson", "60.00", "validFrom", "2026-01-01", "standardDocument", "洛财行〔2026〕1号"),
                rows("reception_standard"), "已经登记"));
    settings.put("start reception-refund",
        () -> start(
            "reception-refund", List.of("wang", "li"), Map.of("refundedPayment", String.valueOf(paidReception()), "refundAmount", "60.00",
                "refundedOn", LocalDate.now(EngineClock.ZONE).toString(), "refundDocument", "退2015-1"),
            rows("reception_refund"), "尚未退回的|选项可能刚刚变化"));
    settings.put("start reception-supplier", () -> start("reception-supplier", List.of("wang", "li"),
        Map.of("governmentCode", GOVERNMENT, "supplierName", "市政府机关食堂", "supplierKind", "CANTEEN"), rows("reception_supplier"), "已经登记"));
    settings.put("start office-establishment",
        () -> start("office-establishment", List.of("wang", "li"),
            Map.of("governmentCode", GOVERNMENT, "officeName", "驻西安市办事处", "hostCityCode", "610100", "hostCityName", "西安市"),
            cases("office-establishment"), UNDER_WAY));
    settings.put("start retention-change", () -> start("retention-change", List.of("wang", "li"),
        Map.of("officeId", String.valueOf(keptOffice()), "changeKind", "NAME"), cases("retention-change"), UNDER_WAY));
    settings.put("start staff-posting", () -> start("staff-posting", List.of("wang", "li"),
        Map.of("officeId", String.valueOf(SampleOffice.enter(register, GOVERNMENT).id())), cases("staff-posting"), NOBODY));
    settings.put("start posting-change",
        () -> start("posting-change", List.of("wang", "li"),
            Map.of("posting", posted(), "postingChange", "LEFT", "changedOn", LocalDate.now().toString(), "words", "已经调离"),
            opinions("posting-changed"), "选项可能刚刚变化"));
    settings.put("start application-withdrawal", () -> start("application-withdrawal", List.of("wang", "li"),
        Map.of("caseNumber", caseOf(atDraft()), "reason", "不再需要"), opinions("withdraw"), "不能撤回|选项可能刚刚变化"));
    settings.put("start case-urging", () -> start("case-urging", List.of("wang", "li"),
        Map.of("urgedCase", atSign().caseNumber(), "words", "请抓紧办理"), opinions("urge"), "今天已经催办|选项可能刚刚变化"));
    settings.put("start substitution", () -> start("substitution", List.of("zhao"), substitution(20), rows("substitution"), "已委托“"));
    settings.put("start substitution-end", () -> {
      succeed("qian", startCall("substitution", substitution(40)));
      String open = jdbc.sql("select process_instance_id from substitution where absent = 'qian' and ended_at is null")
          .query(String.class)
          .single();
      return start("substitution-end", List.of("qian"), Map.of("substitution", open),
          () -> jdbc.sql("select count(*) from substitution where ended_at is not null").query(Long.class).single(),
          "没有这项尚未结束的委托|选项可能刚刚变化");
    });
    settings
        .put("start register-import",
            () -> start("register-import", List.of("wu", "zheng"), Map.of("file", Map.of("type", "File", "value",
                Base64.getEncoder().encodeToString(IMPORTED.getBytes(StandardCharsets.UTF_8)), "valueInfo", Map.of("filename", "登记册.csv"))),
                cases("register-import"), UNDER_WAY));
    settings.put("start import-withdrawal", () -> start("import-withdrawal", List.of("wu", "zheng"),
        Map.of("importCase", keptImport(), "reason", "文件有误"), cases("import-withdrawal"), "已经撤回|选项可能刚刚变化"));
    settings.put("start register-export",
        () -> start("register-export", List.of("wu", "zheng"), Map.of(), cases("register-export"), NOBODY));
    settings.put("start year-overview",
        () -> start("year-overview", List.of("wu", "zheng"), Map.of("year", "2016"), cases("year-overview"), NOBODY));
    settings.put("start ledger-audit", () -> start("ledger-audit", List.of("feng"), Map.of(), cases("ledger-audit"), NOBODY));
    settings.put("start calendar-loading", () -> start("calendar-loading", List.of("wu"),
        Map.of("year", Map.of("type", "Integer", "value", 2029)), cases("calendar-loading"), UNDER_WAY));
    settings.put("start template-revision",
        () -> start("template-revision", List.of("wu"), Map.of("template", "CLOSURE_REPORT"), cases("template-revision"), UNDER_WAY));
    settings.put("start abolition-by-disposition", () -> {
      SampleOffice.enter(register, COUNTY);
      return start("abolition-by-disposition", List.of("wu", "zheng"), Map.of(), cases("office-abolition"), NOBODY);
    });
    LocalDate today = LocalDate.now(EngineClock.ZONE);
    settings.put("start cleanup-campaign",
        () -> start("cleanup-campaign", List.of("wu", "zheng"),
            Map.of("name", "清理规范", "cleanupDeadline", today.plusDays(90).toString(), "reportDeadline", today.plusDays(110).toString()),
            rows("campaign"), "正在进行"));
    // by its name after the start of the campaign in which it reports
    settings.put("start report-correction", () -> {
      EngineTests.runDueJobs();
      Reporting report = Reporting.of(campaigns.running().orElseThrow().caseNumber(), reports).get(GOVERNMENT);
      Map<String, Object> sound = report.sound();
      // the sample's day is of the year of the plan
      sound.computeIfPresent("offices", (field, offices) -> offices.toString().replace("2016-03-31", today.plusDays(80).toString()));
      report.official("fill", sound).signs("sign");
      return start("report-correction", List.of("wang", "li"), Map.of("reportCase", report.caseNumber(), "reason", "漏报一项"),
          opinions("reopen"), "不能提出更正|选项可能刚刚变化");
    });
  }

  /** @return number of the case of an import that is in the register */
  private void serviceAccounts(Map<String, Setting> settings) {
    settings.put("POST /service-accounts",
        () -> act(List.of("shi", "zhang"), serviceAccount("平台"), rows("service_account"), 1, "已有名为“平台”的服务账号"));
    settings.put("DELETE /service-accounts/{account}", () -> {
      succeed("shi", serviceAccount("另一平台"));
      long account = jdbc.sql("select id from service_account where current_name = '另一平台'").query(Long.class).single();
      return act(List.of("shi", "zhang"), Call.of("DELETE", own("/service-accounts/" + account), null),
          () -> jdbc.sql("select count(*) from audit_event where kind = 'REVOKED' and subject = ?")
              .param("service:" + account)
              .query(Long.class)
              .single(),
          1, "已经收回");
    });
  }

  private static Call serviceAccount(String name) throws Exception {
    return Call.of("POST", own("/service-accounts"), Map.of("name", name, "purpose", "汇总进度", "groups", List.of("audit"), "expiresOn",
        LocalDate.now(EngineClock.ZONE).plusDays(30).toString()));
  }

  private String keptImport() {
    String bureau = Groups.PROVINCIAL_BUREAU;
    EngineTests.as(bureau, bureau);
    String caseNumber = runtime
        .startProcessInstanceByKey("register-import",
            Map.of("file",
                Variables.fileValue("登记册.csv").file(IMPORTED.replace("试0001", "试0002").getBytes(StandardCharsets.UTF_8)).create()))
        .getBusinessKey();
    EngineTests.complete(caseNumber, "checkPreview", bureau, Map.of("decision", "keep"));
    EngineTests.runDueJobs();
    return caseNumber;
  }

  private static Map<String, Object> substitution(int inDays) {
    LocalDate first = LocalDate.now(EngineClock.ZONE).plusDays(inDays);
    return Map.of("substitute", "li", "firstDay", first.toString(), "lastDay", first.plusDays(2).toString(), "words", "出差");
  }

  /** @return number of a complaint that was received, by somebody who is known */
  private String complained(Map<String, String> complaint) {
    identity.setAuthentication("jiang", List.of(OFFICIALS + "Petition"));
    try {
      String received = runtime.startProcessInstanceByKey("complaint-handling", Map.copyOf(complaint)).getBusinessKey();
      reporters.keep(received, OFFICIALS + "Petition", new Reporter("某某某", null, null));
      return received;
    } finally {
      identity.clearAuthentication();
    }
  }

  private Supplier<Long> counted(String sql, String parameter) {
    return () -> jdbc.sql(sql).param(parameter).query(Long.class).single();
  }

  private Act start(String procedure, List<String> who, Map<String, ?> form, Supplier<Long> count, String told) throws Exception {
    return act(who, startCall(procedure, form), count, times("start " + procedure), told);
  }

  private static Call startCall(String procedure, Map<String, ?> form) throws Exception {
    return Call.of("POST", ENGINE + "/process-definition/key/" + procedure + "/submit-form", variables(form));
  }

  private static Act act(List<String> who, Call call, Supplier<Long> count, int effects, String told) {
    return new Act(who, Collections.singletonList(call), count, effects, told);
  }

  private static String own(String path) {
    return SignedIn.PATH + path;
  }

  private static Map<String, Object> variables(Map<String, ?> form) {
    Map<String, Object> variables = new HashMap<>();
    form.forEach((name, value) -> variables.put(name, value instanceof Map<?, ?> typed ? typed : Map.of("type", "String", "value", value)));
    return Map.of("variables", variables);
  }

  private static Call upload(String task) {
    String body = "--x\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\nREQUEST\r\n--x\r\nContent-Disposition: "
        + "form-data; name=\"file\"; filename=\"a.pdf\"\r\n" + "Content-Type: application/pdf\r\n\r\n%PDF-1.4 " + task
        + " at once\r\n--x--\r\n";
    return new Call("POST", own("/tasks/" + task + "/documents"), "multipart/form-data; boundary=x", body);
  }

  /** A stroke on white, of four pixels; the bytes of a picture stand in the text as the characters of their numbers. */
  private static Call signature() {
    String picture = new String(
        Base64.getDecoder().decode("iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAAAAABX3VL4AAAADklEQVR4nGP4z8DwnwEABv8B/wcrjvYAAAAASUVORK5CYII="),
        StandardCharsets.ISO_8859_1);
    return new Call("POST", own("/signature"), "multipart/form-data; boundary=x",
        "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\nContent-Type: image/png\r\n\r\n" + picture
            + "\r\n--x--\r\n");
  }

  /** @return id of the task in which an application is drafted */
  private String atDraft() {
    return applicant().task("draft").getId();
  }

  private Applicant atSign() {
    Applicant applicant = applicant().attachDocuments(documents);
    String draft = applicant.task("draft").getId();
    identity.setAuthentication("wang", List.of(OFFICIALS));
    try {
      engine.getTaskService().complete(draft, soundDraft());
    } finally {
      identity.clearAuthentication();
    }
    return applicant;
  }

  private Applicant applicant() {
    long office = SampleOffice.enter(register, GOVERNMENT).id();
    return new Applicant(runtime.startProcessInstanceByKey("retention-application", Map.of("officeId", office)).getBusinessKey(),
        GOVERNMENT);
  }

  private String changeCase() {
    return runtime.startProcessInstanceByKey("retention-change", Map.of("officeId", keptOffice(), "changeKind", "NAME")).getBusinessKey();
  }

  /** @return number of the case of a reception that has not begun */
  private String approvedReception() {
    long office = keptOffice();
    String staff = Groups.staffOf(office);
    String head = Groups.headOf(office);
    String caseNumber = runtime.startProcessInstanceByKey("official-reception", Map.of("officeId", office)).getBusinessKey();
    documents.store(new NewDocument(caseNumber, GOVERNMENT, "RECEPTION_LETTER", "公函.pdf",
        "%PDF-1.4 letter".getBytes(StandardCharsets.UTF_8), staff, "apply", staff));
    String tomorrow = LocalDate.now(EngineClock.ZONE).plusDays(1).toString();
    Map<String, Object> plan = new HashMap<>(
        Map.of("letterSender", "样例市商务局", "letterNumber", "样商函〔2015〕%d号".formatted(office), "letterDate", "2015-03-02", "visitPurpose",
            "STUDY", "letterPeople", "1", "guestClass", "OTHER", "startsOn", tomorrow, "endsOn", tomorrow, "route", "当日往返。"));
    plan.putAll(Map.of("guests", "[{\"name\":\"赵样例\",\"employer\":\"样例市商务局\",\"jobTitle\":\"科长\"}]", "companions", "[]", "items", "[]"));
    EngineTests.complete(caseNumber, "apply", staff, plan);
    EngineTests.complete(caseNumber, "approve", head, Map.of("decision", "agree"));
    return caseNumber;
  }

  /** @return id of a payment for a reception */
  private long paidReception() {
    String caseNumber = approvedReception();
    jdbc.sql("insert into reception_payment (case_number, paid_on, supplier, amount, invoice_number, method)"
        + " values (?, date '2015-03-02', '市政府机关食堂', 60.00, ?, 'TRANSFER')").params(caseNumber, caseNumber).update();
    return jdbc.sql("select id from reception_payment where case_number = ?").param(caseNumber).query(Long.class).single();
  }

  private long keptOffice() {
    long office = SampleOffice.enter(register, GOVERNMENT).id();
    register.retain(office, "样政函〔2015〕2号", null, null, "C3", "经省政府批准予以保留。");
    return office;
  }

  /** @return id of a task whose deadline rests on a term */
  private String changeDraft() {
    return engine.getTaskService()
        .createTaskQuery()
        .processInstanceBusinessKey(changeCase())
        .taskDefinitionKey("draft")
        .singleResult()
        .getId();
  }

  private String caseOf(String task) {
    String instance = engine.getTaskService().createTaskQuery().taskId(task).singleResult().getProcessInstanceId();
    return runtime.createProcessInstanceQuery().processInstanceId(instance).singleResult().getBusinessKey();
  }

  /** @return number of the case that has registered somebody in an office */
  private String posted() {
    String caseNumber = runtime
        .startProcessInstanceByKey("staff-posting", Map.of("officeId", SampleOffice.enter(register, GOVERNMENT).id()))
        .getBusinessKey();
    EngineTests.complete(caseNumber, "recordPosting", "gov" + GOVERNMENT + "Personnel",
        Map.of("name", "张同志", "personNumber", "P-" + caseNumber, "status", "CIVIL_SERVANT", "post", "科长", "duty", "GENERAL", "postedOn",
            LocalDate.now().toString(), "basisNumber", "样政任〔2015〕1号"));
    return caseNumber;
  }

  private Supplier<Long> opinions(String step) {
    return () -> jdbc.sql("select count(*) from opinion where step = ?").param(step).query(Long.class).single();
  }

  private Supplier<Long> decisions(String decision) {
    return () -> jdbc.sql("select count(*) from opinion where decision = ?").param(decision).query(Long.class).single();
  }

  private Supplier<Long> cases(String procedure) {
    return () -> jdbc.sql("select count(*) from case_file where procedure_key = ?").param(procedure).query(Long.class).single();
  }

  private Supplier<Long> rows(String table) {
    return () -> jdbc.sql("select count(*) from " + table).query(Long.class).single();
  }

  private Supplier<Long> running(String procedure) {
    return () -> runtime.createProcessInstanceQuery().processDefinitionKey(procedure).count();
  }

  private static HttpResponse<String> succeed(String user, Call call) throws Exception {
    HttpResponse<String> answer = send(user, call);
    assertThat(answer).as(told(answer)).matches(ActsAtOnceIT::succeeded);
    return answer;
  }

  private static HttpResponse<String> send(String user, Call call) throws Exception {
    return SIGNED_IN.get(user).send(call.method, call.path, call.contentType, call.body);
  }

  private static boolean succeeded(HttpResponse<String> answer) {
    return answer.statusCode() / 100 == 2;
  }

  private static String told(HttpResponse<String> answer) {
    return answer.statusCode() + " " + answer.body();
  }

  private static List<HttpResponse<String>> atOnce(Act act) throws Exception {
    CyclicBarrier together = new CyclicBarrier(AT_ONCE);
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    List<HttpResponse<String>> answers = new ArrayList<>();
    try {
      List<Callable<HttpResponse<String>>> windows = new ArrayList<>();
      for (int i = 0; i < AT_ONCE; i++) {
        String user = act.who.get(i % act.who.size());
        Call call = act.calls.get(i % act.calls.size());
        windows.add(() -> {
          together.await();
          return send(user, call);
        });
      }
      for (Future<HttpResponse<String>> done : threads.invokeAll(windows)) {
        answers.add(done.get());
      }
    } finally {
      threads.shutdownNow();
    }
    return answers;
  }
}
