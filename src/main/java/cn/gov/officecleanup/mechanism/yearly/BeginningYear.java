package cn.gov.officecleanup.mechanism.yearly;

import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.identity.Officials;
import cn.gov.officecleanup.mechanism.procedures.Procedure;
import cn.gov.officecleanup.mechanism.procedures.Procedures;
import cn.gov.officecleanup.mechanism.register.RegisterImportProperties;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * C12, C13, C19: begins what is done once a year for each office that stayed on any day of it, when the year is over, and what is done for
 * the year that begins. A portion is begun in one transaction; the model comes back until nothing is owed, and the next day what was not
 * begun, as when no node ran in January. A year that has passed is not looked ahead to any more.
 */
@Component
class BeginningYear implements JavaDelegate {

  /** variable of the model: whether nothing is owed any more */
  private static final String DONE = "allBegun";

  private final Procedures procedures;
  private final YearlyCases yearlyCases;
  private final Officials officials;
  private final RegisterImportProperties properties;
  private final Clock clock;
  private final RuntimeService runtime;

  BeginningYear(Procedures procedures, YearlyCases yearlyCases, Officials officials, RegisterImportProperties properties, Clock clock,
      @Lazy RuntimeService runtime) {
    this.procedures = procedures;
    this.yearlyCases = yearlyCases;
    this.officials = officials;
    this.properties = properties;
    this.clock = clock;
    this.runtime = runtime;
  }

  @Override
  public void execute(DelegateExecution execution) {
    int now = LocalDate.now(clock).getYear();
    int left = properties.portion();
    for (String procedure : procedures.keys(Procedure::yearly)) {
      boolean ahead = procedures.of(procedure).yearAhead();
      int first = yearlyCases.firstYear(procedure, now) + (ahead ? 1 : 0);
      int last = ahead ? now : now - 1;
      for (int year = ahead ? Math.max(first, last) : first; year <= last && left > 0; year++) {
        List<Long> owed = yearlyCases.owed(procedure, year, left);
        for (long officeId : owed) {
          begin(procedure, officeId, year);
        }
        left -= owed.size();
      }
    }
    execution.setVariable(DONE, left > 0);
  }

  private void begin(String procedure, long officeId, int year) {
    try {
      officials.asApplication(() -> runtime.startProcessInstanceByKey(procedure, Map.of("officeId", officeId, "year", year)));
    } catch (RefusedException refused) {
      if (refused.findings().stream().map(Finding::code).anyMatch(YearlyCases.BEGUN::equals)) {
        // another node came first in this moment: the job is tried again, and finds it begun
        throw new OptimisticLockingException("%s of office %d for %d was begun meanwhile".formatted(procedure, officeId, year), refused);
      }
      throw refused;
    }
  }
}
