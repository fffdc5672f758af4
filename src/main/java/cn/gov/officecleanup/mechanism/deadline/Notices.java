package cn.gov.officecleanup.mechanism.deadline;

import cn.gov.officecleanup.mechanism.casefile.ConfidedCases;
import cn.gov.officecleanup.mechanism.deadline.Escalation.ClosingReason;
import cn.gov.officecleanup.mechanism.deadline.Escalation.Kind;
import cn.gov.officecleanup.mechanism.identity.GroupNames;
import cn.gov.officecleanup.mechanism.identity.Officials;
import cn.gov.officecleanup.mechanism.text.InWords;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.MessageEntity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/**
 * Tells people by mail what the ledger notes, where a mail server is configured ({@code spring.mail.host}), and by {@link NoticeReceivers},
 * where there are any: one mail a day for each group that has something to do about it, however much there is. It is a job of the engine:
 * it is sent only when what it tells is committed, and it outlives a crash or a mail server that is down for a while.
 */
@Component
class Notices {

  private static final Logger LOG = LoggerFactory.getLogger(Notices.class);
  private static final int MOST_ATTEMPTS = 6;
  private static final Duration FIRST_WAIT = Duration.ofMinutes(5);
  private static final Set<Kind> DECISIONS = Set.of(Kind.EXTENDED, Kind.HALTED, Kind.RESUMED, Kind.REFUSED);
  private static final Set<Kind> CONCERN_SUPERIORS = Stream.concat(DECISIONS.stream(), Stream.of(Kind.MISS, Kind.TAKEN_BACK))
      .collect(Collectors.toUnmodifiableSet());
  /** most lines of each kind in one mail */
  private static final int MOST_LINES = 100;

  private final EscalationLedger ledger;
  private final SentDigests sent;
  private final ConfidedCases confided;
  private final Officials officials;
  private final GroupNames groups;
  private final ObjectProvider<JavaMailSender> sender;
  private final NoticeReceivers others;
  private final DeadlineProperties properties;
  private final Clock clock;

  Notices(EscalationLedger ledger, SentDigests sent, ConfidedCases confided, Officials officials, GroupNames groups,
      ObjectProvider<JavaMailSender> sender, NoticeReceivers others, DeadlineProperties properties, Clock clock) {
    this.ledger = ledger;
    this.sent = sent;
    this.confided = confided;
    this.officials = officials;
    this.groups = groups;
    this.sender = sender;
    this.others = others;
    this.properties = properties;
    this.clock = clock;
  }

  /** Makes sure that everybody whom an entry of the ledger concerns reads of it in the next mail; of confided cases nobody does. */
  void announce(long escalationId) {
    if (sender.getIfAvailable() == null && !others.any()) {
      return;
    }
    Escalation escalation = ledger.get(escalationId);
    if (confided.include(escalation.caseNumber())) {
      return;
    }
    ZonedDateTime now = ZonedDateTime.now(clock);
    ZonedDateTime today = now.with(properties.digestAt());
    LocalDate day = (now.isBefore(today) ? today : today.plusDays(1)).toLocalDate();
    Stream
        .concat(Stream.ofNullable(escalation.lateGroup()),
            CONCERN_SUPERIORS.contains(escalation.kind()) ? escalation.superiors().stream() : Stream.empty())
        .distinct()
        .map(group -> new NoticeJobHandler.Notice(group, day, 1))
        .filter(notice -> Context.getCommandContext()
            .getJobManager()
            .findJobsByConfiguration(NoticeJobHandler.TYPE, notice.toCanonicalString(), null)
            .isEmpty())
        .forEach(notice -> schedule(notice, endOf(day).toInstant()));
  }

  /** @return the moment at which the mail of a day goes out, and until which it tells */
  private ZonedDateTime endOf(LocalDate day) {
    return day.atTime(properties.digestAt()).atZone(clock.getZone());
  }

  private static void schedule(NoticeJobHandler.Notice notice, Instant when) {
    MessageEntity job = new MessageEntity();
    job.setJobHandlerType(NoticeJobHandler.TYPE);
    job.setJobHandlerConfiguration(notice);
    job.setDuedate(Date.from(when));
    Context.getCommandContext().getJobManager().send(job);
  }

