package cn.gov.officecleanup.mechanism.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventSignatureTest {

  /** The example of the specification of Standard Webhooks. */
  @Test
  void signsAsStandardWebhooksSays() {
    EventSignature signature = new EventSignature("secret", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

    assertThat(signature.of("msg_p5jXN8AQM9LWM0D4loKWxJek", Instant.ofEpochSecond(1_614_265_330), "{\"test\": 2432232314}"))
        .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void signsIdTimeAndBody() {
    EventSignature signature = new EventSignature("secret", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    Instant now = Instant.ofEpochSecond(1_614_265_330);
    String signed = signature.of("one", now, "{}");

    assertThat(signature.of("two", now, "{}")).isNotEqualTo(signed);
    assertThat(signature.of("one", now.plusSeconds(1), "{}")).isNotEqualTo(signed);
    assertThat(signature.of("one", now, "[]")).isNotEqualTo(signed);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "whsec_", "whsec_c2hvcnQ=", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_not!base64!not!base64!not!base64!"})
  void whatIsNoSecretIsRefusedAndNotTold(String secret) {
    assertThatThrownBy(() -> new EventSignature("the.setting", secret)).isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the.setting")
        .satisfies(refusal -> assertThat(secret == null || secret.length() < 10 || !refusal.getMessage().contains(secret)).isTrue());
  }
}
