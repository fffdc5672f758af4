package cn.gov.officecleanup.procedure.appraisal;

import cn.gov.officecleanup.mechanism.form.DocumentPreview;
import cn.gov.officecleanup.mechanism.form.SigningForm;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** C12: the notice of the result and the letter to the bureau, looked at by who decides before they are issued, and the number. */
@Configuration
class AppraisalPreview {

  @Bean
  DocumentPreview appraisalNoticePreview(NotifyingResult notifying) {
    return DocumentPreview.of("appraisal-notice", "年度考核结果的通知",
        (caseNumber, typed) -> notifying.draft(caseNumber, DecisionForm.LOWERED.equals(typed.get(DecisionForm.AS))));
  }

  @Bean
  DocumentPreview appraisalLetterPreview(NotifyingResult notifying) {
    return DocumentPreview.of("appraisal-letter", "报送年度考核结果的函",
        (caseNumber, typed) -> notifying.draftLetter(caseNumber, DecisionForm.LOWERED.equals(typed.get(DecisionForm.AS))));
  }

  @Bean
  SigningForm appraisalSigning(NotifyingResult notifying) {
    return SigningForm.of("appraisal-decision", Set.of("return"), caseNumber -> Optional.of(notifying.issuer(caseNumber)));
  }
}
