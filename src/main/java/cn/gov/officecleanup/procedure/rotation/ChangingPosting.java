package cn.gov.officecleanup.procedure.rotation;

import cn.gov.officecleanup.mechanism.casefile.CaseFile;
import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.casefile.Opinions;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.identity.Groups;
import cn.gov.officecleanup.mechanism.identity.Official;
import cn.gov.officecleanup.mechanism.identity.Officials;
import cn.gov.officecleanup.mechanism.text.InWords;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * C13: corrects the day on which a posting began, from which the term follows, or notes that somebody has left before the term was over;
 * then the rotation begins at once. What was entered twice or in error is withdrawn. What it rests on stands in the case of the posting.
 */
@Component
class ChangingPosting implements JavaDelegate {

  private static final String CLAUSE = "C13";

  /** What can be noted of a posting that lasts. */
  private enum Change {
    CORRECTION,
    LEFT,
    WITHDRAWN
  }

  private final CaseFiles cases;
  private final Postings postings;
  private final Rotations rotations;
  private final OfficeAccounts accounts;
  private final Opinions opinions;
  private final Officials officials;
  private final WaitingPostings waiting;
  private final Clock clock;

  ChangingPosting(CaseFiles cases, Postings postings, Rotations rotations, OfficeAccounts accounts, Opinions opinions, Officials officials,
      WaitingPostings waiting, Clock clock) {
    this.cases = cases;
    this.postings = postings;
    this.rotations = rotations;
    this.accounts = accounts;
    this.opinions = opinions;
    this.officials = officials;
    this.waiting = waiting;
    this.clock = clock;
  }

  /** @throws RefusedException when the posting has ended in this moment, or what is noted cannot be */
  @Override
  public void execute(DelegateExecution execution) {
    Official official = officials.required();
    String caseNumber = (String) execution.getVariable("posting");
    cases.hold(caseNumber);
    Posting posting = postings.find(caseNumber)
        .filter(found -> found.endedOn() == null)
        .orElseThrow(() -> new RefusedException("ENDED_MEANWHILE", "这项任职已经结束，选项可能刚刚变化，请刷新后再看。", CLAUSE));
    CaseFile file = cases.get(posting.caseNumber());
    String words = Objects.toString(execution.getVariable("words"));
    switch (Change.valueOf((String) execution.getVariable("postingChange"))) {
      case CORRECTION -> correct(posting, file, changedOn(execution), official, words);
      case LEFT -> leave(posting, file, changedOn(execution), official, words);
      case WITHDRAWN -> withdraw(posting, file, official, words);
    }
    execution.removeVariable("words");
  }

  private static LocalDate changedOn(DelegateExecution execution) {
    return LocalDate.parse((String) execution.getVariable("changedOn"));
  }

  /** What was entered twice or in error was no posting: it counts for no term, and nobody succeeds. */
  private void withdraw(Posting posting, CaseFile file, Official official, String words) {
    if (rotations.isUnderWay(posting.caseNumber())) {
      throw new RefusedException("ROTATION_BEGUN", "这项任职的轮换已经启动，不能撤销登记；任职有误的，请更正任职日期或者登记提前离任。", CLAUSE);
    }
    waiting.callExchangesOff(posting.caseNumber());
    postings.withdraw(posting.caseNumber(), LocalDate.now(clock), "撤销登记：%s".formatted(words));
    if (postings.lastingOf(posting.personNumber(), file.governmentCode()).isEmpty()) {
      accounts.move(posting.account(), null, posting.duty(), file.officeId());
    }
    tell(file, official, "撤销任职登记", words);
    waiting.expectNoContract(posting.caseNumber());
    waiting.wake(posting.caseNumber(), Date.from(clock.instant()));
  }

  private void leave(Posting posting, CaseFile file, LocalDate day, Official official, String words) {
    if (day.isBefore(posting.postedOn())) {
      throw new RefusedException("LEFT_BEFORE_POSTED", "离任日期不能早于任职日期（%s），请改正。".formatted(InWords.day(posting.postedOn())), CLAUSE);
    }
    waiting.callExchangesOff(posting.caseNumber());
    postings.end(posting.caseNumber(), day, "提前离任：%s".formatted(words));
    accounts.move(posting.account(), null, posting.duty(), file.officeId());
    tell(file, official, "登记提前离任，离任日期%s".formatted(InWords.day(day)), words);
    waiting.expectNoContract(posting.caseNumber());
    waiting.wake(posting.caseNumber(), Date.from(clock.instant()));
  }

  private void correct(Posting posting, CaseFile file, LocalDate day, Official official, String words) {
    if (day.equals(posting.postedOn())) {
      throw new RefusedException("SAME_DAY", "更正后的任职日期与已登记的相同，请核对。", CLAUSE);
    }
    Posting corrected = postings.correct(posting, day, file.officeId());
    tell(file, official, "更正任职日期：由%s改为%s".formatted(InWords.day(posting.postedOn()), InWords.day(day)), words);
    waiting.expectContractFrom(posting.caseNumber());
    if (corrected.rotates()) {
      waiting.wake(posting.caseNumber(), postings.begins(posting.caseNumber()));
    }
  }

  private void tell(CaseFile file, Official official, String what, String words) {
    opinions.give(file.caseNumber(), "posting-changed", "任职变动", Groups.officialsOf(file.governmentCode()), official, "posting-changed",
        what, words);
  }
}
