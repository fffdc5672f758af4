package cn.gov.officecleanup.procedure.report;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskService;

import cn.gov.officecleanup.procedure.campaign.ReportingUnit;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.testkit.EngineTests;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Takes the report of one unit through its steps, each by the official whose step it is. */
public final class Reporting {

  private final LocalityReports reports;
  private final LocalityReport report;
  private final ReportingUnit unit;

  private Reporting(LocalityReports reports, LocalityReport report) {
    this.reports = reports;
    this.report = report;
    this.unit = reports.unitOf(report);
  }

  /** @return the reports of a campaign by the code of their unit */
  public static Map<String, Reporting> of(String campaign, LocalityReports reports) {
    return reports.of(campaign).stream().collect(Collectors.toMap(LocalityReport::unitCode, report -> new Reporting(reports, report)));
  }

  public String caseNumber() {
    return report.caseNumber();
  }

  public ReportingUnit unit() {
    return unit;
  }

  /** @return a report without fault, to be changed by the test that wants a fault: every office without outcome has its reason */
  public Map<String, Object> sound() {
    return new HashMap<>(Map.of("done", "按照实施方案逐个清理，已送入相应程序办理。", "problems", "个别资产权属需要核实。", "nextSteps", "加快处置资产、安置人员。", "hiddenOffices",
        "0", "referrals", "0", "sanctioned", "0", "decision", "check", "figures", "[]", "offices",
        json(reports.withoutOutcome(caseNumber())
            .stream()
            .map(Office::id)
            .map(office -> Map.of("office", office.toString(), "reason", "正在办理撤销", "expectedOn", "2016-03-31"))
            .toList())));
  }

  /** Fills in whatever is asked of the unit first: the report, or that there is nothing to report. */
  public Reporting fill() {
    return taskService().createTaskQuery().processInstanceBusinessKey(caseNumber()).taskDefinitionKey("nil").count() > 0
        ? official("nil", Map.of("nil", true))
        : official("fill", sound());
  }

  public Reporting official(String step, Map<String, Object> values) {
    EngineTests.complete(caseNumber(), step, unit.officials(), values);
    return this;
  }

  public Reporting signs(String decision) {
    Map<String, Object> values = new HashMap<>(Map.of("decision", decision, "opinion", "情况属实。"));
    if (decision.equals("sign")) {
      values.put("documentNumber", documentNumber());
    }
    EngineTests.complete(caseNumber(), "sign", unit.leader(), values);
    return this;
  }

  /** @return the number that the unit's registry gives to its 工作总结 */
  public String documentNumber() {
    return "某函〔2015〕%s号".formatted(unit.code());
  }

  public Reporting bureauAccepts() {
    EngineTests.complete(caseNumber(), "review", "provincialBureau", Map.of("decision", "accept", "opinion", "材料齐全。"));
    return this;
  }

  public Reporting bureauReturns(String what) {
    EngineTests.complete(caseNumber(), "review", "provincialBureau",
        Map.of("decision", "return", "findings", json(List.of(Map.of("message", what, "clause", "C21")))));
    return this;
  }

  /** From the first word to the bureau's acceptance. */
  public Reporting report() {
    return fill().signs("sign").bureauAccepts();
  }

  /** @return the step that waits in the unit's report, or null where none does */
  public String step() {
    return taskService().createTaskQuery()
        .processInstanceBusinessKey(caseNumber())
        .list()
        .stream()
        .filter(task -> !task.getProcessDefinitionId().startsWith("supervision"))
        .map(task -> task.getTaskDefinitionKey())
        .findFirst()
        .orElse(null);
  }

  /** @return rows as a form submits them */
  public static String json(List<? extends Map<String, ?>> rows) {
    try {
      return new ObjectMapper().writeValueAsString(rows);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
