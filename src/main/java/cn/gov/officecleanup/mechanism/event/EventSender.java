package cn.gov.officecleanup.mechanism.event;

import cn.gov.officecleanup.mechanism.auditlog.AuditEvent;
import cn.gov.officecleanup.mechanism.auditlog.AuditLog;
import cn.gov.officecleanup.mechanism.event.EventProperties.Receiver;
import cn.gov.officecleanup.mechanism.event.Outbox.Outgoing;
import cn.gov.officecleanup.mechanism.identity.Groups;
import cn.gov.officecleanup.mechanism.identity.Officials;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Sends what is in the outbox, each piece in a transaction of its own: what was sent and could not be kept as sent is sent again. The
 * server alone sends; commands and rehearsals leave it to the server.
 */
@Component
@ConditionalOnWebApplication
class EventSender {

  private static final Logger LOG = LoggerFactory.getLogger(EventSender.class);
  private static final Duration WAIT_FOR_CONNECTION = Duration.ofSeconds(5);
  private static final Duration WAIT_FOR_ANSWER = Duration.ofSeconds(10);
  /** to one receiver, before the others have their turn */
  private static final int MOST_AT_ONCE = 500;

  private final Outbox outbox;
  private final EventProperties properties;
  private final AuditLog auditLog;
  private final Officials officials;
  private final ObjectProvider<JavaMailSender> mail;
  private final String mailFrom;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final RestClient http;
  private final Map<String, EventSignature> signatures = new TreeMap<>();

  EventSender(Outbox outbox, EventProperties properties, AuditLog auditLog, Officials officials, ObjectProvider<JavaMailSender> mail,
      @Value("${cleanup.deadline.mail-from}") String mailFrom, PlatformTransactionManager transactions, Clock clock) {
    this.outbox = outbox;
    this.properties = properties;
    this.auditLog = auditLog;
    this.officials = officials;
    this.mail = mail;
    this.mailFrom = mailFrom;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
    JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(
        HttpClient.newBuilder().connectTimeout(WAIT_FOR_CONNECTION).followRedirects(HttpClient.Redirect.NEVER).build());
    requests.setReadTimeout(WAIT_FOR_ANSWER);
    this.http = RestClient.builder().requestFactory(requests).build();
    properties.receivers().forEach((name, receiver) -> signatures.put(name, new EventSignature(name, receiver.secret())));
  }

  @EventListener(ApplicationReadyEvent.class)
  void register() {
    for (String receiver : properties.receivers().keySet()) {
      try {
        outbox.register(receiver);
      } catch (DuplicateKeyException e) {
        LOG.debug("another node has made {} known", receiver);
      }
    }
  }

  @Scheduled(fixedDelayString = "${cleanup.events.look-every}")
  void send() {
    for (String receiver : properties.receivers().keySet()) {
      int sent = 0;
      while (sent < MOST_AT_ONCE && Boolean.TRUE.equals(transaction.execute(begun -> sendNext(receiver)))) {
        sent++;
      }
    }
  }

  @Scheduled(initialDelayString = "PT1H", fixedDelayString = "PT6H")
  void tidy() {
    outbox.tidy(properties.receivers().keySet());
  }

  /** @return whether there may be more to send */
  private boolean sendNext(String receiver) {
    Optional<Outgoing> next = outbox.lock(receiver) ? outbox.next(receiver) : Optional.empty();
    if (next.isEmpty()) {
      return false;
    }
    Outgoing event = next.get();
    Optional<String> failure = post(receiver, event);
    if (failure.isEmpty()) {
      outbox.sent(event);
      return true;
    }
    if (event.tries() + 1 < properties.tries()) {
      LOG.warn("try {} to send {} to {} failed: {}", event.tries() + 1, event.eventId(), receiver, failure.get());
      outbox.failed(event, failure.get(), pauseAfter(event.tries()));
      return false;
    }
    LOG.error("gave up sending {} to {}: {}", event.eventId(), receiver, failure.get());
    outbox.failed(event, failure.get(), null);
    auditLog.note(AuditEvent.Kind.EVENT_GIVEN_UP, AuditLog.SYSTEM, receiver,
        "消息%s推送%d次未成功，不再推送：%s".formatted(event.eventId(), properties.tries(), failure.get()));
    tellAdministrators(receiver, event);
    return true;
  }

  /** @param tries that failed before */
  private Duration pauseAfter(int tries) {
    Duration pause = properties.firstPause();
    for (int i = 0; i < tries && pause.compareTo(properties.longestPause()) < 0; i++) {
      pause = pause.multipliedBy(2);
    }
    return pause.compareTo(properties.longestPause()) < 0 ? pause : properties.longestPause();
  }

  /** @return why it did not arrive; empty where it did */
  private Optional<String> post(String name, Outgoing event) {
    Receiver receiver = properties.receivers().get(name);
    Instant now = clock.instant();
    try {
      HttpStatusCode status = http.post()
          .uri(receiver.url())
          .contentType(MediaType.APPLICATION_JSON)
          .header("webhook-id", event.eventId())
          .header("webhook-timestamp", String.valueOf(now.getEpochSecond()))
          .header("webhook-signature", signatures.get(name).of(event.eventId(), now, event.body()))
          .body(event.body().getBytes(StandardCharsets.UTF_8))
          .exchange((request, response) -> response.getStatusCode());
      return status.is2xxSuccessful() ? Optional.empty() : Optional.of("HTTP " + status.value());
    } catch (RestClientException e) {
      return Optional.of(String.valueOf(e.getMostSpecificCause()));
    }
  }

  private void tellAdministrators(String receiver, Outgoing event) {
    JavaMailSender server = mail.getIfAvailable();
    List<String> addresses = officials.mailAddressesOf(Groups.ADMINISTRATORS);
    if (server == null || addresses.isEmpty()) {
      return;
    }
    SimpleMailMessage message = new SimpleMailMessage();
    message.setFrom(mailFrom);
    message.setTo(addresses.toArray(String[]::new));
    message.setSubject("【系统维护】向“%s”推送消息未成功".formatted(receiver));
    message.setText(
        "消息%s推送%d次未成功，不再推送。请检查接收方“%s”和网络；以后的消息继续推送。\n\n本邮件由系统自动发送，请勿回复。\n".formatted(event.eventId(), properties.tries(), receiver));
    try {
      server.send(message);
    } catch (MailException e) {
      LOG.warn("administrators could not be told: {}", e.getMessage());
    }
  }
}
