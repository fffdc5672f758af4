package cn.gov.officecleanup.mechanism.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.gov.officecleanup.edge.demo.SampleRegister;
import cn.gov.officecleanup.testkit.Henan;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableRuleImpl;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;

/** The demo as it starts: sample loaded, decision deployed. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE,
    properties = {"spring.datasource.url=jdbc:h2:mem:sample-register", "camunda.bpm.job-execution.enabled=false"})
@ActiveProfiles("demo")
class SampleRegisterTest {

  @Autowired
  private OfficeRegister register;
  @Autowired
  private OfficeDispositions dispositions;
  @Autowired
  private Governments governments;
  @Autowired
  private SampleRegister sample;
  @Autowired
  private IdentityService identity;

  @Test
  void allCitiesButXinxiangAndHebiHaveAnOfficeInZhengzhou() {
    Set<String> withOffice = register.all()
        .stream()
        .filter(office -> office.entry().senderKind() == SenderKind.GOVERNMENT && office.entry().workKind() == WorkKind.GENERAL)
        .filter(office -> Henan.PROVINCE.capitalContains(office.entry().hostCityCode()))
        .map(Office::governmentCode)
        .collect(Collectors.toSet());
    List<String> cities = governments.all()
        .stream()
        .filter(government -> government.level() == GovernmentLevel.CITY)
        .map(Government::code)
        .toList();
    assertThat(cities).filteredOn(city -> !withOffice.contains(city)).containsExactly(Henan.PROVINCE.capital().code(), "410600", "410700");
    assertThat(governments.all()).filteredOn(Government::provinceAdministered).extracting(Government::code).allMatch(withOffice::contains);
    assertThat(register.all()).allMatch(office -> office.entry().sample());
  }

  @Test
  void everyRowOfTheDispositionTableIsMetByTheSample() {
    Set<String> met = new HashSet<>();
    DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
    configuration
        .setCustomPostDecisionTableEvaluationListeners(List.of(event -> event.getMatchingRules().forEach(rule -> met.add(rule.getId()))));
    DmnEngine engine = configuration.buildEngine();
    InputStream model = getClass().getResourceAsStream("/processes/office-disposition.dmn");
    DmnDecision decision = engine.parseDecision(OfficeDispositions.DECISION, model);
    register.all().forEach(office -> engine.evaluateDecisionTable(decision, dispositions.inputsOf(office)));

    List<String> rows = ((DmnDecisionTableImpl) decision.getDecisionLogic()).getRules()
        .stream()
        .map(DmnDecisionTableRuleImpl::getId)
        .toList();
    assertThat(rows).isNotEmpty();
    assertThat(met).containsExactlyInAnyOrderElementsOf(rows);
  }

  @Test
  void theEngineDecidesAsTheRegisterStands() {
    assertThat(List.of("洛阳市人民政府驻郑州办事处", "巩义市人民政府驻郑州办事处", "洛阳市旅游局驻郑州办事处", "洛阳市人民政府驻上海办事处", "信阳市人民政府驻合肥办事处", "栾川县人民政府驻上海办事处", "固始县人民政府驻合肥办事处",
        "南阳市人民政府驻天津南水北调对口协作联络处", "郑州市人民政府驻乌鲁木齐对口支援工作组", "河南省人民政府驻上海办事处", "信阳市商务局驻长沙联络处", "河南省人民政府驻北京办事处", "河南省对口支援新疆工作前方指挥部",
        "三门峡市人民政府驻洛阳办事处"))
        .map(name -> dispositions.of(register.all().stream().filter(office -> office.name().equals(name)).findFirst().orElseThrow()))
        .extracting(DispositionResult::disposition, DispositionResult::clause)
        .containsExactly(tuple(Disposition.MAY_APPLY_FOR_RETENTION, "C3"), tuple(Disposition.ABOLISH, "C1"),
            tuple(Disposition.ABOLISH, "C2"), tuple(Disposition.INTEGRATE, "C8"), tuple(Disposition.INTEGRATE, "C9"),
            tuple(Disposition.CO_LOCATE, "C10"), tuple(Disposition.INTEGRATE, "C9"),
            tuple(Disposition.RETAIN_UNTIL_SPECIAL_WORK_ENDS, "C4"), tuple(Disposition.RETAIN_PAIRED_ASSISTANCE, "C11"),
            tuple(Disposition.NO_MEASURE, "C12"), tuple(Disposition.NO_MEASURE, "C12"), tuple(Disposition.OUTSIDE_PLAN, "C12"),
            tuple(Disposition.OUTSIDE_PLAN, "C12"), tuple(Disposition.OUTSIDE_PLAN, "C12"));
  }

  @Test
  void anOfficialIsToldTheDispositionWithoutRightsOnDecisions() {
    identity.setAuthentication("gov410300", List.of("gov410300"));
    try {
      assertThat(dispositions.of(register.get("豫驻0002")).disposition()).isEqualTo(Disposition.MAY_APPLY_FOR_RETENTION);
      assertThat(identity.getCurrentAuthentication().getUserId()).isEqualTo("gov410300");
    } finally {
      identity.clearAuthentication();
    }
  }

  @Test
  void aSecondStartLeavesTheRegisterAlone() {
    OfficeEntry entry = register.get("豫驻0001").entry();
    OfficeEntry amended = new OfficeEntry(entry.registerNumber(), entry.name(), entry.governmentCode(), entry.senderKind(),
        entry.departmentName(), entry.hostCityCode(), entry.hostCityName(), entry.workKind(), entry.specialWorkEnd(),
        entry.approvalDocument(), 3, entry.functions(), true);
    register.amend(register.get("豫驻0001").id(), amended);
    sample.afterSingletonsInstantiated();
    assertThat(register.get("豫驻0001").entry()).isEqualTo(amended);
  }
}
