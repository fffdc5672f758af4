package cn.gov.officecleanup.procedure.reception;

import cn.gov.officecleanup.mechanism.casefile.CaseFile;
import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.casefile.Opinions;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.form.Choice;
import cn.gov.officecleanup.mechanism.form.ChoiceProvider;
import cn.gov.officecleanup.mechanism.identity.Groups;
import cn.gov.officecleanup.mechanism.identity.Official;
import cn.gov.officecleanup.mechanism.identity.Officials;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * C18: who approved a reception, or the government that sent the office, takes the approval back: before the event nothing of it takes
 * place, after it the list stands and no more is paid. What was reserved is free again.
 */
@Component
class RevokingApproval implements JavaDelegate, ChoiceProvider {

  static final String MESSAGE = "reception-revoked";
  private static final String PROCEDURE = "official-reception";

  private final CaseFiles cases;
  private final Receptions receptions;
  private final ReceptionMoney money;
  private final Opinions opinions;
  private final Officials officials;

  RevokingApproval(CaseFiles cases, Receptions receptions, ReceptionMoney money, Opinions opinions, Officials officials) {
    this.cases = cases;
    this.receptions = receptions;
    this.money = money;
    this.opinions = opinions;
    this.officials = officials;
  }

  @Override
  public String name() {
    return "revocable-receptions";
  }

  @Override
  public List<Choice> offer(Official official) {
    return cases.openCasesOf(PROCEDURE)
        .stream()
        .filter(file -> receptions.revocable(file.caseNumber()) && as(official, file).isPresent())
        .map(file -> new Choice(file.caseNumber(), file.caseNumber() + " " + file.title()))
        .toList();
  }

  /** @throws RefusedException when the event has begun and its list is not signed yet, or everything is paid */
  @Override
  public void execute(DelegateExecution execution) {
    String caseNumber = (String) execution.getVariable("approvedReception");
    cases.hold(caseNumber);
    Official official = officials.required();
    String group = cases.find(caseNumber)
        .flatMap(file -> as(official, file))
        .orElseThrow(() -> new RefusedException("NO_SUCH_CASE", "没有案号为“%s”、由本人审批的接待，请核对。".formatted(caseNumber), ReceptionRules.CLAUSE));
    RefusedException tooLate = new RefusedException("NOT_REVOCABLE",
        "接待“%s”已经开始而清单尚未签字，或者已经办结，现在不能撤销审批；清单签字以后、报销完毕以前可以撤销。".formatted(caseNumber), ReceptionRules.CLAUSE);
    if (!receptions.revocable(caseNumber)) {
      throw tooLate;
    }
    opinions.give(caseNumber, "revoke", "撤销接待审批", group, official, null, null, (String) execution.getVariable("reason"));
    money.release(caseNumber);
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

  /** @return the group as which the official takes the approval back, where that may be done */
  private Optional<String> as(Official official, CaseFile file) {
    return Stream
        .of(receptions.approvers(file.caseNumber(), file.officeId(), file.governmentCode()), Groups.officialsOf(file.governmentCode()))
        .filter(official.groups()::contains)
        .findFirst();
  }
}
