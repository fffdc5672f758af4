package cn.gov.officecleanup.procedure.integration;

import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.mechanism.form.LawfulOptions;
import cn.gov.officecleanup.mechanism.register.Disposition;
import cn.gov.officecleanup.mechanism.register.DispositionResult;
import cn.gov.officecleanup.mechanism.register.OfficeDispositions;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * C10 is to be tried (探索) and C11 is a may (可予保留): only there may an office stay by itself, by its government's decision and with proof.
 * Whatever else is in one city or near is integrated (C8, C9).
 */
@Component
class WaysOfIntegration implements LawfulOptions {

  private static final Set<Disposition> OPEN = EnumSet.of(Disposition.CO_LOCATE, Disposition.RETAIN_PAIRED_ASSISTANCE);

  private final Integrations integrations;
  private final OfficeRegister register;
  private final OfficeDispositions dispositions;

  WaysOfIntegration(Integrations integrations, OfficeRegister register, OfficeDispositions dispositions) {
    this.integrations = integrations;
    this.register = register;
    this.dispositions = dispositions;
  }

  @Override
  public String name() {
    return "ways-of-integration";
  }

  @Override
  public Optional<Finding> against(String caseNumber, String option) {
    if (!option.equals(Integration.Way.KEEP.name())) {
      return Optional.empty();
    }
    DispositionResult result = dispositions.of(register.get(integrations.get(caseNumber).officeId()));
    return OPEN.contains(result.disposition()) ? Optional.empty()
        : Optional.of(new Finding("NOT_KEPT_ALONE", "该机构不从事对口援助，所属省辖市政府在同一城市也没有办事机构，不能选择继续单独设置。", "C10、C11"));
  }
}
