package cn.gov.officecleanup.procedure.abolition;

import cn.gov.officecleanup.mechanism.form.DocumentPreview;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** C6, C7: the closure report, looked at by who signs before it is issued. */
@Configuration
class ClosurePreview {

  @Bean
  DocumentPreview closureReportPreview(AbolishingOffice abolishing) {
    return DocumentPreview.of("closure-report", "撤销办结报告", (caseNumber, typed) -> abolishing.draft(caseNumber));
  }
}
