package cn.gov.henan.officecleanup.deadline;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A term as configured: so many working days, so many days, or until a date of the campaign. */
sealed interface Term {

  Pattern LENGTH = Pattern.compile("(\\d+) (working days?|days?)");
  Pattern CAMPAIGN = Pattern.compile("campaign (\\S+)");

  /** @return the last day of a term that begins with something that happens on {@code from} */
  LocalDate lastDay(LocalDate from, WorkingDayCalendar calendar, CampaignDates campaign);

  static Term of(String name, String text) {
    Matcher length = LENGTH.matcher(text.strip());
    if (length.matches() && Integer.parseInt(length.group(1)) > 0) {
      int count = Integer.parseInt(length.group(1));
      return length.group(2).startsWith("working") ? new WorkingDays(count) : new Days(count);
    }
    Matcher date = CAMPAIGN.matcher(text.strip());
    if (date.matches()) {
      return new Campaign(date.group(1));
    }
    throw new IllegalArgumentException(
        "cleanup.terms.%s is '%s', but should be like '5 working days', '20 days' or 'campaign report-deadline'".formatted(name, text));
  }

  record WorkingDays(int count) implements Term {

    @Override
    public LocalDate lastDay(LocalDate from, WorkingDayCalendar calendar, CampaignDates campaign) {
      return calendar.plusWorkingDays(from, count);
    }
  }

  /** Calendar days; a term that would end on a day off ends on the next working day (民法典第二百零三条). */
  record Days(int count) implements Term {

    @Override
    public LocalDate lastDay(LocalDate from, WorkingDayCalendar calendar, CampaignDates campaign) {
      return calendar.workingDayFrom(from.plusDays(count));
    }
  }

  /** A date that the plan names stands as it is, even on a day off (15 November 2015 was a Sunday). */
  record Campaign(String date) implements Term {

    @Override
    public LocalDate lastDay(LocalDate from, WorkingDayCalendar calendar, CampaignDates campaign) {
      return campaign.day(date);
    }
  }
}
