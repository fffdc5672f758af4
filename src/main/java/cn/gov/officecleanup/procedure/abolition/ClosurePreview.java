package cn.gov.officecleanup.procedure.abolition;

import cn.gov.officecleanup.mechanism.form.DocumentPreview;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** C6, C7: the closure report and the notice, looked at by who signs before they are issued. */
@Configuration
class ClosurePreview {

  @Bean
  DocumentPreview closureReportPreview(AbolishingOffice abolishing) {
    return DocumentPreview.of("closure-report", "撤销办结报告", (caseNumber, typed) -> abolishing.draft(caseNumber));
  }

  @Bean
  DocumentPreview abolitionNoticePreview(AbolishingOffice abolishing) {
    return DocumentPreview.of("abolition-notice", "撤销办事机构的通知", (caseNumber, typed) -> abolishing.draftNotice(caseNumber));
  }
}
