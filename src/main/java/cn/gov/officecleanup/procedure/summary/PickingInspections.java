package cn.gov.officecleanup.procedure.summary;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** C14: picks who is inspected, by risk with its reasons and by chance among the others, so that nobody can be sure not to be. */
@Component
class PickingInspections implements JavaDelegate {

  private final ProvincialReports reports;
  private final Risks risks;
  private final Inspections inspections;
  private final InspectionProperties properties;
  private final Random chance;

  PickingInspections(ProvincialReports reports, Risks risks, Inspections inspections, InspectionProperties properties, Random chance) {
    this.reports = reports;
    this.risks = risks;
    this.inspections = inspections;
    this.properties = properties;
    this.chance = chance;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String campaign = reports.get(execution.getProcessBusinessKey()).campaign();
    List<Risks.Risk> all = risks.of(campaign);
    List<Risks.Risk> risky = all.stream().filter(risk -> risk.score() > 0).limit(properties.byRisk()).toList();
    risky.forEach(risk -> inspections.pick(campaign,
        new Inspection(risk.unit().code(), Inspection.PickedBy.RISK, risk.score(), String.join("；", risk.reasons()), null, null)));
    List<Risks.Risk> others = new ArrayList<>(all);
    others.removeAll(risky);
    Collections.shuffle(others, chance);
    others.stream()
        .limit(properties.byChance())
        .forEach(risk -> inspections.pick(campaign, new Inspection(risk.unit().code(), Inspection.PickedBy.CHANCE, risk.score(),
            "从其余%d个单位中随机抽取".formatted(others.size()), null, null)));
  }
}
