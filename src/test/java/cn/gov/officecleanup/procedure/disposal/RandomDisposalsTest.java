package cn.gov.officecleanup.procedure.disposal;

import static cn.gov.officecleanup.procedure.abolition.SampleOffice.COUNTY;
import static cn.gov.officecleanup.procedure.abolition.SampleOffice.HIRED;
import static cn.gov.officecleanup.procedure.abolition.SampleOffice.row;
import static cn.gov.officecleanup.procedure.disposal.Disposing.execution;
import static cn.gov.officecleanup.procedure.disposal.Disposing.proposal;
import static cn.gov.officecleanup.testkit.EngineTests.asApplication;
import static cn.gov.officecleanup.testkit.EngineTests.complete;
import static cn.gov.officecleanup.testkit.EngineTests.runDueJobs;
import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.officecleanup.OfficeCleanupApplication;
import cn.gov.officecleanup.procedure.abolition.SampleOffice;
import cn.gov.officecleanup.procedure.abolition.WindingUp;
import cn.gov.officecleanup.mechanism.document.CaseDocuments;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.ledger.AssetLedger;
import cn.gov.officecleanup.mechanism.ledger.DisposalMethod;
import cn.gov.officecleanup.mechanism.ledger.FrozenAsset;
import cn.gov.officecleanup.mechanism.ledger.LedgerEntry;
import cn.gov.officecleanup.mechanism.ledger.LedgerStep;
import cn.gov.officecleanup.mechanism.register.AssetKind;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeAsset;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.mechanism.register.OfficeStatus;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * C7: whatever officials do, in whatever order, rightly or not, and wherever a transaction is rolled back in the middle: after each step
 * the ledger balances, its chain is whole, no asset has two outcomes, nothing counts that did not come in by a receipt, and what was
 * refused left no trace.
 */
class RandomDisposalsTest {

  private static final List<String> VALUES = List.of("680000.00", "128000.00", "9999.99", "20000.00");
  private static final List<AssetKind> KINDS = List.of(AssetKind.HOUSE, AssetKind.VEHICLE, AssetKind.EQUIPMENT, AssetKind.CASH);

  private static ConfigurableApplicationContext application;
  private static OfficeRegister register;
  private static AssetLedger ledger;
  private static Disposals disposals;
  private static TaskService tasks;
  private static TransactionTemplate transaction;

  private Office office;
  private WindingUp winding;
  private List<String> cases;
  private List<FrozenAsset> assets;

  @BeforeContainer
  static void start() {
    application = new SpringApplicationBuilder(OfficeCleanupApplication.class).web(WebApplicationType.NONE)
        .run("--spring.datasource.url=jdbc:h2:mem:random-disposals", "--cleanup.admin.password=random",
            "--cleanup.disposal.notice-working-days=0", "--cleanup.official-documents.code-words=classpath:demo/code-words.csv",
            "--camunda.bpm.process-engine-name=randomDisposals", "--camunda.bpm.job-execution.enabled=false",
            "--logging.level.org.camunda=off");
    register = application.getBean(OfficeRegister.class);
    ledger = application.getBean(AssetLedger.class);
    disposals = application.getBean(Disposals.class);
    tasks = application.getBean(TaskService.class);
    transaction = application.getBean(TransactionTemplate.class);
  }

  @AfterContainer
  static void stop() {
    application.close();
  }

  /**
   * One thing somebody does.
   *
   * @param asset whose turn it is, by position
   * @param what which thing, see {@link #perform}
   * @param variant rightly or in one of the wrong ways
   * @param rolledBack whether the transaction it is part of is rolled back after it
   */
  record Action(int asset, What what, int variant, boolean rolledBack) {
  }

  /** What is done: mostly the step that is due, sometimes something that nobody may do. */
  enum What {
    NEXT_STEP,
    LEDGER_DISPOSE,
    LEDGER_RECEIVE,
    LEDGER_PRICE,
    REGISTER_ASSET,
    ABOLISH_AGAIN
  }

