package cn.gov.officecleanup.procedure.application;

import cn.gov.officecleanup.mechanism.casefile.CaseFile;
import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.document.CaseDocuments;
import cn.gov.officecleanup.mechanism.form.Choice;
import cn.gov.officecleanup.mechanism.form.ChoiceProvider;
import cn.gov.officecleanup.mechanism.identity.Official;
import cn.gov.officecleanup.mechanism.register.Government;
import cn.gov.officecleanup.mechanism.register.Governments;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Offers the applications an official may still withdraw: those of the own government that the provincial government has not decided (C3,
 * C5), which it does by its reply.
 */
@Component
class WithdrawableApplications implements ChoiceProvider {

  private final CaseFiles cases;
  private final Governments governments;
  private final CaseDocuments documents;

  WithdrawableApplications(CaseFiles cases, Governments governments, CaseDocuments documents) {
    this.cases = cases;
    this.governments = governments;
    this.documents = documents;
  }

  @Override
  public String name() {
    return "withdrawable-applications";
  }

  @Override
  public List<Choice> offer(Official official) {
    return governments.all()
        .stream()
        .map(Government::code)
        .filter(official::actsFor)
        .flatMap(code -> cases.openCasesOf(code, List.of("retention-application", "office-establishment", "retention-change")).stream())
        .filter(this::undecided)
        .map(file -> new Choice(file.caseNumber(), file.caseNumber() + " " + file.title()))
        .toList();
  }

  private boolean undecided(CaseFile file) {
    return documents.list(file.caseNumber()).stream().noneMatch(document -> document.kind().equals(DocumentKind.REPLY.name()));
  }
}
