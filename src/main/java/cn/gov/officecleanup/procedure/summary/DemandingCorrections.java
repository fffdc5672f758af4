package cn.gov.officecleanup.procedure.summary;

import cn.gov.officecleanup.procedure.report.DemandingCorrection;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** C14, C20: units whose inspection found their report wrong have to correct it. */
@Component
class DemandingCorrections implements JavaDelegate {

  private final ProvincialReports reports;
  private final Inspections inspections;
  private final DemandingCorrection demanding;

  DemandingCorrections(ProvincialReports reports, Inspections inspections, DemandingCorrection demanding) {
    this.reports = reports;
    this.inspections = inspections;
    this.demanding = demanding;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String campaign = reports.get(execution.getProcessBusinessKey()).campaign();
    inspections.of(campaign)
        .stream()
        .filter(inspection -> inspection.result() == Inspection.Result.CORRECT)
        .forEach(inspection -> demanding.of(campaign, inspection.unitCode(), "监督检查发现：" + inspection.finding()));
  }
}
