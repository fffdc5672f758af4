package cn.gov.officecleanup.edge.demo;

import cn.gov.officecleanup.mechanism.auditlog.AuditEvent;
import cn.gov.officecleanup.mechanism.auditlog.AuditLog;
import cn.gov.officecleanup.mechanism.deadline.CampaignDeadlines;
import cn.gov.officecleanup.mechanism.deadline.Escalation;
import cn.gov.officecleanup.mechanism.deadline.EscalationLedger;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.platform.Failure;
import cn.gov.officecleanup.mechanism.text.InWords;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Moves the demo's clock ahead, so that what is due in weeks can be tried now. It passes day by day, and no day begins before the job
 * executor has done what fell due on the one before: what one deadline brings about begins on its day, and has its own days. Those who move
 * it at once move it one after the other.
 */
@Component
@SampleOfHenan
class FastForwarding {

  private static final int MOST_UNDER_WAY = 5;
  private static final String PREPARING = "样例案件正在准备，请稍候……";
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int LOOK_EVERY_MILLIS = 50;

  /** Where the clock can be moved to. */
  enum Aim {
    NEXT_DAY("快进一天", null),
    AFTER_APPLICATION("快进到保留申请期限后", "application-deadline"),
    AFTER_CLEANUP("快进到清理期限后", "cleanup-deadline"),
    AFTER_REPORT("快进到报送期限后", "report-deadline");

    private final String label;
    private final String deadline;

    Aim(String label, String deadline) {
      this.label = label;
      this.deadline = deadline;
    }
  }

  /**
   * What the page shows.
   *
   * @param time the sample's time
   * @param daysAhead how many days it is ahead of the real one
   * @param aims where it can be moved to now
   * @param moving whether it is being moved, or cannot be moved yet
   * @param told what is going on, what became due by the last move, or why that did not come to its end; null before the first
   */
  record State(Instant time, int daysAhead, List<OpenAim> aims, boolean moving, String told) {
  }

  /** An aim that lies ahead. @param day the day to which it leads */
  record OpenAim(Aim aim, String label, LocalDate day) {
  }

  private final SampleClock sampleClock;
  private final ManagementService management;
  private final HistoryService history;
  private final ProcessEngineConfigurationImpl engine;
  private final CampaignDeadlines deadlines;
  private final EscalationLedger ledger;
  private final AuditLog audit;
  private final Clock clock;
  private final ThreadPoolExecutor oneAfterTheOther = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(),
      work -> {
        Thread thread = new Thread(work, "sample-clock");
        thread.setDaemon(true);
        return thread;
      });
  private final AtomicInteger underWay = new AtomicInteger();
  private volatile boolean ready;
  private volatile String told;

  FastForwarding(SampleClock sampleClock, ProcessEngine engine, CampaignDeadlines deadlines, EscalationLedger ledger, AuditLog audit,
      Clock clock) {
    this.sampleClock = sampleClock;
    this.management = engine.getManagementService();
    this.history = engine.getHistoryService();
    this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    this.deadlines = deadlines;
    this.ledger = ledger;
    this.audit = audit;
    this.clock = clock;
  }

  @PreDestroy
  void stop() {
    oneAfterTheOther.shutdownNow();
  }

  State state() {
    LocalDate today = today();
    List<OpenAim> aims = Stream.of(Aim.values())
        .map(aim -> new OpenAim(aim, aim.label, dayOf(aim, today)))
        .filter(aim -> aim.day.isAfter(today))
        .toList();
    return new State(clock.instant(), sampleClock.daysAhead(management), aims, moving(), told());
  }

  private boolean moving() {
    return !ready || underWay.get() > 0;
  }

  private String told() {
    if (!ready) {
      return PREPARING;
    }
    return underWay.get() > 0 ? "正在快进，到期的提醒、督办和其他事项逐日处理……" : told;
  }

  /** The sample cases are begun after the server already answers. */
  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    ready = true;
  }

  /**
   * Has the clock moved, in the background.
   *
   * @throws RefusedException where the sample is not complete yet, the aim lies behind, or too many others have the clock moved
   */
  void move(Aim aim) {
    if (!ready) {
      throw new RefusedException("SAMPLE_NOT_READY", PREPARING, "样例");
    }
    LocalDate today = today();
    LocalDate day = dayOf(aim, today);
    if (!day.isAfter(today)) {
      throw new RefusedException("SAMPLE_DAY_PAST", "样例时间已经是%s，只能向后快进。".formatted(InWords.day(today)), "样例");
    }
    if (underWay.incrementAndGet() > MOST_UNDER_WAY) {
      underWay.decrementAndGet();
      throw new RefusedException("SAMPLE_CLOCK_BUSY", "前几次快进还没有完成，请等“样例时间”停下来再试。", "样例");
    }
    audit.note(AuditEvent.Kind.SYSTEM_CHANGED, AuditLog.SYSTEM, "样例时钟" + aim.label,
        "从%s快进到%s".formatted(InWords.day(today), InWords.day(day)));
    oneAfterTheOther.execute(() -> run(aim));
  }

  private LocalDate dayOf(Aim aim, LocalDate today) {
    return aim.deadline == null ? today.plusDays(1) : deadlines.day(aim.deadline).plusDays(1);
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }

  private void run(Aim aim) {
    LocalDate from = today();
    LocalDate day = dayOf(aim, from);
    try {
      // what is at work has its lock for some minutes, which a day would end
      settle();
      Instant begun = clock.instant();
      while (today().isBefore(day)) {
        sampleClock.nextDay(management);
        settle();
      }
      told = "样例时间已从%s快进到%s。%s".formatted(InWords.day(from), InWords.day(today()), whatBecameDue(begun));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      told = "样例时间快进到%s时停下：到期的事项没有处理完（编号%s）。请稍后再快进。".formatted(InWords.day(today()), Failure.noted(e).number());
    } finally {
      underWay.decrementAndGet();
    }
  }

  /** Has the job executor do what is due, and waits until nothing is. */
  private void settle() throws InterruptedException {
    long begun = System.nanoTime();
    do {
      // it may sleep for a minute
      engine.getJobExecutor().jobWasAdded();
      Thread.sleep(LOOK_EVERY_MILLIS);
      if (System.nanoTime() - begun > PATIENCE.toNanos()) {
        throw new IllegalStateException("jobs that are due are not done after " + PATIENCE);
      }
    } while (management.createJobQuery().executable().active().count() > 0);
  }

  private String whatBecameDue(Instant since) {
    Map<Escalation.Kind, Long> noted = ledger.all()
        .stream()
        .filter(entry -> entry.notedAt().toInstant().isAfter(since))
        .collect(Collectors.groupingBy(Escalation::kind, Collectors.counting()));
    Map<String, Long> begun = history.createHistoricTaskInstanceQuery()
        .startedAfter(Date.from(since))
        .list()
        .stream()
        .map(HistoricTaskInstance::getName)
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    String tasks = begun.entrySet()
        .stream()
        .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()).thenComparing(Map.Entry.comparingByKey()))
        .map(task -> "“%s”%d项".formatted(task.getKey(), task.getValue()))
        .collect(Collectors.joining("、"));
    return "其间到期提醒%d次，逾期督办%d次（含再次督办）；%s。到期的都已处理完毕。".formatted(noted.getOrDefault(Escalation.Kind.REMINDER, 0L),
        noted.getOrDefault(Escalation.Kind.MISS, 0L),
        Optional.of(tasks).filter(text -> !text.isEmpty()).map("新产生的任务："::concat).orElse("没有新产生的任务"));
  }
}
