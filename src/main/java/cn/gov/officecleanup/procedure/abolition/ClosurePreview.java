package cn.gov.officecleanup.procedure.abolition;

import cn.gov.officecleanup.mechanism.form.DocumentPreview;
import cn.gov.officecleanup.mechanism.form.SigningForm;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** C6, C7: the letter that an office is wound up and the notice, looked at by who signs before they are issued, and the letter's number. */
@Configuration
class ClosurePreview {

  @Bean
  DocumentPreview closureReportPreview(AbolishingOffice abolishing) {
    return DocumentPreview.of("closure-report", "撤销办结情况的函", (caseNumber, typed) -> abolishing.draft(caseNumber));
  }

  @Bean
  SigningForm closureSigning(AbolishingOffice abolishing) {
    return SigningForm.of("closure-sign", Set.of("return"), caseNumber -> Optional.of(abolishing.issuer(caseNumber)));
  }

  @Bean
  DocumentPreview abolitionNoticePreview(AbolishingOffice abolishing) {
    return DocumentPreview.of("abolition-notice", "撤销办事机构的通知", (caseNumber, typed) -> abolishing.draftNotice(caseNumber));
  }
}
