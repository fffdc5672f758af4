package cn.gov.officecleanup.mechanism.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import cn.gov.officecleanup.mechanism.auditlog.AuditLog;
import cn.gov.officecleanup.mechanism.identity.Groups;
import cn.gov.officecleanup.mechanism.identity.Officials;
import cn.gov.officecleanup.testkit.MemoryDatabase;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The outbox with a receiver that answers as the test says: three tries, pauses of one, two and at most three minutes. */
@SpringJUnitConfig({MemoryDatabase.class, Outbox.class, AuditLog.class, EventSenderTest.Beans.class})
class EventSenderTest {

  private static final Time TIME = new Time();
  private static final List<HttpExchange> CAME = new ArrayList<>();
  private static final List<String> BODIES = new ArrayList<>();
  private static final HttpServer RECEIVER = receiver();
  private static int answer;

  @Autowired
  private Outbox outbox;
  @Autowired
  private EventProperties properties;
  @Autowired
  private AuditLog auditLog;
  @Autowired
  private JdbcClient jdbc;
  @Autowired
  private PlatformTransactionManager transactions;

  private final JavaMailSender mail = mock();
  private EventSender sender;

  /** A clock that the test moves. */
  private static final class Time extends Clock {

    private Instant now = Instant.parse("2015-09-01T01:00:00Z");

    @Override
    public ZoneId getZone() {
      return ZoneId.of("Asia/Shanghai");
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Instant instant() {
      return now;
    }

    void pass(Duration time) {
      now = now.plus(time);
    }
  }

  @TestConfiguration
  static class Beans {

    @Bean
    Clock clock() {
      return TIME;
    }

    @Bean
    ObjectMapper json() {
      return new ObjectMapper();
    }

    @Bean
    EventProperties properties() {
      return EventPropertiesTest.with(true, "", "http://127.0.0.1:" + RECEIVER.getAddress().getPort() + "/events");
    }
  }

