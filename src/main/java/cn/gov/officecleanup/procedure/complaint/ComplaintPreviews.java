package cn.gov.officecleanup.procedure.complaint;

import cn.gov.officecleanup.mechanism.document.OfficialTemplate;
import cn.gov.officecleanup.mechanism.form.DocumentPreview;
import cn.gov.officecleanup.mechanism.form.SigningForm;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** C14: the reply to a complaint, looked at before it is issued, and its number. */
@Configuration
class ComplaintPreviews {

  @Bean
  DocumentPreview complaintReplyPreview(ComplaintPapers papers) {
    return DocumentPreview.of("complaint-reply", OfficialTemplate.COMPLAINT_REPLY.label(), papers::draftReply);
  }

  @Bean
  SigningForm complaintSigning(ComplaintPapers papers) {
    return SigningForm.of("complaint-sign", Set.of("return"), caseNumber -> Optional.of(papers.issuer(caseNumber)));
  }
}
