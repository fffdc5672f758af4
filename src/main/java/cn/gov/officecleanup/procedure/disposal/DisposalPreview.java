package cn.gov.officecleanup.procedure.disposal;

import cn.gov.officecleanup.mechanism.form.DocumentPreview;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** C6: the reply to a proposal to dispose of an asset, looked at by those who approve it before it is issued. */
@Configuration
class DisposalPreview {

  @Bean
  DocumentPreview disposalReplyPreview(IssuingDisposalReply issuing) {
    return DocumentPreview.of("disposal-reply", "同意处置的批复", (caseNumber, typed) -> issuing.draft(caseNumber));
  }
}
