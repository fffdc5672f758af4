package cn.gov.officecleanup.procedure.complaint;

import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.identity.Groups;
import cn.gov.officecleanup.mechanism.identity.Officials;
import cn.gov.officecleanup.mechanism.reporter.QueryCodes;
import cn.gov.officecleanup.mechanism.reporter.Reporter;
import cn.gov.officecleanup.mechanism.reporter.Reporters;
import cn.gov.officecleanup.procedure.complaint.Complaint.Channel;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Receives complaints, also from whoever is not signed in, and tells by a code how far one is (C14). Who complains goes from here into what
 * is encrypted; the engine is told the day, the channel and the body alone.
 */
@Component
public class ReceivingComplaints {

  static final String RECEIVED_BY = "receivingGroup";
  private static final String PROCEDURE = "complaint-handling";
  private static final int FEWEST = 10;
  private static final int MOST = 5000;
  private static final int MOST_ABOUT = 200;
  private static final int MOST_OF_IDENTITY = 100;
  private static final String CLAUSE = "C14";

  private final Complaints complaints;
  private final Reporters reporters;
  private final QueryCodes codes;
  private final Officials officials;
  private final RuntimeService runtime;
  private final JdbcClient jdbc;
  private final Clock clock;

  ReceivingComplaints(Complaints complaints, Reporters reporters, QueryCodes codes, Officials officials, @Lazy RuntimeService runtime,
      JdbcClient jdbc, Clock clock) {
    this.complaints = complaints;
    this.reporters = reporters;
    this.codes = codes;
    this.officials = officials;
    this.runtime = runtime;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * What whoever complained is told once.
   *
   * @param queryCode by which the state can be asked for; it cannot be found again
   */
  public record Receipt(String caseNumber, String queryCode) {
  }

  /**
   * Receives what somebody complains of who is not signed in.
   *
   * @param receiver id of the petition group of the body that receives it
   * @param content 10 to 5,000 characters
   * @param about whom it is about, at most 200 characters; may be null
   * @param reporter may tell nothing
   * @throws RefusedException in words for whoever complains, when it is too short or too long, or there is no such body
   */
  @Transactional
  public Receipt receive(String receiver, ComplaintKind kind, String content, String about, Reporter reporter) {
    require(Groups.receivesComplaints(receiver), "NO_SUCH_RECEIVER", "没有这个收件机关，请重新选择。");
    String said = content == null ? "" : content.strip();
    require(said.codePointCount(0, said.length()) >= FEWEST && said.length() <= MOST, "CONTENT_LENGTH",
        "反映的内容应当有%d至%d个字，请修改后再提交。".formatted(FEWEST, MOST));
    require(about == null || about.length() <= MOST_ABOUT, "ABOUT_LENGTH", "反映的单位不超过%d个字，请修改后再提交。".formatted(MOST_ABOUT));
    for (String told : new String[]{reporter.name(), reporter.phone(), reporter.address()}) {
      require(told == null || told.length() <= MOST_OF_IDENTITY, "IDENTITY_LENGTH",
          "姓名、电话、地址各不超过%d个字，请修改后再提交。".formatted(MOST_OF_IDENTITY));
    }
    return officials.asApplication(() -> {
      String caseNumber = runtime
          .startProcessInstanceByKey(PROCEDURE,
              Map.of(RECEIVED_BY, receiver, "channel", Channel.PAGE.name(), "receivedOn", LocalDate.now(clock).toString()))
          .getBusinessKey();
      complaints.enter(caseNumber, kind, said, about);
      reporters.keep(caseNumber, receiver, reporter);
      return new Receipt(caseNumber, codes.issue(caseNumber));
    });
  }

  private static void require(boolean condition, String code, String otherwise) {
    if (!condition) {
      throw new RefusedException(code, otherwise, CLAUSE);
    }
  }

  /** @return 已登记, 办理中 or 已办结; empty for a code that is none */
  @Transactional(readOnly = true)
  public Optional<String> stateOf(String queryCode) {
    return codes.find(queryCode).map(caseNumber -> {
      boolean closed = jdbc.sql("select count(*) from case_file where case_number = ? and closed_at is not null")
          .param(caseNumber)
          .query(Long.class)
          .single() > 0;
      return closed ? "已办结" : complaints.get(caseNumber).acceptedOn() == null ? "已登记" : "办理中";
    });
  }

  /**
   * Gives a case that an official registered a code, to be told to whoever complained; one that it had holds no more.
   *
   * @throws RefusedException when the signed-in official is not of those who received it
   */
  @Transactional
  public String codeFor(String caseNumber) {
    require(complaints.find(caseNumber).filter(complaint -> officials.required().groups().contains(complaint.receivingGroup())).isPresent(),
        "NO_SUCH_CASE", "没有该案，或者不是本机关收到的信访事项。");
    return codes.issue(caseNumber);
  }

  /** @return code of the government whose case one that starts is; the model asks this */
  public String governmentOf(DelegateExecution execution) {
    return complaints.governmentOf(receiver(execution));
  }

  /** @return id of the group that receives the complaint which starts: that of who starts it, or the one that was chosen on the page */
  String receiver(DelegateExecution execution) {
    return officials.current()
        .map(official -> official.groups()
            .stream()
            .filter(Groups::receivesComplaints)
            .sorted()
            .findFirst()
            .orElseThrow(() -> new RefusedException("NOT_OFFERED", "只有信访工作人员可以登记信访事项。", CLAUSE)))
        .orElseGet(() -> (String) execution.getVariable(RECEIVED_BY));
  }
}
