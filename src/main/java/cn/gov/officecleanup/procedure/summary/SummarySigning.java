package cn.gov.officecleanup.procedure.summary;

import cn.gov.officecleanup.mechanism.form.SigningForm;
import cn.gov.officecleanup.mechanism.province.Province;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * C20: the numbers of what the bureau issues: of its request when that is signed first, of its report once the province has approved it.
 */
@Configuration
class SummarySigning {

  @Bean
  SigningForm requestSigningForm(ProvincialReports reports, Province province) {
    return SigningForm.of("summary-sign", Set.of("return"), caseNumber -> bureauUnless(reports.get(caseNumber).requestNumber(), province));
  }

  @Bean
  SigningForm summaryApprovalForm(ProvincialReports reports, Province province) {
    return SigningForm.of("summary-approval", Set.of("return"),
        caseNumber -> bureauUnless(reports.get(caseNumber).documentNumber(), province));
  }

  private static Optional<String> bureauUnless(String numbered, Province province) {
    return numbered == null ? Optional.of(province.bureau()) : Optional.empty();
  }
}
