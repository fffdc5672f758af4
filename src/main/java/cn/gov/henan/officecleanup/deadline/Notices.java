package cn.gov.henan.officecleanup.deadline;

import cn.gov.henan.officecleanup.deadline.Escalation.Kind;
import cn.gov.henan.officecleanup.identity.GroupNames;
import cn.gov.henan.officecleanup.identity.Officials;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
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
 * Tells people by mail what the ledger notes, where a mail server is configured ({@code spring.mail.host}). A notice is a job of the
 * engine: it is sent only when what it tells is committed, and it outlives a crash or a mail server that is down for a while.
 */
@Component
class Notices {

  private static final Logger LOG = LoggerFactory.getLogger(Notices.class);
  private static final int MOST_ATTEMPTS = 6;
  private static final Duration FIRST_WAIT = Duration.ofMinutes(5);

  private final EscalationLedger ledger;
  private final Officials officials;
  private final GroupNames groups;
  private final ObjectProvider<JavaMailSender> sender;
  private final DeadlineProperties properties;
  private final Clock clock;

  Notices(EscalationLedger ledger, Officials officials, GroupNames groups, ObjectProvider<JavaMailSender> sender,
          DeadlineProperties properties, Clock clock) {
    this.ledger = ledger;
    this.officials = officials;
    this.groups = groups;
    this.sender = sender;
    this.properties = properties;
    this.clock = clock;
  }

  void announce(long escalationId) {
    if (sender.getIfAvailable() != null) {
      schedule(new NoticeJobHandler.Notice(escalationId, 1), clock.instant());
    }
  }

  private static void schedule(NoticeJobHandler.Notice notice, Instant when) {
    MessageEntity job = new MessageEntity();
    job.setJobHandlerType(NoticeJobHandler.TYPE);
    job.setJobHandlerConfiguration(notice);
    job.setDuedate(Date.from(when));
    Context.getCommandContext().getJobManager().send(job);
  }

  /** Sends a notice; where the mail server does not take it, tries again later, each time waiting twice as long. */
  void send(NoticeJobHandler.Notice notice) {
    Escalation escalation = ledger.get(notice.escalationId());
    List<String> late = mailAddressesOf(escalation.lateGroup());
    List<String> superior = escalation.kind() == Kind.MISS 
        ? escalation.superiors().stream().flatMap(group -> mailAddressesOf(group).stream()).distinct().toList() : List.of();
    JavaMailSender server = sender.getIfAvailable();
    if (server == null || late.isEmpty() && superior.isEmpty()) {
      return;
    }
    SimpleMailMessage mail = escalation.kind() == Kind.MISS ? missed(escalation) : reminder(escalation);
    mail.setFrom(properties.mailFrom());
    mail.setTo(late.toArray(String[]::new));
    mail.setCc(superior.toArray(String[]::new));
    try {
      server.send(mail);
    } catch (MailException e) {
      if (notice.attempt() == MOST_ATTEMPTS) {
        LOG.error("gave up sending the notice of escalation {}", notice.escalationId(), e);
      } else {
        LOG.warn("attempt {} to send the notice of escalation {} failed: {}", notice.attempt(), notice.escalationId(), e.getMessage());
        schedule(notice.next(), clock.instant().plus(FIRST_WAIT.multipliedBy(1L << (notice.attempt() - 1))));
      }
    }
  }

  private SimpleMailMessage reminder(Escalation escalation) {
    SimpleMailMessage mail = new SimpleMailMessage();
    String lastDay = Escalation.inWords(escalation.lastDay());
    mail.setSubject("【提醒】案件%s“%s”将于%s到期".formatted(escalation.caseNumber(), escalation.stepName(), lastDay));
    mail.setText("""
        %s：

        案件%s“%s”应于%s前（含当日）办结，请及时登录系统办理。

        本邮件由系统自动发送，请勿回复。
        """.formatted(groups.nameOf(escalation.lateGroup()), escalation.caseNumber(), escalation.stepName(), lastDay));
    return mail;
  }

  private SimpleMailMessage missed(Escalation escalation) {
    SimpleMailMessage mail = new SimpleMailMessage();
    mail.setSubject("【督办】案件%s“%s”已逾期（第%d次督办）".formatted(escalation.caseNumber(), escalation.stepName(), escalation.round()));
    mail.setText("""
        %s：

        案件%s“%s”应由你单位于%s前（含当日）办结，现已逾期，请抓紧办理。

        抄送：%s（请予督促）

        本邮件由系统自动发送，请勿回复。
        """.formatted(groups.nameOf(escalation.lateGroup()), escalation.caseNumber(), escalation.stepName(),
        Escalation.inWords(escalation.lastDay()), escalation.superiors().stream().map(groups::nameOf).collect(Collectors.joining("、"))));
    return mail;
  }

  private List<String> mailAddressesOf(String group) {
    return group == null ? List.of() : officials.mailAddressesOf(group);
  }
}