  @Provide
  Arbitrary<Action> actions() {
    Arbitrary<What> what = Arbitraries.frequency(Tuple.of(12, What.NEXT_STEP), Tuple.of(1, What.LEDGER_DISPOSE),
        Tuple.of(1, What.LEDGER_RECEIVE), Tuple.of(1, What.LEDGER_PRICE), Tuple.of(1, What.REGISTER_ASSET),
        Tuple.of(1, What.ABOLISH_AGAIN));
    return Combinators
        .combine(Arbitraries.integers().between(0, KINDS.size() - 1), what, Arbitraries.integers().between(0, 5),
            Arbitraries.integers().between(0, 7).map(n -> n == 0))
        .as(Action::new);
  }

  @Property(tries = 8, shrinking = ShrinkingMode.OFF)
  void theBalanceHoldsWhateverIsDone(@ForAll @Size(value = 45) List<@From("actions") Action> sequence) {
    begin();
    for (Action action : sequence) {
      List<LedgerEntry> before = ledger.entriesOf(winding.caseNumber());
      Set<String> tasksBefore = openTasks();
      boolean done = attempt(action);
      List<LedgerEntry> after = ledger.entriesOf(winding.caseNumber());
      if (done) {
        assertThat(after.subList(0, before.size())).as("nothing recorded is ever changed by %s", action).isEqualTo(before);
      } else {
        assertThat(after).as("what was refused or rolled back left no trace: %s", action).isEqualTo(before);
        assertThat(openTasks()).as("the task stays open: %s", action).isEqualTo(tasksBefore);
      }
      theLawHolds(action);
    }
  }

