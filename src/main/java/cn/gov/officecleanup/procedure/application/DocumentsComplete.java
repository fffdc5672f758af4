package cn.gov.officecleanup.procedure.application;

import cn.gov.officecleanup.mechanism.casefile.CaseFindings;
import cn.gov.officecleanup.mechanism.casefile.Check;
import cn.gov.officecleanup.mechanism.document.CaseDocuments;
import cn.gov.officecleanup.mechanism.document.StoredDocument;
import cn.gov.officecleanup.mechanism.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * C3, C12, C17: the government's request, the minutes of the meeting that resolved on it, its management rules and, where the office has
 * business entities, the proof or promise of parting are attached.
 */
@Component
class DocumentsComplete extends Check {

  /** where the government that applies fills in its application */
  static final Set<String> STEPS = Set.of("draft", "correct");

  private final Applications applications;
  private final CaseDocuments documents;

  DocumentsComplete(CaseFindings findings, Applications applications, CaseDocuments documents) {
    super(findings);
    this.applications = applications;
    this.documents = documents;
  }

  @Override
  public List<Finding> check(String caseNumber) {
    Set<String> attached = documents.attachedAt(caseNumber, STEPS).stream().map(StoredDocument::kind).collect(Collectors.toSet());
    List<Finding> findings = new ArrayList<>();
    if (!attached.contains(DocumentKind.REQUEST.name())) {
      findings.add(new Finding("REQUEST_MISSING", "缺少派出地政府的请示，请上传请示文件。", "C3"));
    }
    if (!attached.contains(DocumentKind.MINUTES.name())) {
      findings.add(new Finding("MINUTES_MISSING", "缺少派出地政府常务会议审议本事项的纪要，请上传。", "C3"));
    }
    if (!attached.contains(DocumentKind.MANAGEMENT_RULES.name())) {
      findings.add(new Finding("MANAGEMENT_RULES_MISSING", "缺少办事机构管理制度（含绩效考核办法），请上传。", "C12"));
    }
    if (!applications.entitiesOf(caseNumber).isEmpty() && !attached.contains(DocumentKind.PARTING_PROOF.name())) {
      findings.add(new Finding("PARTING_PROOF_MISSING", "有所属经营性实体的，应上传脱钩证明或者注明日期的承诺书。", "C17"));
    }
    return findings;
  }
}