  /**
   * Sends the mail of a day to a group, once; where the mail server does not take it, tries again later, each time waiting twice as long.
   */
  void send(NoticeJobHandler.Notice notice) {
    JavaMailSender server = sender.getIfAvailable();
    List<String> addresses = officials.mailAddressesOf(notice.group());
    boolean byMail = server != null && !addresses.isEmpty();
    if (!byMail && !others.any() || sent.contain(notice.group(), notice.day())) {
      return;
    }
    List<Escalation> open = ledger.notedBetween(endOf(notice.day().minusDays(1)).toOffsetDateTime(), endOf(notice.day()).toOffsetDateTime())
        .stream()
        .filter(entry -> entry.closedAt() == null || entry.closedBy() == ClosingReason.RECOMPUTED && entry.dueBefore() != null
            || DECISIONS.contains(entry.kind()))
        .toList();
    List<Escalation> near = of(open, entry -> entry.kind() == Kind.REMINDER && notice.group().equals(entry.lateGroup()));
    List<Escalation> late = of(open, entry -> entry.kind() == Kind.MISS && notice.group().equals(entry.lateGroup()));
    List<Escalation> toUrge = of(open, entry -> entry.kind() == Kind.MISS && entry.superiors().contains(notice.group()));
    List<Escalation> moved = of(open, entry -> entry.kind() == Kind.MOVED && notice.group().equals(entry.lateGroup()));
    List<Escalation> takenBack = of(open, entry -> entry.kind() == Kind.TAKEN_BACK && entry.superiors().contains(notice.group()));
    List<Escalation> decided = of(open, entry -> DECISIONS.contains(entry.kind())
        && (notice.group().equals(entry.lateGroup()) || entry.superiors().contains(notice.group())));
    if (Stream.of(near, late, toUrge, moved, takenBack, decided).allMatch(List::isEmpty)) {
      return;
    }
    String subject = "【办理提醒】%s：%s".formatted(InWords.day(notice.day()),
        Stream
            .of(counted("将到期", near), counted("已逾期", late), counted("请督促", toUrge), counted("期限重新计算", moved), counted("督办收回", takenBack),
                counted("延期、中止", decided))
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining("，")));
    // with this transaction, whether or not the mail server takes the mail
    if (notice.attempt() == 1 && others.any()) {
      others.tell(officials.membersOf(notice.group()), subject + "，请登录系统办理。");
    }
    if (!byMail) {
      sent.add(notice.group(), notice.day());
      return;
    }
    SimpleMailMessage mail = new SimpleMailMessage();
    mail.setFrom(properties.mailFrom());
    mail.setTo(addresses.toArray(String[]::new));
    mail.setSubject(subject);
    mail.setText("%s：\n\n%s%s%s%s%s%s请登录系统办理。\n\n本邮件每日一封，由系统自动发送，请勿回复。\n".formatted(groups.nameOf(notice.group()),
        part("将到期的事项", near, false), part("已逾期的事项，请抓紧办理", late, false), part("请予督促的逾期事项", toUrge, true),
        part("因放假安排调整重新计算期限的事项", moved, false), part("按新的放假安排并未逾期、收回督办的事项", takenBack, true), part("延期、中止的事项", decided, true)));
    try {
      server.send(mail);
      sent.add(notice.group(), notice.day());
    } catch (MailException e) {
      if (notice.attempt() == MOST_ATTEMPTS) {
        LOG.error("gave up sending the mail of {} to {}", notice.day(), notice.group(), e);
      } else {
        LOG.warn("attempt {} to send the mail of {} to {} failed: {}", notice.attempt(), notice.day(), notice.group(), e.getMessage());
        schedule(notice.next(), clock.instant().plus(FIRST_WAIT.multipliedBy(1L << (notice.attempt() - 1))));
      }
    }
  }

  private static List<Escalation> of(List<Escalation> entries, Predicate<Escalation> wanted) {
    return entries.stream().filter(wanted).toList();
  }

  private static String counted(String what, List<Escalation> entries) {
    return entries.isEmpty() ? "" : "%d件%s".formatted(entries.size(), what);
  }

  private String part(String heading, List<Escalation> entries, boolean withUnit) {
    if (entries.isEmpty()) {
      return "";
    }
    String lines = entries.stream()
        .limit(MOST_LINES)
        .map(entry -> "　　%s案件%s“%s”，期限%s（含当日）%s".formatted(withUnit ? groups.nameOf(entry.lateGroup()) + "　" : "", entry.caseNumber(),
            entry.stepName(), InWords.day(entry.lastDay()), entry.kind() == Kind.REMINDER ? "" : "，" + entry.what()))
        .collect(Collectors.joining("\n"));
    return "%s（%d件）：\n%s\n%s\n".formatted(heading, entries.size(), lines, entries.size() > MOST_LINES ? "　　其余请登录系统查看。\n" : "");
  }
}
