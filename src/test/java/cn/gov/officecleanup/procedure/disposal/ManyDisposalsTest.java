package cn.gov.officecleanup.procedure.disposal;

import static cn.gov.officecleanup.procedure.abolition.SampleOffice.COUNTY;
import static cn.gov.officecleanup.procedure.abolition.SampleOffice.HIRED;
import static cn.gov.officecleanup.procedure.abolition.SampleOffice.row;
import static cn.gov.officecleanup.procedure.disposal.Disposing.execution;
import static cn.gov.officecleanup.procedure.disposal.Disposing.proposal;
import static cn.gov.officecleanup.testkit.EngineTests.as;
import static cn.gov.officecleanup.testkit.EngineTests.asApplication;
import static cn.gov.officecleanup.testkit.EngineTests.itIs;
import static cn.gov.officecleanup.testkit.EngineTests.runDueJobs;
import static cn.gov.officecleanup.testkit.EngineTests.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskService;

import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.document.CaseDocuments;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.form.FormField;
import cn.gov.officecleanup.mechanism.form.HandlingTogether;
import cn.gov.officecleanup.mechanism.form.HandlingTogether.Column;
import cn.gov.officecleanup.mechanism.form.HandlingTogether.Item;
import cn.gov.officecleanup.mechanism.form.HandlingTogether.Offer;
import cn.gov.officecleanup.mechanism.ledger.AssetLedger;
import cn.gov.officecleanup.mechanism.register.AssetKind;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.procedure.abolition.SampleOffice;
import cn.gov.officecleanup.procedure.abolition.WindingUp;
import cn.gov.officecleanup.testkit.EngineTest;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 批量办理: the many assets of one office are proposed, endorsed and carried out from one table each time; each stays a case of its own. */
@EngineTest
class ManyDisposalsTest {

  private static final int MANY = 100;
  private static final String OFFICIAL = "gov" + COUNTY;
  private static final String LEADER = OFFICIAL + "Leader";

  @Autowired
  private OfficeRegister register;
  @Autowired
  private CaseDocuments documents;
  @Autowired
  private CaseFiles cases;
  @Autowired
  private AssetLedger ledger;
  @Autowired
  private Disposals disposals;
  @Autowired
  private HandlingTogether together;

  private WindingUp winding;
  private List<String> numbers;

  @AfterEach
  void nobodyIsAtWork() {
    asApplication();
  }

  @Test
  void aHundredAssetsGoThroughFromOneTableEachAsACaseOfItsOwn() {
    windUp(MANY);
    Offer proposing = offer(OFFICIAL, "propose");
    assertThat(proposing.columns()).extracting(Column::name).contains("method", "saleMode", "receiver", "titleState", "reasons");
    assertThat(column(proposing, "saleMode").shownWhen()).containsExactly("method=SALE");
    assertThat(column(proposing, "method").kind()).isEqualTo(FormField.Kind.SELECT);
    assertThat(proposing.documents()).isNotEmpty();
    assertThat(proposing.items()).hasSize(MANY).allSatisfy(item -> {
      assertThat(item.reason()).isNull();
      assertThat(item.unlawful().get("method")).as("an equipment is not demolished").containsKey("DEMOLITION");
    });
    fillIn(proposing, proposal("SCRAP"));

    Offer endorsing = offer(LEADER, "endorse");
    assertThat(endorsing.columns()).as("what one opinion answers is decided as one").isEmpty();
    fillIn(endorsing, Map.of("decision", "agree", "opinion", "同意按方案报废。"));

    Offer carryingOut = offer(OFFICIAL, "carryOut");
    assertThat(carryingOut.items()).allSatisfy(item -> assertThat(item.values()).as("as approved").containsEntry("method", "SCRAP"));
    fillIn(carryingOut, execution("SCRAP", "0.00"));
    asApplication();
    runDueJobs();
    assertThat(numbers).allSatisfy(number -> assertThat(cases.get(number).outcome()).isEqualTo("DISPOSED"));
    assertThat(ledger.check(winding.caseNumber())).isEmpty();
  }

  @Test
  void aRowThatIsRefusedHoldsUpNoOtherAndIsToldWhatTheFormWouldTell() {
    windUp(3);
    Offer offer = offer(OFFICIAL, "propose");
    Map<String, Object> withoutReason = new HashMap<>(proposal("SCRAP"));
    withoutReason.remove("reasons");
    assertThatThrownBy(() -> together.complete(offer.items().get(0).taskId(), offer.step(), withoutReason))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("处置理由");
    assertThatThrownBy(() -> together.complete(offer.items().get(0).taskId(), offer.step(), proposal("DEMOLITION")))
        .as("no way for an equipment")
        .isInstanceOf(RefusedException.class);
    Map<String, Object> unknown = new HashMap<>(proposal("SCRAP"));
    unknown.put("approveDecision", "approve");
    assertThatThrownBy(() -> together.complete(offer.items().get(0).taskId(), offer.step(), unknown)).isInstanceOf(RefusedException.class);
    together.complete(offer.items().get(1).taskId(), offer.step(), proposal("SCRAP"));
    asApplication();
    assertThat(taskService().createTaskQuery().taskDefinitionKey("propose").count()).isEqualTo(2);
  }

  private Offer offer(String user, String step) {
    asApplication();
    List<String> tasks = numbers.stream().map(number -> task(number, step).getId()).toList();
    as(user, user);
    Offer offer = together.offer(tasks);
    assertThat(offer.items()).extracting(Item::reason).containsOnlyNulls();
    return offer;
  }

  private void fillIn(Offer offer, Map<String, Object> values) {
    offer.items().forEach(item -> together.complete(item.taskId(), offer.step(), values));
  }

  private static Column column(Offer offer, String name) {
    return offer.columns().stream().filter(column -> column.name().equals(name)).findFirst().orElseThrow();
  }

  private void windUp(int assets) {
    itIs(LocalDateTime.of(2015, 8, 3, 9, 0));
    Office office = SampleOffice.enter(register, COUNTY);
    List<String> equipment = IntStream.rangeClosed(1, assets).mapToObj("E-%03d"::formatted).toList();
    equipment.forEach(number -> SampleOffice.give(register, office, number, AssetKind.EQUIPMENT, "3000.00"));
    runtimeService().startProcessInstanceByKey("office-abolition", Map.of("officeId", office.id()));
    winding = WindingUp.of(COUNTY, documents)
        .inventory(equipment.stream()
            .map(number -> row(number, AssetKind.EQUIPMENT, "3000.00", "FOUND", ""))
            .collect(Collectors.joining(",", "[", "]")))
        .staff("[" + HIRED + "]");
    numbers = disposals.of(winding.caseNumber()).stream().map(Disposal::caseNumber).toList();
    numbers.forEach(number -> new Disposing(number, COUNTY, documents).attachAll());
  }
}
