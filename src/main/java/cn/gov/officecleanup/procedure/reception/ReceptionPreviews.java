package cn.gov.officecleanup.procedure.reception;

import cn.gov.officecleanup.mechanism.document.OfficialTemplate;
import cn.gov.officecleanup.mechanism.form.DocumentPreview;
import cn.gov.officecleanup.mechanism.form.Submission;
import java.util.HashMap;
import java.util.function.BiFunction;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** C18: the forms of a reception, looked at by who approves, signs or pays before they are filed. */
@Configuration
class ReceptionPreviews {

  @Bean
  DocumentPreview receptionApprovalPreview(ReceptionSheets sheets) {
    return preview("reception-approval", OfficialTemplate.RECEPTION_APPROVAL, sheets::approval);
  }

  @Bean
  DocumentPreview receptionExcessPreview(ReceptionSheets sheets) {
    return preview("reception-excess", OfficialTemplate.RECEPTION_APPROVAL, sheets::excess);
  }

  @Bean
  DocumentPreview receptionListPreview(ReceptionSheets sheets) {
    return preview("reception-list", OfficialTemplate.RECEPTION_LIST, sheets::list);
  }

  @Bean
  DocumentPreview receptionReimbursementPreview(ReceptionSheets sheets) {
    return preview("reception-reimbursement", OfficialTemplate.RECEPTION_REIMBURSEMENT, sheets::reimbursementWith);
  }

  private static DocumentPreview preview(String name, OfficialTemplate form, BiFunction<String, Submission, byte[]> drawing) {
    return DocumentPreview.of(name, form.label(), (caseNumber, typed) -> drawing.apply(caseNumber, new Submission(new HashMap<>(typed))));
  }
}
