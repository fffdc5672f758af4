package cn.gov.officecleanup.procedure.complaint;

import cn.gov.officecleanup.mechanism.deadline.Terms;
import cn.gov.officecleanup.mechanism.deadline.WorkingDayCalendar;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.form.FormRecords;
import cn.gov.officecleanup.mechanism.form.FormTask;
import cn.gov.officecleanup.mechanism.form.Submission;
import cn.gov.officecleanup.mechanism.identity.Groups;
import cn.gov.officecleanup.mechanism.identity.Officials;
import cn.gov.officecleanup.mechanism.platform.EngineClock;
import cn.gov.officecleanup.mechanism.province.Province;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.mechanism.reporter.Reporters;
import cn.gov.officecleanup.mechanism.text.InWords;
import cn.gov.officecleanup.procedure.complaint.Complaint.Channel;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The complaints of all bodies (C14), their terms, and what the model asks about them. */
@Repository
public class Complaints extends FormRecords<Complaint> {

  static final String REGISTRATION = "complaint-registration";
  static final String SORTING = "complaint-sorting";
  private static final String HANDLING = "complaint-handling";
  private static final String EXTENSION = "complaint-extension";
  private static final String PETITION = "Petition";
  private static final String CLAUSE = "C14";

  private final Officials officials;
  private final OfficeRegister register;
  private final Province province;
  private final Reporters reporters;
  private final Terms terms;
  private final WorkingDayCalendar calendar;
  private final ComplaintProperties properties;
  private final Clock clock;

  Complaints(JdbcClient jdbc, Officials officials, OfficeRegister register, Province province, Reporters reporters, Terms terms,
      WorkingDayCalendar calendar, ComplaintProperties properties, Clock clock) {
    super(jdbc, Complaint.class, "complaint", REGISTRATION, SORTING, HANDLING, EXTENSION, "complaint-service");
    this.officials = officials;
    this.register = register;
    this.province = province;
    this.reporters = reporters;
    this.terms = terms;
    this.calendar = calendar;
    this.properties = properties;
    this.clock = clock;
  }

  void open(String caseNumber, String receivingGroup, Channel channel, LocalDate receivedOn) {
    begin(caseNumber, Map.of("receivingGroup", receivingGroup, "channel", channel, "receivedOn", receivedOn));
  }

  /** Enters what came by the public page, which no official registers. */
  void enter(String caseNumber, ComplaintKind kind, String content, String about) {
    Map<String, Object> entered = new HashMap<>(Map.of("kind", kind, "complaintText", content));
    entered.put("aboutOther", about);
    change(caseNumber, entered);
  }

  /** Those who received it read what was said; those who handle it read what was passed on to them. */
  @Override
  public List<String> formsShown(Complaint complaint) {
    boolean received = officials.current().filter(official -> official.groups().contains(complaint.receivingGroup())).isPresent();
    return received ? forms() : forms().stream().filter(form -> !form.equals(REGISTRATION)).toList();
  }

  /** @throws RefusedException for what the law does not leave open, saying what to do */
  @Override
  public void keep(FormTask task, Collection<String> fields, Submission submission) {
    String decision = submission.text(Submission.DECISION);
    Complaint before = get(task.caseNumber());
    if (task.form().equals(REGISTRATION)) {
      requireRegistered(before, submission);
    }
    if (task.form().equals(SORTING)) {
      requireSorted(before, submission);
    }
    if ("withdraw".equals(decision)) {
      ComplaintKind kind = task.form().equals(SORTING) ? ComplaintKind.valueOf(submission.text("sortedAs")) : before.sortedAs();
      require(kind != ComplaintKind.ACCUSATION, "ACCUSATION_GOES_ON", "检举控告不因撤回而终止办理，请继续办理；申诉求决、意见建议可以撤回。");
    }
    if ("extend".equals(decision)) {
      requireExtendable(before, submission);
    }
    if (task.form().equals("complaint-service")) {
      require(!submission.day("servedOn").isBefore(before.acceptedOn()), "SERVED_TOO_EARLY", "送达日期不能早于受理日期，请核对。");
    }
    if (task.form().equals(EXTENSION)) {
      change(task.caseNumber(), Map.of("extended", "approve".equals(decision)));
      return;
    }
    super.keep(task, fields, submission);
    if ("accept".equals(decision)) {
      accept(task.caseNumber());
    }
    if ("reply".equals(decision)) {
      require(!policy(get(task.caseNumber())).isNamed(before.handlingGroup()), "HANDLER_IS_NAMED",
          "查明涉及本机关，不能由本机关提出处理意见。请把案件退回“甄别并决定如何办理”，由信访工作人员重新分办。");
    }
  }

  private void requireRegistered(Complaint before, Submission submission) {
    require(before.channel() != Channel.TRANSFER || submission.text("transferredFrom") != null, "TRANSFERRED_BY_WHOM", "其他机关转送的，请填写转送机关。");
  }

