package cn.gov.officecleanup.procedure.summary;

import cn.gov.officecleanup.mechanism.form.SigningForm;
import cn.gov.officecleanup.mechanism.province.Province;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** C20: the number of the province's report, given when it is signed first. */
@Configuration
class SummarySigning {

  @Bean
  SigningForm summarySigningForm(ProvincialReports reports, Province province) {
    return SigningForm.of("summary-sign", Set.of("return"),
        caseNumber -> reports.get(caseNumber).documentNumber() == null ? Optional.of(province.bureau()) : Optional.empty());
  }
}
