package cn.gov.officecleanup.mechanism.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EventPropertiesTest {

  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  static EventProperties with(boolean allowHttp, String address, String url, EventKind... kinds) {
    return new EventProperties(Map.of("one", new EventProperties.Receiver(URI.create(url), SECRET, Set.of(kinds))), allowHttp,
        URI.create(address), 3, Duration.ofMinutes(1), Duration.ofMinutes(3), Duration.ofSeconds(5), Duration.ofDays(30));
  }

  @Test
  void receiversAreCalledEncryptedOnly() {
    assertThatThrownBy(() -> with(false, "", "http://example.gov.cn/events")).hasMessageContaining("https://");
    assertThat(with(true, "", "http://127.0.0.1:1/events").receivers()).hasSize(1);
    assertThat(with(false, "", "https://10.1.2.3/events").receivers()).hasSize(1);
    assertThatThrownBy(() -> with(true, "", "file:/etc/passwd")).hasMessageContaining("https://");
  }

  @Test
  void noticesAreAskedForByNameAndNeedTheAddressThatTheirLinksLeadTo() {
    assertThat(with(false, "", "https://example.gov.cn/").receivers().get("one").kinds())
        .isEqualTo(EnumSet.complementOf(EnumSet.of(EventKind.NOTICE)));
    assertThatThrownBy(() -> with(false, "", "https://example.gov.cn/", EventKind.NOTICE)).hasMessageContaining("cleanup.events.address");
    assertThat(with(false, "https://cleanup.example.gov.cn", "https://example.gov.cn/", EventKind.NOTICE).receivers()).hasSize(1);
  }
}
