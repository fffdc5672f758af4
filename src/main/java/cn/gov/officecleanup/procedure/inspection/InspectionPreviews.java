package cn.gov.officecleanup.procedure.inspection;

import cn.gov.officecleanup.mechanism.document.OfficialTemplate;
import cn.gov.officecleanup.mechanism.form.DocumentPreview;
import cn.gov.officecleanup.mechanism.form.SigningForm;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** C14: the documents of an inspection, looked at before they are issued, and their numbers. */
@Configuration
class InspectionPreviews {

  @Bean
  DocumentPreview inspectionPlanPreview(InspectionPapers papers) {
    return DocumentPreview.of("inspection-plan", OfficialTemplate.INSPECTION_PLAN.label(), papers::draftPlan);
  }

  @Bean
  DocumentPreview inspectionNoticePreview(InspectionPapers papers) {
    return DocumentPreview.of("inspection-notice", OfficialTemplate.INSPECTION_NOTICE.label(), papers::draftNotice);
  }

  @Bean
  DocumentPreview inspectionFeedbackPreview(InspectionPapers papers) {
    return DocumentPreview.of("inspection-feedback", OfficialTemplate.INSPECTION_FEEDBACK.label(), papers::draftFeedback);
  }

  @Bean
  SigningForm inspectionSigning(InspectionPapers papers) {
    return SigningForm.of("inspection-sign", Set.of("return"), caseNumber -> Optional.of(papers.bureau()));
  }
}
