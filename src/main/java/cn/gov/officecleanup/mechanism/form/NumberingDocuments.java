package cn.gov.officecleanup.mechanism.form;

import cn.gov.officecleanup.mechanism.document.DocumentNumbers;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Has those who sign enter the number of the document that goes out, where the issuing body counts in a registry of its own. */
@Component
class NumberingDocuments {

  private final ObjectProvider<SigningForm> signing;
  private final DocumentNumbers numbers;

  NumberingDocuments(ObjectProvider<SigningForm> signing, DocumentNumbers numbers) {
    this.signing = signing;
    this.numbers = numbers;
  }

  /** @return what a form that signs shows of the number, and that which was entered before and not used; nothing for others */
  Map<String, Object> values(FormTask task) {
    return signing(task).flatMap(form -> form.body(task.caseNumber())).map(body -> {
      Map<String, Object> values = new HashMap<>(Map.of("numbering", numbers.numbering(body)));
      numbers.notUsed(task.caseNumber(), body).ifPresent(number -> values.put(Submission.DOCUMENT_NUMBER, number));
      return values;
    }).orElse(new HashMap<>());
  }

  /** @throws cn.gov.officecleanup.mechanism.finding.RefusedException when the number is missing or cannot be the document's */
  void keep(FormTask task, Submission submission) {
    String decision = submission.text(Submission.DECISION);
    signing(task).filter(form -> decision == null || !form.holdingBack().contains(decision))
        .flatMap(form -> form.body(task.caseNumber()))
        .ifPresent(body -> numbers.enter(task.caseNumber(), body, submission.text(Submission.DOCUMENT_NUMBER)));
  }

  private Optional<SigningForm> signing(FormTask task) {
    return signing.stream().filter(form -> form.form().equals(task.form())).findFirst();
  }
}
