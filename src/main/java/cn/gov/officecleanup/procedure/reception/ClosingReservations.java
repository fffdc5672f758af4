package cn.gov.officecleanup.procedure.reception;

import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.casefile.Opinions;
import cn.gov.officecleanup.mechanism.identity.Groups;
import cn.gov.officecleanup.mechanism.identity.Official;
import cn.gov.officecleanup.mechanism.identity.Officials;
import cn.gov.officecleanup.mechanism.register.OfficeStatusNoted;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * C18: on the day on which an office ends, what is reserved for its receptions is free. What was to begin later does not take place; the
 * lists of what has begun the government fills in and signs, against what is then left of the budget. A list that is signed already is a
 * debt, not a reservation: it is paid.
 */
@Component
class ClosingReservations {

  private final Receptions receptions;
  private final ReceptionMoney money;
  private final CaseFiles cases;
  private final Opinions opinions;
  private final Officials officials;
  private final RuntimeService runtime;
  private final Clock clock;

  ClosingReservations(Receptions receptions, ReceptionMoney money, CaseFiles cases, Opinions opinions, Officials officials,
      @Lazy RuntimeService runtime, Clock clock) {
    this.receptions = receptions;
    this.money = money;
    this.cases = cases;
    this.opinions = opinions;
    this.officials = officials;
    this.runtime = runtime;
    this.clock = clock;
  }

  @EventListener
  void noted(OfficeStatusNoted noted) {
    if (noted.status().ended()) {
      receptions.unsignedOf(noted.officeId()).forEach(this::close);
    }
  }

  private void close(Reception reception) {
    String caseNumber = reception.caseNumber();
    boolean begun = reception.begun(LocalDate.now(clock));
    opinions.give(caseNumber, "office-ended", "办事机构结束", Groups.officialsOf(cases.get(caseNumber).governmentCode()),
        new Official(CaseFiles.SYSTEM, "系统", Set.of()), null, null,
        begun ? "办事机构已经撤销或者整合，预留的预算自即日起释放；接待清单由派出地政府填写、签字。" : "办事机构已经撤销或者整合，尚未开始的接待取消，预留的预算自即日起释放。");
    money.release(caseNumber);
    if (!begun) {
      officials.asApplication(() -> {
        runtime.createMessageCorrelation(RevokingApproval.MESSAGE).processInstanceBusinessKey(caseNumber).correlateAll();
        return null;
      });
    }
  }
}
