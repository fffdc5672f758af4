package cn.gov.officecleanup.procedure.disposal;

import cn.gov.officecleanup.mechanism.form.DocumentPreview;
import cn.gov.officecleanup.mechanism.form.SigningForm;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** C6: the letter that tells of the approval of a disposal, looked at by those who approve it before it is issued, and its number. */
@Configuration
class DisposalPreview {

  @Bean
  DocumentPreview disposalReplyPreview(IssuingDisposalReply issuing) {
    return DocumentPreview.of("disposal-reply", "同意处置资产的函", (caseNumber, typed) -> issuing.draft(caseNumber));
  }

  @Bean
  SigningForm disposalSigning(IssuingDisposalReply issuing) {
    return SigningForm.of("disposal-approval", Set.of("return"), caseNumber -> Optional.of(issuing.issuer(caseNumber).title()));
  }
}
