package cn.gov.officecleanup.procedure.change;

import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.mechanism.form.LawfulOptions;
import cn.gov.officecleanup.procedure.application.Applications;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A case stays about the change that it was opened for. */
@Component
class OpenedChange implements LawfulOptions {

  private final Applications applications;

  OpenedChange(Applications applications) {
    this.applications = applications;
  }

  @Override
  public String name() {
    return "opened-change";
  }

  @Override
  public Optional<Finding> against(String caseNumber, String option) {
    var opened = applications.get(caseNumber).changeKind();
    return opened.name().equals(option) ? Optional.empty()
        : Optional.of(new Finding("OTHER_CHANGE", "本案办理的是“%s”，其他变更请另行发起。".formatted(opened.label()), "C3"));
  }
}