  private void begin() {
    AbstractAssertions.init(application.getBean(ProcessEngine.class));
    asApplication();
    office = SampleOffice.enter(register, COUNTY);
    for (int i = 0; i < KINDS.size(); i++) {
      SampleOffice.give(register, office, "Z-0" + i, KINDS.get(i), VALUES.get(i));
    }
    String abolition = application.getBean(RuntimeService.class)
        .startProcessInstanceByKey("office-abolition", Map.of("officeId", office.id()))
        .getBusinessKey();
    winding = WindingUp.of(abolition, COUNTY, application.getBean(CaseDocuments.class));
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < KINDS.size(); i++) {
      rows.append(i == 0 ? "" : ",").append(row("Z-0" + i, KINDS.get(i), VALUES.get(i), "FOUND", ""));
    }
    winding.inventory("[" + rows + "]").staff("[" + HIRED + "]");
    assets = ledger.assetsOf(winding.caseNumber());
    cases = disposals.of(winding.caseNumber()).stream().map(Disposal::caseNumber).toList();
    cases.forEach(number -> new Disposing(number, COUNTY, application.getBean(CaseDocuments.class)).attachAll());
    assertThat(cases).hasSize(KINDS.size());
  }

  /** @return whether it was done; false where it was refused, rolled back or there was nothing to do */
  private boolean attempt(Action action) {
    boolean[] performed = {false};
    try {
      transactionally(action.rolledBack(), () -> performed[0] = perform(action));
      if (performed[0] && !action.rolledBack()) {
        runDueJobs();
      }
      return performed[0] && !action.rolledBack();
    } catch (RefusedException refused) {
      assertThat(refused.findings()).allSatisfy(finding -> assertThat(finding.clause()).isNotBlank());
      return false;
    } finally {
      asApplication();
    }
  }

  private void transactionally(boolean rollBack, Runnable work) {
    if (rollBack) {
      transaction.executeWithoutResult(status -> {
        work.run();
        status.setRollbackOnly();
      });
    } else {
      work.run();
    }
  }

  private boolean perform(Action action) {
    FrozenAsset asset = assets.get(action.asset());
    switch (action.what()) {
      case NEXT_STEP -> {
        return nextStep(cases.get(action.asset()), asset, action.variant());
      }
      case LEDGER_DISPOSE -> transaction.executeWithoutResult(status -> {
        // by hand, past the procedure: only what breaks the ledger's own law is its to refuse, so ask for that
        ledger.dispose(asset.id(), ledger.ended(asset.id()) ? DisposalMethod.TRANSFER : unpricedSale(asset), null, null, null);
      });
      case LEDGER_RECEIVE -> transaction.executeWithoutResult(status -> ledger.receive(asset.id(),
          ledger.outstandingOf(asset.id()).add(new BigDecimal("0.01")), "多缴" + asset.id(), null, null, null));
      case LEDGER_PRICE -> {
        if (ledger.entriesOf(asset.id()).stream().noneMatch(entry -> entry.step() == LedgerStep.PRICED)) {
          return false;
        }
        transaction.executeWithoutResult(status -> ledger.record(asset.id(), LedgerStep.PRICED, new BigDecimal("1.00"), null, null, null));
      }
      case REGISTER_ASSET ->
        register.putAsset(office.id(), new OfficeAsset(asset.assetNumber(), asset.kind(), asset.name(), new BigDecimal("1.00")));
      case ABOLISH_AGAIN ->
        application.getBean(RuntimeService.class).startProcessInstanceByKey("office-abolition", Map.of("officeId", office.id()));
    }
    throw new AssertionError("was not refused: " + action);
  }

  /**
   * @return a method that the ledger must refuse for an asset without outcome in its present state; free transfer where it need not refuse
   * any
   */
  private DisposalMethod unpricedSale(FrozenAsset asset) {
    boolean priced = ledger.entriesOf(asset.id()).stream().anyMatch(entry -> entry.step() == LedgerStep.PRICED);
    if (priced && ledger.outstandingOf(asset.id()).signum() == 0) {
      throw new RefusedException("NOTHING_TO_REFUSE", "无", "C7");
    }
    return DisposalMethod.SALE;
  }

  private boolean nextStep(String caseNumber, FrozenAsset asset, int variant) {
    Task task = tasks.createTaskQuery().processInstanceBusinessKey(caseNumber).singleResult();
    if (task == null) {
      return false;
    }
    Disposing disposing = new Disposing(caseNumber, COUNTY, application.getBean(CaseDocuments.class));
    String step = task.getTaskDefinitionKey();
    switch (step) {
      case "propose", "correct" -> disposing.official(step, proposalOf(asset, variant));
      case "appraise" -> disposing.appraise(variant == 0 ? "0.01" : asset.bookValue().toPlainString());
      case "endorse" -> disposing.endorse(variant == 0 ? "return" : "agree");
      case "approve" -> disposing.finance("approve", variant == 0 ? "return" : "approve");
      case "publish" -> disposing.announce(variant == 0 ? "0.00" : disposals.lowestReserveOf(disposals.get(caseNumber)).toPlainString());
      case "bid" -> disposing.bid(variant == 0 ? "relist" : variant == 1 ? "another" : "sold");
      case "relist" -> {
        BigDecimal lowest = disposals.lowestRelistingOf(disposals.get(caseNumber));
        complete(caseNumber, step, "gov" + COUNTY + "Finance",
            Map.of("approvedReserve", (variant == 0 ? BigDecimal.ZERO : lowest).toPlainString(), "opinion", "按规定降价。"));
      }
      case "carryOut" -> disposing.carryOut(executionOf(disposals.get(caseNumber), asset, variant));
      case "approvePrice" -> disposing.finance("approvePrice", variant < 3 ? "refuse" : "approve");
      case "receive" -> receive(disposing, asset, variant);
      default -> throw new AssertionError("unknown step " + step);
    }
    return true;
  }

  private static Map<String, Object> proposalOf(FrozenAsset asset, int variant) {
    if (asset.kind() == AssetKind.CASH) {
      return proposal(variant == 0 ? "SALE" : "REMITTANCE");
    }
    Map<String, Object> proposal = proposal(List.of("REMITTANCE", "SALE", "SALE", "TRANSFER", "EXCHANGE", "SCRAP").get(variant));
    if (variant == 2) {
      proposal.put("titleState", "DISPUTED");
    }
    return proposal;
  }

  private static Map<String, Object> executionOf(Disposal disposal, FrozenAsset asset, int variant) {
    String method = disposal.proposal().method().name();
    BigDecimal value = disposal.appraisal() == null ? asset.bookValue() : disposal.appraisal().value();
    String price = switch (variant) {
      case 0 -> "0.00";
      case 1 -> value.multiply(new BigDecimal("0.5")).setScale(2, RoundingMode.DOWN).toPlainString();
      default -> value.toPlainString();
    };
    Map<String, Object> execution = new HashMap<>(execution(method, disposal.proposal().method().yieldsProceeds() ? price : null));
    if (variant == 2 && execution.containsKey("partner")) {
      execution.put("partner", "李小妹");
    } else if (variant == 3) {
      execution.put("carriedOutOn", WindingUp.today().minusDays(1).toString());
    }
    return execution;
  }

  private static void receive(Disposing disposing, FrozenAsset asset, int variant) {
    BigDecimal outstanding = ledger.outstandingOf(asset.id());
    switch (variant) {
      case 0 -> disposing.receive("重复票据", "0.01");
      case 1 -> disposing.receive("超额" + asset.id(), outstanding.add(new BigDecimal("0.01")).toPlainString());
      case 2 -> disposing.receive("分次" + asset.id() + "-" + ledger.entriesOf(asset.id()).size(), "0.01");
      default -> disposing.receive("缴清" + asset.id(), outstanding.toPlainString());
    }
  }

  private Set<String> openTasks() {
    return cases.stream()
        .flatMap(number -> tasks.createTaskQuery().processInstanceBusinessKey(number).list().stream())
        .map(Task::getId)
        .collect(Collectors.toSet());
  }

  private void theLawHolds(Action action) {
    assertThat(ledger.balanceOf(winding.caseNumber()).balanced()).as("balanced after %s", action).isTrue();
    assertThat(ledger.balanceOf(winding.caseNumber()).frozen()).as("nothing frozen is lost").isEqualByComparingTo("837999.99");
    assertThat(ledger.check(winding.caseNumber())).as("whole after %s", action).isEmpty();
    assertThat(register.findById(office.id()).orElseThrow().status()).isEqualTo(OfficeStatus.TO_BE_ABOLISHED);
    for (int i = 0; i < assets.size(); i++) {
      List<LedgerEntry> entries = ledger.entriesOf(assets.get(i).id());
      Disposal disposal = disposals.get(cases.get(i));
      BigDecimal price = sum(entries, LedgerStep.PRICED);
      assertThat(entries).filteredOn(entry -> entry.step() == LedgerStep.DISPOSED).as("one outcome").hasSizeLessThanOrEqualTo(1);
      assertThat(entries).filteredOn(entry -> entry.step() == LedgerStep.PRICED).as("one price").hasSizeLessThanOrEqualTo(1);
      assertThat(price.subtract(sum(entries, LedgerStep.RECEIVED))).as("price = receipts + outstanding")
          .isEqualByComparingTo(ledger.outstandingOf(assets.get(i).id()));
      assertThat(tasks.createTaskQuery().processInstanceBusinessKey(cases.get(i)).count() == 0).as("ended in ledger and procedure alike")
          .isEqualTo(ledger.ended(assets.get(i).id()));
      if (disposal.proposal() != null && disposal.proposal().method() == DisposalMethod.SALE && price.signum() > 0) {
        assertThat(price.compareTo(disposals.floorOf(disposal)) >= 0
            || disposal.approvedReserve() != null && price.compareTo(disposal.approvedReserve()) >= 0
            || price.compareTo(disposal.approvedPrice()) == 0).as("sold at the line or with fresh approval").isTrue();
        assertThat(disposal.execution().partner()).as("not to a relative").isNotEqualTo("李小妹");
      }
      if (ledger.ended(assets.get(i).id())) {
        assertThat(ledger.outstandingOf(assets.get(i).id())).as("ended with everything received").isEqualByComparingTo("0.00");
      }
    }
  }

  private static BigDecimal sum(List<LedgerEntry> entries, LedgerStep step) {
    return entries.stream().filter(entry -> entry.step() == step).map(LedgerEntry::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