  private void requireSorted(Complaint before, Submission submission) {
    String decision = submission.text(Submission.DECISION);
    require(!"accept".equals(decision) || submission.ticked("lookedThrough"), "NOT_LOOKED_THROUGH", "请先逐字核对交办的内容，确认不会泄露反映人身份，并勾选“已经逐字核对”。");
    require(before.acceptedOn() == null || !"refuse".equals(decision) && !"notOurs".equals(decision), "ACCEPTED_ALREADY",
        "本案已经受理并告知，不能再不予受理或者退回转送机关；办理单位不当的，请重新交办，期限不重新计算。");
    String linked = submission.text("linkedCase");
    require(
        linked == null || !linked.equals(before.caseNumber())
            && find(linked).filter(other -> other.receivingGroup().equals(before.receivingGroup())).isPresent(),
        "NO_SUCH_COMPLAINT", "本机关没有收到案号为“%s”的信访事项，请核对同一事项的另一案号。".formatted(linked));
  }

  private void requireExtendable(Complaint complaint, Submission submission) {
    require(complaint.extended() == null || !complaint.extended(), "EXTENDED_ALREADY", "办理期限只能延长一次，本案已经延长。请尽快办结。");
    require(!today().isAfter(lastDay(complaint)), "EXTENSION_TOO_LATE",
        "办理期限已于%s届满，不能再申请延长；超期已经记录。请尽快办结。".formatted(InWords.day(lastDay(complaint))));
    require(submission.number("extendedDays") <= properties.mostExtendedDays(), "EXTENSION_TOO_LONG",
        "延长期限不得超过%d日，请改正。".formatted(properties.mostExtendedDays()));
  }

  private static void require(boolean condition, String code, String otherwise) {
    if (!condition) {
      throw new RefusedException(code, otherwise, CLAUSE);
    }
  }

  private void accept(String caseNumber) {
    Complaint complaint = get(caseNumber);
    String handler = policy(complaint).handler(bodyOf(complaint))
        .orElseThrow(() -> new RefusedException("NOBODY_LEFT", "本省有权处理的机关都被反映，不能在本省办理，请报送上级机关。", CLAUSE));
    Map<String, Object> accepted = new HashMap<>(Map.of("handlingGroup", handler));
    if (complaint.acceptedOn() == null) {
      // who handles it may change, the term does not begin anew
      accepted.put("acceptedOn", today());
    }
    change(caseNumber, accepted);
  }

  /** @return id of the group of the officials of the body that received it */
  static String bodyOf(Complaint complaint) {
    return complaint.receivingGroup().substring(0, complaint.receivingGroup().length() - PETITION.length());
  }

  /** @return who may handle it, by what is known of whom it is about */
  WhoMayHandle policy(Complaint complaint) {
    String sender = complaint.aboutOffice() == null ? governmentOf(bodyOf(complaint))
        : register.findById(complaint.aboutOffice()).map(office -> office.governmentCode()).orElse(governmentOf(bodyOf(complaint)));
    return new WhoMayHandle(complaint.named(), sender, province.code());
  }

  /** @return code of the government that a group's officials work for, of the bureau's the province's */
  String governmentOf(String group) {
    return group.startsWith(Groups.PROVINCIAL_BUREAU) ? province.code() : group.replaceAll("\\D", "").substring(0, 6);
  }

  /** @return whether no official need enter what was complained of, since the public page does; the model asks this */
  public boolean isRegistered(String caseNumber) {
    return get(caseNumber).channel() == Channel.PAGE;
  }

  /** @return whether a written notice or reply can reach who complained; the model asks this */
  public boolean isReachable(String caseNumber) {
    return reporters.isReachable(caseNumber);
  }

  /** @return id of the group that received it; the model asks this */
  public String receiver(String caseNumber) {
    return get(caseNumber).receivingGroup();
  }

  /** @return id of the group that handles it; the model asks this */
  public String handlers(String caseNumber) {
    return get(caseNumber).handlingGroup();
  }

  /** @return id of the group of who signs for those who handle it; the model asks this */
  public String leaders(String caseNumber) {
    return get(caseNumber).handlingGroup() + "Leader";
  }

  /** @return the beginning of the day on which it was received; the model asks this */
  public Instant received(String caseNumber) {
    return get(caseNumber).receivedOn().atStartOfDay(EngineClock.ZONE).toInstant();
  }

  /** @return when it is to be decided, with what was granted beyond the term; the model asks this */
  public Date due(String caseNumber) {
    return terms.endOf(lastDay(get(caseNumber)));
  }

  /** @return the last day on which it is decided in time */
  LocalDate lastDay(Complaint complaint) {
    LocalDate last = terms.lastDay("complaint-handling", complaint.acceptedOn());
    return Boolean.TRUE.equals(complaint.extended()) ? calendar.workingDayFrom(last.plusDays(complaint.extendedDays())) : last;
  }

  /** @return the last day on which a review can be asked for; empty before the reply is served */
  Optional<LocalDate> reviewableUntil(Complaint complaint) {
    return Optional.ofNullable(complaint.servedOn())
        .filter(served -> complaint.isRequest())
        .map(served -> terms.lastDay("complaint-review", served));
  }

  void replied(String caseNumber, String number) {
    change(caseNumber, Map.of("replyNumber", Objects.requireNonNull(number)));
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }
}
