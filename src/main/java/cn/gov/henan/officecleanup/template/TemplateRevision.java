package cn.gov.henan.officecleanup.template;

import cn.gov.henan.officecleanup.casefile.CaseFile;
import cn.gov.henan.officecleanup.casefile.CaseFiles;
import cn.gov.henan.officecleanup.document.CaseDocuments;
import cn.gov.henan.officecleanup.document.DocumentType;
import cn.gov.henan.officecleanup.document.NewDocument;
import cn.gov.henan.officecleanup.document.OfficialTemplate;
import cn.gov.henan.officecleanup.document.StoredDocument;
import cn.gov.henan.officecleanup.document.TemplateTrial;
import cn.gov.henan.officecleanup.document.TemplateVersions;
import cn.gov.henan.officecleanup.finding.RefusedException;
import cn.gov.henan.officecleanup.register.Governments;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

/** The revision of one template: what is edited, tried out and put into use. */
@Component
class TemplateRevision {

  private static final String RULE = "GB/T 9704";
  private static final String TITLE = "修订公文模板：";

  private final CaseFiles cases;
  private final CaseDocuments documents;
  private final TemplateVersions versions;
  private final TemplateTrial trial;

  TemplateRevision(CaseFiles cases, CaseDocuments documents, TemplateVersions versions, TemplateTrial trial) {
    this.cases = cases;
    this.documents = documents;
    this.versions = versions;
    this.trial = trial;
  }

  /** @return number of the case in which a template is revised; the one in use is filed with it to be edited */
  String open(String prefix, String procedure, OfficialTemplate template) {
    String caseNumber = cases.open(prefix, procedure, TITLE + template.label(), Governments.PROVINCE, null, null);
    file(caseNumber, TemplateDocument.TEMPLATE_IN_USE, template.label() + "（现行模板）.docx", versions.read(template));
    return caseNumber;
  }

  /**
   * Tries the edited template out and files its specimen, in the place of the one before.
   *
   * @throws RefusedException none or several were handed in, it is as it was, or cannot be used; the faults are named
   */
  void tryOut(String caseNumber) {
    OfficialTemplate template = template(caseNumber);
    byte[] edited = documents.content(edited(caseNumber).id()).orElseThrow();
    if (Arrays.equals(edited, versions.read(template))) {
      throw new RefusedException("TEMPLATE_UNCHANGED", "上传的模板与现行模板完全相同，请上传修改后的模板。", RULE);
    }
    byte[] specimen = trial.specimen(template, edited);
    of(caseNumber, TemplateDocument.TEMPLATE_SPECIMEN).forEach(before -> documents.remove(before.id()));
    file(caseNumber, TemplateDocument.TEMPLATE_SPECIMEN, template.label() + "（样张）.docx", specimen);
  }

  /** Puts the edited template into use. @throws RefusedException it cannot be used */
  void enable(String caseNumber) {
    tryOut(caseNumber);
    versions.enable(template(caseNumber), edited(caseNumber).id());
    cases.close(caseNumber, "ENABLED");
  }

  /** @return the template that a case is about */
  OfficialTemplate template(String caseNumber) {
    String title = cases.find(caseNumber).map(CaseFile::title).orElseThrow();
    return Arrays.stream(OfficialTemplate.values()).filter(template -> title.equals(TITLE + template.label())).findFirst().orElseThrow();
  }

  private StoredDocument edited(String caseNumber) {
    List<StoredDocument> edited = of(caseNumber, TemplateDocument.TEMPLATE);
    if (edited.size() != 1 || !edited.get(0).mediaType().equals(DocumentType.DOCX.mediaType())) {
      throw new RefusedException("TEMPLATE_NOT_ONE", "请上传一个修改后的模板（DOCX格式），只保留一个；有多个的，删除多余的再提交。", RULE);
    }
    return edited.get(0);
  }

  private List<StoredDocument> of(String caseNumber, TemplateDocument kind) {
    return documents.list(caseNumber).stream().filter(document -> document.kind().equals(kind.name())).toList();
  }

  private void file(String caseNumber, TemplateDocument kind, String name, byte[] content) {
    documents.store(new NewDocument(caseNumber, Governments.PROVINCE, kind.name(), name, content, CaseFiles.SYSTEM));
  }
}
