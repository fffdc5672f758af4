package cn.gov.officecleanup.edge.rehearsal;

import cn.gov.officecleanup.OfficeCleanupApplication;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.platform.EngineClock;
import cn.gov.officecleanup.mechanism.register.OfficeStatus;
import cn.gov.officecleanup.mechanism.register.RegisterExport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Plays a campaign (C20) over the loaded register: the whole application with its models, forms, checks and deadlines runs a second time on
 * a database in memory, which is gone afterwards. The register at hand is only read.
 *
 * <p>
 * Offices that are abolished or merged already take no part; all others begin as registered, as if nothing had been decided on them yet.
 */
@Service
class Rehearsing {

  static final String PROFILE = "rehearsal";
  static final String SEED = "cleanup.rehearsal.seed";

  private static final Set<OfficeStatus> GONE = Set.of(OfficeStatus.ABOLISHED, OfficeStatus.MERGED);
  private static final LocalTime MORNING = LocalTime.of(8, 0);

  private final RegisterExport register;

  Rehearsing(RegisterExport register) {
    this.register = register;
  }

  /**
   * Moves the engine's clock of this process while it runs, so nothing else may be at work in it.
   *
   * @throws RefusedException when the register is empty or the bureau could not start a campaign with these dates
   */
  public RehearsalResult rehearse(RehearsalPlan plan) {
    byte[] copy = copyOfTheRegister();
    setClock(plan.start(), MORNING);
    try (ConfigurableApplicationContext application = copyOfTheApplication(plan.seed())) {
      try {
        return application.getBean(RehearsedCampaign.class).play(copy, plan);
      } finally {
        // connections come and go, so that the database does not end with the last of them
        application.getBean(JdbcClient.class).sql("shutdown").update();
      }
    } finally {
      ClockUtil.reset();
    }
  }

  private byte[] copyOfTheRegister() {
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      if (register.write(out, office -> !GONE.contains(office.status())) == 0) {
        throw new RefusedException("REGISTER_EMPTY", "登记册中没有可以预演的办事机构，请先导入登记册。", "C20");
      }
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("a workbook in memory can always be written", e);
    }
  }

  /** Arguments outrank whatever this installation has set for itself, its database and profiles in particular. */
  private static ConfigurableApplicationContext copyOfTheApplication(long seed) {
    SpringApplication application = new SpringApplicationBuilder(OfficeCleanupApplication.class).web(WebApplicationType.NONE).build();
    return application.run(List.of("--spring.profiles.active=" + PROFILE,
        "--spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;QUERY_CACHE_SIZE=1024",
        // plans that were made for empty tables go with their connection
        "--spring.datasource.hikari.max-lifetime=30000", "--spring.datasource.username=sa", "--spring.datasource.password=",
        "--camunda.bpm.process-engine-name=" + PROFILE, "--camunda.bpm.job-execution.enabled=false", // the days run them
        "--camunda.bpm.history-level=none", // nobody will read it
        "--cleanup.disposal.notice-working-days=0", // nobody waits for bids
        "--cleanup.passwords.iterations=1000", // nobody signs in
        // ids in their order, so that the same seed plays the same campaign
        "--camunda.bpm.id-generator=simple", "--cleanup.admin.password=Rehearsal-" + UUID.randomUUID(),
        "--cleanup.admin.security-password=Rehearsal-" + UUID.randomUUID(),
        "--cleanup.admin.auditor-password=Rehearsal-" + UUID.randomUUID(), "--cleanup.reporter.generated-key=true",
        "--logging.level.root=OFF", "--" + SEED + "=" + seed).toArray(String[]::new));
  }

  static void setClock(LocalDate day, LocalTime time) {
    ClockUtil.setCurrentTime(Date.from(day.atTime(time).atZone(EngineClock.ZONE).toInstant()));
  }
}
