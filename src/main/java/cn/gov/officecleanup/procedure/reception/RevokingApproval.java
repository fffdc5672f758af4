package cn.gov.officecleanup.procedure.reception;

import cn.gov.officecleanup.mechanism.casefile.CaseFile;
import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.casefile.CaseFindings;
import cn.gov.officecleanup.mechanism.casefile.Opinions;
import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.form.Choice;
import cn.gov.officecleanup.mechanism.form.ChoiceProvider;
import cn.gov.officecleanup.mechanism.identity.Groups;
import cn.gov.officecleanup.mechanism.identity.Official;
import cn.gov.officecleanup.mechanism.identity.Officials;
import cn.gov.officecleanup.mechanism.text.InWords;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * C18: who approved a reception, or the government that sent the office, takes the approval back, also since the letter turned out to be
 * false: before the event nothing of it takes place; after it the list is owed or stands, no more is paid, and that is a finding. What was
 * reserved is free again. What was paid on a false letter is to be recovered, also where all was paid long ago.
 */
@Component
class RevokingApproval implements JavaDelegate, ChoiceProvider {

  static final String MESSAGE = "reception-revoked";
  static final String RECOVERY = "reception-recovery";
  private static final String PROCEDURE = "official-reception";

  private final CaseFiles cases;
  private final Receptions receptions;
  private final ReceptionMoney money;
  private final CaseFindings findings;
  private final Opinions opinions;
  private final Officials officials;
  private final Clock clock;

  RevokingApproval(CaseFiles cases, Receptions receptions, ReceptionMoney money, CaseFindings findings, Opinions opinions,
      Officials officials, Clock clock) {
    this.cases = cases;
    this.receptions = receptions;
    this.money = money;
    this.findings = findings;
    this.opinions = opinions;
    this.officials = officials;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "revocable-receptions";
  }

  @Override
  public List<Choice> offer(Official official) {
    Stream<CaseFile> open = cases.openCasesOf(PROCEDURE).stream().filter(file -> receptions.revocable(file.caseNumber()));
    Stream<CaseFile> over = official.governments().stream().flatMap(government -> receptions.heldOf(government).stream()).map(cases::get);
    return Stream.concat(open, over)
        .filter(file -> as(official, file).isPresent())
        .map(file -> new Choice(file.caseNumber(), file.caseNumber() + " " + file.title()))
        .toList();
  }

  /** @throws RefusedException when nothing is approved, the approval was taken back before, or everything is paid */
  @Override
  public void execute(DelegateExecution execution) {
    String caseNumber = (String) execution.getVariable("approvedReception");
    cases.hold(caseNumber);
    Official official = officials.required();
    String group = cases.find(caseNumber)
        .flatMap(file -> as(official, file))
        .orElseThrow(() -> new RefusedException("NO_SUCH_CASE", "没有案号为“%s”、由本人审批的接待，请核对。".formatted(caseNumber), ReceptionRules.CLAUSE));
    RefusedException tooLate = new RefusedException("NOT_REVOCABLE",
        "接待“%s”还没有批准、已经撤销审批或者已经报销完毕，现在不能撤销审批；报销完毕以后查明公函不实的，撤销事由请选“公函不实”。".formatted(caseNumber), ReceptionRules.CLAUSE);
    RevocationGround ground = RevocationGround
        .valueOf(Objects.toString(execution.getVariable("revocationGround"), RevocationGround.REVOKED.name()));
    boolean over = cases.get(caseNumber).closedAt() != null;
    if (over ? ground != RevocationGround.FALSE_LETTER || !receptions.doubtable(caseNumber) : !receptions.revocable(caseNumber)) {
      throw tooLate;
    }
    String referredTo = (String) execution.getVariable("referredTo");
    String reason = "%s：%s".formatted(ground.label(), execution.getVariable("reason"));
    opinions.give(caseNumber, "revoke", "撤销接待审批", group, official, null, null,
        referredTo == null ? reason : "%s移送：%s。".formatted(reason, referredTo));
    Reception reception = receptions.get(caseNumber);
    money.release(caseNumber);
    receptions.block(caseNumber, ground, referredTo);
    BigDecimal paid = money.notRefunded(caseNumber);
    if (ground == RevocationGround.FALSE_LETTER && paid.signum() > 0) {
      findings.raise(caseNumber, ground.label(), List.of(new Finding("PAID_ON_FALSE_LETTER",
          "接待所凭的公函不实，已经报销的%s应予追回；退回的用“接待退款登记”登记。".formatted(InWords.yuan(paid)), ReceptionRules.CLAUSE)));
      Map<String, Object> about = Map.of("officeId", cases.get(caseNumber).officeId(), "reception", caseNumber);
      officials.asApplication(
          () -> execution.getProcessEngineServices().getRuntimeService().startProcessInstanceByKey(RECOVERY, caseNumber, about));
    }
    if (over) {
      findings.raise(caseNumber, ground.label(), List.of(ground.finding()));
      return;
    }
    if (reception.begun(LocalDate.now(clock))) {
      findings.raise(caseNumber, ground.label(), List.of(ground.finding()));
      if (reception.signedOn() == null) {
        return;
      }
    }
    try {
      execution.getProcessEngineServices()
          .getRuntimeService()
          .createMessageCorrelation(MESSAGE)
          .processInstanceBusinessKey(caseNumber)
          .correlate();
    } catch (MismatchingMessageCorrelationException e) {
      throw tooLate;
    }
  }

  /** @return the group as which the official takes the approval back, where that may be done; what is over is the government's alone */
  private Optional<String> as(Official official, CaseFile file) {
    if (file.closedAt() != null) {
      return Optional.of(Groups.officialsOf(file.governmentCode())).filter(official.groups()::contains);
    }
    return Stream
        .of(receptions.approvers(file.caseNumber(), file.officeId(), file.governmentCode()), Groups.officialsOf(file.governmentCode()))
        .filter(official.groups()::contains)
        .findFirst();
  }
}
