package cn.gov.officecleanup.procedure.decoupling;

import cn.gov.officecleanup.mechanism.document.OfficialBody;
import cn.gov.officecleanup.mechanism.document.OfficialTemplate;
import cn.gov.officecleanup.mechanism.form.DocumentPreview;
import cn.gov.officecleanup.mechanism.form.SigningForm;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** C17: the documents of a parting, looked at by who writes or signs before they are issued, and their numbers. */
@Configuration
class DecouplingPreviews {

  @Bean
  DocumentPreview decouplingRequestPreview(DecouplingPapers papers) {
    return DocumentPreview.of("decoupling-request", OfficialTemplate.DECOUPLING_REQUEST.label(), papers::draftRequest);
  }

  @Bean
  DocumentPreview decouplingReplyPreview(DecouplingPapers papers) {
    return DocumentPreview.of("decoupling-reply", OfficialTemplate.DECOUPLING_REPLY.label(),
        (caseNumber, typed) -> papers.draftReply(caseNumber));
  }

  @Bean
  DocumentPreview decouplingReportPreview(DecouplingPapers papers) {
    return DocumentPreview.of("decoupling-report", OfficialTemplate.DECOUPLING_REPORT.label(), papers::draftReport);
  }

  @Bean
  DocumentPreview decouplingLetterPreview(DecouplingPapers papers) {
    return DocumentPreview.of("decoupling-letter", OfficialTemplate.DECOUPLING_LETTER.label(),
        (caseNumber, typed) -> papers.draftLetter(caseNumber));
  }

  @Bean
  SigningForm decouplingRequestSigning(DecouplingPapers papers) {
    return SigningForm.of("decoupling-plan", Set.of(), papers::office);
  }

  @Bean
  SigningForm decouplingReplySigning(DecouplingPapers papers) {
    return SigningForm.of("decoupling-sign", Set.of("return"), papers::replying);
  }

  @Bean
  SigningForm decouplingReportSigning(DecouplingPapers papers) {
    return SigningForm.of("decoupling-report", Set.of(), papers::office);
  }

  @Bean
  SigningForm decouplingLetterSigning(DecouplingPapers papers) {
    return SigningForm.of("decoupling-letter-sign", Set.of("return"),
        caseNumber -> Optional.of(papers.writer(caseNumber)).map(OfficialBody::title));
  }
}
