package cn.gov.officecleanup.procedure.campaign;

import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.identity.Officials;
import cn.gov.officecleanup.mechanism.register.DispositionResult;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeDispositions;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.procedure.abolition.StartingAbolitions;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Sends an office on the way that the plan provides for it. An office that is on its way already, or at its end, is left alone, so that it
 * can be sent again whenever the register changes.
 */
@Component
class OfficeWays {

  private static final String APPLICATION = "retention-application";
  private static final String INTEGRATION = "office-integration";

  private final OfficeRegister register;
  private final OfficeDispositions dispositions;
  private final CaseFiles cases;
  private final StartingAbolitions abolitions;
  private final Officials officials;
  private final RuntimeService runtime;

  OfficeWays(OfficeRegister register, OfficeDispositions dispositions, CaseFiles cases, StartingAbolitions abolitions, Officials officials,
      @Lazy RuntimeService runtime) {
    this.register = register;
    this.dispositions = dispositions;
    this.cases = cases;
    this.abolitions = abolitions;
    this.officials = officials;
    this.runtime = runtime;
  }

  void send(Office office) {
    if (!office.undecided() || cases.reserving(CaseFiles.office(office.id())).isPresent()) {
      return;
    }
    DispositionResult result = dispositions.of(office);
    switch (result.disposition()) {
      case ABOLISH -> abolitions.startWhereDue(office);
      // whoever is registered after the last day for applications is judged by the bureau, in the same procedure
      case MAY_APPLY_FOR_RETENTION -> {
        register.reconsider(office.id(), "C3", "可以申请保留，尚未批准。");
        officials.asApplication(() -> runtime.startProcessInstanceByKey(APPLICATION, Map.of("officeId", office.id())));
      }
      case RETAIN_UNTIL_SPECIAL_WORK_ENDS, NO_MEASURE, OUTSIDE_PLAN ->
        register.retain(office.id(), null, null, office.entry().specialWorkEnd(), result.clause(), result.reason());
      // C10 and C11 leave it to the office's government, which decides in the same procedure
      case INTEGRATE, CO_LOCATE, RETAIN_PAIRED_ASSISTANCE -> {
        register.reconsider(office.id(), result.clause(), result.reason());
        officials.asApplication(() -> runtime.startProcessInstanceByKey(INTEGRATION, Map.of("officeId", office.id())));
      }
    }
  }
}
