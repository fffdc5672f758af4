package cn.gov.officecleanup.mechanism.event;

import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Who is told what happens, and how.
 *
 * @param receivers by their names
 * @param allowHttp whether receivers may be called without encryption: for trying out and tests alone
 * @param address by which officials call this server, for links in notices; needed where a receiver gets notices
 * @param tries how often something is sent before it is given up
 * @param firstPause after the first try that failed; after each further one twice as long
 * @param longestPause no pause is longer
 * @param lookEvery how long after something happened it is sent at most
 * @param keptFor how long what was sent or given up is kept
 */
@ConfigurationProperties("cleanup.events")
record EventProperties(Map<String, Receiver> receivers, boolean allowHttp, URI address, int tries, Duration firstPause,
    Duration longestPause, Duration lookEvery, Duration keptFor) {

  /**
   * A receiver.
   *
   * @param url to which is posted
   * @param secret {@code whsec_} and 24 to 64 bytes in Base64, as Standard Webhooks has it
   * @param kinds what it is told; everything but notices where it does not say
   */
  record Receiver(URI url, String secret, Set<EventKind> kinds) {

    Receiver {
      kinds = kinds == null || kinds.isEmpty() ? EnumSet.complementOf(EnumSet.of(EventKind.NOTICE)) : EnumSet.copyOf(kinds);
    }
  }

  EventProperties {
    receivers = receivers == null ? Map.of() : Map.copyOf(receivers);
    boolean withAddress = address != null && !address.toString().isEmpty();
    receivers.forEach((name, receiver) -> {
      String which = "cleanup.events.receivers." + name;
      String scheme = receiver.url == null ? null : receiver.url.getScheme();
      if (receiver.url == null || receiver.url.getHost() == null
          || !(Objects.equals(scheme, "https") || allowHttp && Objects.equals(scheme, "http"))) {
        throw new IllegalArgumentException(which + ".url is to be an address that begins with https://");
      }
      new EventSignature(which + ".secret", receiver.secret);
      if (receiver.kinds.contains(EventKind.NOTICE) && !withAddress) {
        throw new IllegalArgumentException(which + " gets notices: set cleanup.events.address, where their links lead to");
      }
    });
  }
}
