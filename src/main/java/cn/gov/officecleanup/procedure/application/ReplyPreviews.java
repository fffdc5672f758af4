package cn.gov.officecleanup.procedure.application;

import cn.gov.officecleanup.mechanism.form.DocumentPreview;
import cn.gov.officecleanup.mechanism.form.SigningForm;
import cn.gov.officecleanup.mechanism.form.Submission;
import cn.gov.officecleanup.mechanism.province.Province;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** C3, C5: the provincial government's reply, looked at by those who review, draft and sign before it is issued, and its number. */
@Configuration
class ReplyPreviews {

  @Bean
  DocumentPreview bureauOpinionPreview(IssuingBureauOpinion issuing) {
    return DocumentPreview.of("bureau-opinion", "审核意见", (caseNumber, typed) -> issuing.draft(caseNumber, typed.get(Submission.DECISION),
        typed.get(Submission.OPINION), typed.get("conditions")));
  }

  @Bean
  DocumentPreview approvalPreview(IssuingReply issuing) {
    return DocumentPreview.of("reply-approval", "同意的批复", (caseNumber, typed) -> issuing.draftApproval(caseNumber, typed.get("conditions")));
  }

  @Bean
  DocumentPreview refusalPreview(IssuingReply issuing) {
    return DocumentPreview.of("reply-refusal", "不同意的批复",
        (caseNumber, typed) -> issuing.draftRefusal(caseNumber, typed.get(Submission.OPINION)));
  }

  @Bean
  DocumentPreview draftedPreview(IssuingReply issuing) {
    return DocumentPreview.of("reply-drafted", "批复稿", (caseNumber, typed) -> issuing.drafted(caseNumber));
  }

  @Bean
  SigningForm replySigning(Province province) {
    return SigningForm.of("provincial-issue", Set.of("return"), caseNumber -> Optional.of(province.government()));
  }

  @Bean
  SigningForm bureauOpinionSigning(Province province) {
    return SigningForm.of("bureau-sign", Set.of("return"), caseNumber -> Optional.of(province.bureau()));
  }
}
