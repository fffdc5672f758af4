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
  SigningForm disposalReplySigning(IssuingDisposalReply issuing) {
    return SigningForm.of("disposal-reply-sign", Set.of(), caseNumber -> Optional.of(issuing.issuer(caseNumber).title()));
  }

  /** What the government decides without its finance department is signed with its own approval. */
  @Bean
  SigningForm disposalEndorsementSigning(IssuingDisposalReply issuing, Disposals disposals) {
    return SigningForm.of("disposal-endorsement", Set.of("return"),
        caseNumber -> disposals.needsFinance(caseNumber) ? Optional.empty() : Optional.of(issuing.issuer(caseNumber).title()));
  }
}
