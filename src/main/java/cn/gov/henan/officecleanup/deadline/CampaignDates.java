package cn.gov.henan.officecleanup.deadline;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The dates of the cleanup campaign (C20), each the last day that is still in time. */
@Component
public class CampaignDates {

  private final Map<String, LocalDate> days;

  CampaignDates(TermProperties properties, Clock clock) {
    LocalDate today = LocalDate.now(clock);
    days = properties.campaign().entrySet().stream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> day(entry.getKey(), entry.getValue(), today)));
  }

  private static LocalDate day(String name, String text, LocalDate today) {
    try {
      return text.startsWith("P") ? today.plus(Period.parse(text)) : LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "cleanup.campaign.%s is '%s', but should be a day like 2015-11-15 or a period like P20D".formatted(name, text), e);
    }
  }

  /**
   * @param name e.g. {@code report-deadline}
   * @return the last day in time
   * @throws IllegalArgumentException for a name that is not configured
   */
  public LocalDate day(String name) {
    return Optional.ofNullable(days.get(name))
        .orElseThrow(() -> new IllegalArgumentException("cleanup.campaign.%s is not configured".formatted(name)));
  }
}
