package cn.gov.officecleanup.mechanism.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.officecleanup.testkit.ApplicationProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * All deadlines of a province fall at once: 800 open tasks. The application is killed twice (SIGKILL) while its job executor escalates
 * them, and started again: in the end every one is escalated, and none twice.
 */
class ManyDeadlinesIT {

  private static final int TASKS = 800;
  /** well past every due date (5 working days), before anything is escalated a second time */
  private static final long PAST_DUE = Duration.ofDays(12).toMinutes();
  /** after a kill its jobs stay locked for 5 minutes of the engine's clock */
  private static final long LOCKED = 6;
  /**
   * a commit may be seen by others before it is acknowledged: so many more are seen before the kill, one for each thread of the job
   * executor
   */
  private static final int SEEN_NOT_KEPT = 10;

  @TempDir
  private Path folder;

  @Test
  void allAreEscalatedAndNoneTwiceThoughTheApplicationIsKilledMeanwhile() throws IOException {
    try (ApplicationProcess application = start(TASKS, 0)) {
      assertThat(application.line()).isEqualTo(DeadlineStarter.NOTHING_DUE);
      assertThat(application.line()).as("stops by itself").isNull();
    }
    JdbcClient database = database();
    assertThat(count(database, "select count(*) from ACT_RU_TASK")).isEqualTo(TASKS);
    assertThat(count(database, "select count(*) from ACT_RU_JOB where DUEDATE_ is not null")).as("a timer each")
        .isGreaterThanOrEqualTo(TASKS);

    long first = escalate(PAST_DUE, TASKS / 4);
    long second = escalate(PAST_DUE + LOCKED, TASKS / 2);
    assertThat(first).as("killed in the middle").isBetween(TASKS / 4L, TASKS - 1L);
    assertThat(second).as("killed in the middle again").isBetween(Math.max(first, TASKS / 2L), TASKS - 1L);
    assertThat(escalate(PAST_DUE + 2 * LOCKED, Long.MAX_VALUE)).as("what is left: %s", left(database)).isEqualTo(TASKS);

    assertThat(count(database, "select count(distinct subject) from escalation where kind = 'MISS'")).as("all").isEqualTo(TASKS);
    assertThat(count(database, "select count(*) from escalation")).as("none twice").isEqualTo(TASKS);
    assertThat(count(database, "select count(*) from ACT_RU_TASK where TASK_DEF_KEY_ = 'supervise'")).as("a 督办 each").isEqualTo(TASKS);
    assertThat(
        count(database, "select count(distinct supervision_id) from escalation e join ACT_RU_TASK t on t.PROC_INST_ID_ = e.supervision_id"))
        .isEqualTo(TASKS);
    assertThat(count(database, "select count(*) from ACT_RU_TASK where TASK_DEF_KEY_ = 'handle' and PRIORITY_ > 50"))
        .as("all the more urgent")
        .isEqualTo(TASKS);
    assertThat(count(database, "select count(*) from ACT_RU_INCIDENT")).isZero();
    assertThat(count(database, "select count(*) from ACT_RU_JOB where RETRIES_ = 0")).isZero();
  }

  /**
   * @param killAt how many are to be on record at least when it is killed; {@link Long#MAX_VALUE}: it is not
   * @return how many misses are on record once it has been killed, or has nothing more to do
   */
  private long escalate(long clockAhead, long killAt) throws IOException {
    try (ApplicationProcess application = start(0, clockAhead)) {
      for (String line = application.line(); line != null; line = application.line()) {
        if (line.startsWith(DeadlineStarter.FAILED)) {
          System.err.println(line);
        }
        if (line.startsWith(DeadlineStarter.MISSED)
            && Long.parseLong(line.substring(DeadlineStarter.MISSED.length())) - SEEN_NOT_KEPT >= killAt) {
          application.kill();
        }
      }
    }
    return count(database(), "select count(*) from escalation where kind = 'MISS'");
  }

  /** What a failure would have to be explained by: work without a timer, timers that wait, fail or are locked. */
  private static List<Map<String, Object>> left(JdbcClient database) {
    return database.sql("""
      select t.ID_, j.DUEDATE_, j.RETRIES_, j.LOCK_EXP_TIME_, j.EXCEPTION_MSG_ from ACT_RU_TASK t
      left join ACT_RU_JOB j on j.HANDLER_CFG_ = 'task:' || t.ID_
      where t.TASK_DEF_KEY_ = 'handle' and not exists (select 1 from escalation e where e.subject = 'task:' || t.ID_ and e.kind = 'MISS')
      fetch first 5 rows only""").query().listOfRows();
  }

  private ApplicationProcess start(int cases, long clockAhead) throws IOException {
    return new ApplicationProcess(DeadlineStarter.class, folder.resolve("database"),
        List.of(String.valueOf(cases), String.valueOf(clockAhead)), "--spring.main.web-application-type=none");
  }

  private JdbcClient database() {
    return JdbcClient.create(new DriverManagerDataSource("jdbc:h2:file:" + folder.resolve("database"), "sa", ""));
  }

  private static long count(JdbcClient database, String sql) {
    return database.sql(sql).query(Long.class).single();
  }
}
