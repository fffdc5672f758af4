package cn.gov.officecleanup.mechanism.deadline;

import cn.gov.officecleanup.mechanism.platform.EngineClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The one place that computes due dates, from the terms configured under {@code cleanup.terms}. Models use it as
 * {@code camunda:dueDate="${terms.due('bureau-review')}"}. A term lasts until the end of its last day in Asia/Shanghai: “11月15日前” includes
 * the 15th.
 */
@Component("terms")
public class Terms {

  private static final Logger LOG = LoggerFactory.getLogger(Terms.class);

  /** ample for noting all that is late when the deadlines of a whole province fall at once */
  private static final Duration NOTED = Duration.ofMinutes(10);

  private final Map<String, Term> terms;
  private final WorkingDayCalendar calendar;
  private final CampaignDeadlines campaign;
  private final Clock clock;

  Terms(TermProperties properties, WorkingDayCalendar calendar, CampaignDeadlines campaign, Clock clock) {
    this.terms = properties.terms()
        .entrySet()
        .stream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> Term.of(entry.getKey(), entry.getValue())));
    this.calendar = calendar;
    this.campaign = campaign;
    this.clock = clock;
    terms.values().forEach(term -> term.lastDay(LocalDate.now(clock), calendar, campaign)); // a wrong campaign date is refused at start
  }

  /** @return names of all terms */
  public Set<String> names() {
    return terms.keySet();
  }

  /** @return when something is due whose term begins now */
  public Date due(String term) {
    return due(term, clock.instant());
  }

  /**
   * @return when work begins that rests on what is late by a term that begins now: a little after its last day, when everything late is
   * noted
   */
  public Date afterLate(String term) {
    return Date.from(due(term).toInstant().plus(NOTED));
  }

  /** @return when something is due whose term begins at this instant; the day it falls on in Asia/Shanghai does not count */
  public Date due(String term, Instant from) {
    Deadline deadline = deadline(term, from);
    if (deadline.provisional()) {
      LOG.warn("term '{}' ends on {}, computed from weekends since the holidays of that year are not published; load them into"
          + " cleanup.calendar.location", term, deadline.lastDay());
    }
    return deadline.due();
  }

  /** @return when something would be due by another calendar */
  Date due(String term, Instant from, WorkingDayCalendar other) {
    return deadline(term, LocalDate.ofInstant(from, clock.getZone()), other).due();
  }

  /** @return the end of a term that begins at this instant, by today's calendar */
  Deadline deadline(String term, Instant from) {
    return deadline(term, LocalDate.ofInstant(from, clock.getZone()));
  }

  /**
   * @param from day on which the term begins; does not count itself
   * @throws IllegalArgumentException for a term that is not configured
   */
  public Deadline deadline(String term, LocalDate from) {
    return deadline(term, from, calendar);
  }

  private Deadline deadline(String term, LocalDate from, WorkingDayCalendar calendar) {
    Term rule = Optional.ofNullable(terms.get(term))
        .orElseThrow(() -> new IllegalArgumentException("cleanup.terms.%s is not configured".formatted(term)));
    LocalDate lastDay = rule.lastDay(from, calendar, campaign);
    return new Deadline(lastDay,
        rule.countsDays(from, campaign) && !IntStream.rangeClosed(from.getYear(), lastDay.getYear()).allMatch(calendar::isPublished));
  }

  /** @return the last day of a term that begins on {@code from}, which does not count itself */
  public LocalDate lastDay(String term, LocalDate from) {
    return deadline(term, from).lastDay();
  }

  /** @return the last day on which work with this due date is in time */
  public static LocalDate lastDayOf(Date due) {
    return LocalDate.ofInstant(due.toInstant(), EngineClock.ZONE);
  }

  /** @return the term that an expression of a model names, as in {@code ${terms.due('…')}} */
  public static Optional<String> named(String expression) {
    return TermsOfWork.named(expression);
  }

  /** @return the due date of work that is in time until the end of this day */
  public Date endOf(LocalDate day) {
    return new Deadline(day, false).due();
  }

  /** @return the due date of what may last so many working days from an instant on */
  public Date workingDaysAfter(Instant from, int workingDays) {
    return endOf(calendar.plusWorkingDays(LocalDate.ofInstant(from, clock.getZone()), workingDays));
  }

  /** @return whether it is now too late for this due date */
  public boolean isPast(Date due) {
    return !clock.instant().isBefore(Deadline.lateFrom(due));
  }

  /** @return whether a day of the campaign is over, e.g. {@code application-deadline} (C20) */
  public boolean isCampaignDayPast(String campaignDate) {
    return isPast(endOf(campaign.day(campaignDate)));
  }
}