  private static HttpServer receiver() {
    try {
      HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext("/", exchange -> {
        CAME.add(exchange);
        BODIES.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        if (answer / 100 == 3) {
          exchange.getResponseHeaders().add("Location", "/elsewhere");
        }
        exchange.sendResponseHeaders(answer, -1);
        exchange.close();
      });
      server.start();
      return server;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @BeforeEach
  @SuppressWarnings("unchecked")
  void start() {
    answer = 204;
    Officials officials = mock();
    when(officials.mailAddressesOf(Groups.ADMINISTRATORS)).thenReturn(List.of("admin@example.cn"));
    ObjectProvider<JavaMailSender> server = mock(ObjectProvider.class);
    when(server.getIfAvailable()).thenReturn(mail);
    sender = new EventSender(outbox, properties, auditLog, officials, server, "qingli@example.cn", transactions, TIME);
    sender.register();
    sender.register();
  }

  @AfterEach
  void end() {
    jdbc.sql("delete from outgoing_event").update();
    CAME.clear();
    BODIES.clear();
  }

  @AfterAll
  static void stop() {
    RECEIVER.stop(0);
  }

  @Test
  void whatIsRolledBackIsNotSentAndNothingIsNotedOutsideOfATransaction() {
    new TransactionTemplate(transactions).executeWithoutResult(begun -> {
      outbox.add(EventKind.STEP_DONE, Map.of("caseNumber", "BL-2015-0001"));
      begun.setRollbackOnly();
    });
    sender.send();
    assertThat(CAME).isEmpty();
    assertThatThrownBy(() -> outbox.add(EventKind.STEP_DONE, Map.of())).isInstanceOf(IllegalTransactionStateException.class);
  }

  @Test
  void isSentOnceInOrderAndSigned() {
    add("BL-2015-0001");
    add("BL-2015-0002");
    sender.send();
    sender.send();
    assertThat(BODIES).hasSize(2);
    assertThat(BODIES.get(0)).isEqualTo("""
      {"type":"step.done","timestamp":"%s","data":{"caseNumber":"BL-2015-0001"}}"""
        .formatted(TIME.now.atZone(TIME.getZone()).toOffsetDateTime()));
    assertThat(BODIES.get(1)).contains("BL-2015-0002");
    String id = header(0, "webhook-id");
    assertThat(id).isNotEqualTo(header(1, "webhook-id"));
    assertThat(header(0, "webhook-timestamp")).isEqualTo(String.valueOf(TIME.now.getEpochSecond()));
    assertThat(header(0, "webhook-signature"))
        .isEqualTo(new EventSignature("", properties.receivers().get("one").secret()).of(id, TIME.now, BODIES.get(0)));
    assertThat(outbox.states()).singleElement().satisfies(state -> {
      assertThat(state.waiting()).isZero();
      assertThat(state.lastSentAt().toInstant()).isEqualTo(TIME.now);
      assertThat(state.failure()).isNull();
    });
  }

  @Test
  void whatDoesNotArriveIsTriedAgainAfterGrowingPausesAndThenGivenUp() {
    add("BL-2015-0001");
    add("BL-2015-0002");
    answer = 500;
    sender.send();
    assertThat(BODIES).as("nothing overtakes").hasSize(1);
    assertThat(outbox.states().get(0).failure()).isEqualTo("HTTP 500");
    TIME.pass(Duration.ofSeconds(59));
    sender.send();
    assertThat(BODIES).hasSize(1);
    TIME.pass(Duration.ofSeconds(1));
    sender.send();
    assertThat(BODIES).hasSize(2);
    TIME.pass(Duration.ofSeconds(119));
    sender.send();
    assertThat(BODIES).hasSize(2);
    assertThat(audited()).isZero();
    TIME.pass(Duration.ofSeconds(1));
    sender.send();
    assertThat(BODIES).as("given up, and the next is tried at once").hasSize(4);
    assertThat(BODIES.subList(0, 3)).allMatch(body -> body.contains("BL-2015-0001"));
    assertThat(List.of(header(1, "webhook-id"), header(2, "webhook-id"))).containsOnly(header(0, "webhook-id"));
    assertThat(BODIES.get(3)).contains("BL-2015-0002");
    assertThat(audited()).isEqualTo(1);
    verify(mail).send(any(SimpleMailMessage.class));
    answer = 200;
    TIME.pass(Duration.ofMinutes(1));
    sender.send();
    assertThat(outbox.states().get(0)).satisfies(state -> {
      assertThat(state.waiting()).isZero();
      assertThat(state.givenUp()).isEqualTo(1);
    });
  }

  @Test
  void redirectionsAreNotFollowed() {
    add("BL-2015-0001");
    answer = 307;
    sender.send();
    assertThat(CAME).singleElement().satisfies(came -> assertThat(came.getRequestURI().getPath()).isEqualTo("/events"));
    assertThat(outbox.states().get(0).failure()).isEqualTo("HTTP 307");
  }

  @Test
  void whatWasSentLongAgoIsRemoved() {
    add("BL-2015-0001");
    sender.send();
    TIME.pass(Duration.ofDays(29));
    add("BL-2015-0002");
    sender.tidy();
    assertThat(rows()).isEqualTo(2);
    TIME.pass(Duration.ofDays(2));
    sender.tidy();
    assertThat(rows()).as("what waits is kept").isEqualTo(1);
  }

  private void add(String caseNumber) {
    new TransactionTemplate(transactions).executeWithoutResult(begun -> outbox.add(EventKind.STEP_DONE, Map.of("caseNumber", caseNumber)));
  }

  private static String header(int which, String name) {
    return CAME.get(which).getRequestHeaders().getFirst(name);
  }

  private long audited() {
    return jdbc.sql("select count(*) from audit_event where kind = 'EVENT_GIVEN_UP'").query(Long.class).single();
  }

  private long rows() {
    return jdbc.sql("select count(*) from outgoing_event").query(Long.class).single();
  }
}
