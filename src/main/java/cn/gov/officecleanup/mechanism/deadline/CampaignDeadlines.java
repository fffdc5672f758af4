package cn.gov.officecleanup.mechanism.deadline;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The dates of the cleanup campaign (C20), each the last day that is still in time: those of the campaign that was started last, before
 * that those configured.
 */
@Component
public class CampaignDeadlines {

  private final StartedCampaignDates fixed;
  private final Map<String, LocalDate> configured;

  CampaignDeadlines(TermProperties properties, StartedCampaignDates fixed, Clock clock) {
    this.fixed = fixed;
    LocalDate today = LocalDate.now(clock);
    configured = properties.campaign()
        .entrySet()
        .stream()
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
    return fixed.day(name)
        .or(() -> Optional.ofNullable(configured.get(name)))
        .orElseThrow(() -> new IllegalArgumentException("cleanup.campaign.%s is not configured".formatted(name)));
  }

  /** Takes over the dates of a campaign that starts, by name; whatever falls due by them is computed from them from now on. */
  public void fix(Map<String, LocalDate> days) {
    days.forEach(fixed::fix);
  }
}
