package cn.gov.officecleanup.procedure.template;

import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.document.CaseDocuments;
import cn.gov.officecleanup.mechanism.document.DocumentType;
import cn.gov.officecleanup.mechanism.document.NewDocument;
import cn.gov.officecleanup.mechanism.document.OfficialTemplate;
import cn.gov.officecleanup.mechanism.document.StoredDocument;
import cn.gov.officecleanup.mechanism.document.TemplateTrial;
import cn.gov.officecleanup.mechanism.document.TemplateVersions;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.province.Province;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The revision of one template: what is edited, tried out and put into use. */
@Component
class TemplateRevision {

  /** Process variable that names the template of the case. */
  static final String VARIABLE = "template";

  private static final String RULE = "GB/T 9704";
  private static final String TITLE = "修订公文模板：";

  private static final Set<String> STEPS = Set.of("revise");

  private final CaseFiles cases;
  private final CaseDocuments documents;
  private final TemplateVersions versions;
  private final TemplateTrial trial;
  private final Province province;

  TemplateRevision(CaseFiles cases, CaseDocuments documents, TemplateVersions versions, TemplateTrial trial, Province province) {
    this.cases = cases;
    this.documents = documents;
    this.versions = versions;
    this.trial = trial;
    this.province = province;
  }

  /** @param variable the process variable {@code template} of the case */
  static OfficialTemplate named(Object variable) {
    return OfficialTemplate.valueOf((String) variable);
  }

  static String title(OfficialTemplate template) {
    return TITLE + template.label();
  }

  /** Files the template in use with the case in which it is revised, to be edited. */
  void begin(String caseNumber, OfficialTemplate template) {
    file(caseNumber, TemplateDocument.TEMPLATE_IN_USE, template.label() + "（现行模板）.docx", versions.read(template));
  }

  /**
   * Tries the edited template out and files its specimen, in the place of the one before.
   *
   * @throws RefusedException none was handed in, it is as it was, cannot be used, or the one it was made from is not in use any more; the
   * faults are named
   */
  void tryOut(String caseNumber, OfficialTemplate template) {
    byte[] edited = documents.content(edited(caseNumber).id()).orElseThrow();
    requireInUse(caseNumber, template);
    if (Arrays.equals(edited, versions.read(template))) {
      throw new RefusedException("TEMPLATE_UNCHANGED", "上传的模板与现行模板完全相同，请上传修改后的模板；不需要修改的，请选择“不再修订”。", RULE);
    }
    byte[] specimen = trial.specimen(template, edited);
    of(caseNumber, TemplateDocument.TEMPLATE_SPECIMEN).forEach(before -> documents.remove(before.id()));
    file(caseNumber, TemplateDocument.TEMPLATE_SPECIMEN, template.label() + "（样张）.docx", specimen);
  }

  /**
   * Puts the edited template into use.
   *
   * @throws RefusedException it is another one than the specimen was made from, or the one it was made from is not in use any more
   */
  void enable(String caseNumber, OfficialTemplate template) {
    StoredDocument edited = edited(caseNumber);
    requireInUse(caseNumber, template);
    if (of(caseNumber, TemplateDocument.TEMPLATE_SPECIMEN).stream()
        .noneMatch(specimen -> !edited.createdAt().isAfter(specimen.createdAt()))) {
      throw new RefusedException("TEMPLATE_EXCHANGED", "样张生成以后又上传了模板，样张与之不符，请退回修改，由承办人重新提交。", RULE);
    }
    versions.enable(template, edited.id());
  }

  /** Else what another revision put into use meanwhile would be undone unseen. */
  private void requireInUse(String caseNumber, OfficialTemplate template) {
    StoredDocument begunWith = of(caseNumber, TemplateDocument.TEMPLATE_IN_USE).get(0);
    if (!Arrays.equals(documents.content(begunWith.id()).orElseThrow(), versions.read(template))) {
      throw new RefusedException("TEMPLATE_REPLACED_MEANWHILE", "修订期间现行模板已经更换，请选择“不再修订”，再重新发起修订。", RULE);
    }
  }

  /** @return the one handed in last: who goes on with a colleague's task cannot remove the colleague's */
  private StoredDocument edited(String caseNumber) {
    return documents.attachedAt(caseNumber, STEPS)
        .stream()
        .filter(document -> document.kind().equals(TemplateDocument.TEMPLATE.name()))
        .reduce((first, last) -> last)
        .filter(document -> document.mediaType().equals(DocumentType.DOCX.mediaType()))
        .orElseThrow(() -> new RefusedException("TEMPLATE_MISSING", "请上传修改后的模板（DOCX格式），上传多个的，以最后一个为准；不需要修改的，请选择“不再修订”。", RULE));
  }

  private List<StoredDocument> of(String caseNumber, TemplateDocument kind) {
    return documents.list(caseNumber).stream().filter(document -> document.kind().equals(kind.name())).toList();
  }

  private void file(String caseNumber, TemplateDocument kind, String name, byte[] content) {
    documents.store(new NewDocument(caseNumber, province.code(), kind.name(), name, content, CaseFiles.SYSTEM));
  }
}
