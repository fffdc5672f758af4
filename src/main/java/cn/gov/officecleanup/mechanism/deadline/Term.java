package cn.gov.officecleanup.mechanism.deadline;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A term as configured: so many working days, days or months, or until a date of the campaign and, once that is past, so many days. */
sealed interface Term {

  Pattern LENGTH = Pattern.compile("(\\d+) (working days?|days?|months?)");
  Pattern CAMPAIGN = Pattern.compile("campaign (\\S+)(?: or (.+))?");

  /** @return the last day of a term that begins with something that happens on {@code from} */
  LocalDate lastDay(LocalDate from, WorkingDayCalendar calendar, CampaignDeadlines campaign);

  /** @return whether the last day of a term that begins on {@code from} is found by counting days, and so rests on which days are worked */
  boolean countsDays(LocalDate from, CampaignDeadlines campaign);

  static Term of(String name, String text) {
    Matcher date = CAMPAIGN.matcher(text.strip());
    Optional<Term> term = date.matches() ? date.group(2) == null ? Optional.of(new Campaign(date.group(1), null))
        : length(date.group(2)).map(then -> new Campaign(date.group(1), then)) : length(text);
    return term.orElseThrow(() -> new IllegalArgumentException(
        ("cleanup.terms.%s is '%s', but should be like '5 working days', '20 days', '1 month', 'campaign report-deadline' or 'campaign "
            + "report-deadline or 5 working days'").formatted(name, text)));
  }

  private static Optional<Term> length(String text) {
    Matcher length = LENGTH.matcher(text.strip());
    if (!length.matches() || Integer.parseInt(length.group(1)) == 0) {
      return Optional.empty();
    }
    int count = Integer.parseInt(length.group(1));
    return Optional.of(switch (length.group(2).charAt(0)) {
      case 'w' -> new WorkingDays(count);
      case 'm' -> new Months(count);
      default -> new Days(count);
    });
  }

  record WorkingDays(int count) implements Term {

    @Override
    public LocalDate lastDay(LocalDate from, WorkingDayCalendar calendar, CampaignDeadlines campaign) {
      return calendar.plusWorkingDays(from, count);
    }

    @Override
    public boolean countsDays(LocalDate from, CampaignDeadlines campaign) {
      return true;
    }
  }

  /** Calendar days; a term that would end on a day off ends on the next working day (民法典第二百零三条). */
  record Days(int count) implements Term {

    @Override
    public LocalDate lastDay(LocalDate from, WorkingDayCalendar calendar, CampaignDeadlines campaign) {
      return calendar.workingDayFrom(from.plusDays(count));
    }

    @Override
    public boolean countsDays(LocalDate from, CampaignDeadlines campaign) {
      return true;
    }
  }

  /**
   * Calendar months, until the day of the same number, or the last one of a month that has none (民法典第二百零二条); a term that would end on a day
   * off ends on the next working day (第二百零三条).
   */
  record Months(int count) implements Term {

    @Override
    public LocalDate lastDay(LocalDate from, WorkingDayCalendar calendar, CampaignDeadlines campaign) {
      return calendar.workingDayFrom(from.plusMonths(count));
    }

    @Override
    public boolean countsDays(LocalDate from, CampaignDeadlines campaign) {
      return true;
    }
  }

  /**
   * A date that the plan names stands as it is, even on a day off (15 November 2015 was a Sunday).
   *
   * @param then the term of what begins only after that day; null: it is late from the beginning
   */
  record Campaign(String date, Term then) implements Term {

    @Override
    public LocalDate lastDay(LocalDate from, WorkingDayCalendar calendar, CampaignDeadlines campaign) {
      return countsDays(from, campaign) ? then.lastDay(from, calendar, campaign) : campaign.day(date);
    }

    @Override
    public boolean countsDays(LocalDate from, CampaignDeadlines campaign) {
      return then != null && campaign.day(date).isBefore(from);
    }
  }
}
