package cn.gov.officecleanup.procedure.abolition;

import cn.gov.officecleanup.mechanism.casefile.CaseFindings;
import cn.gov.officecleanup.mechanism.casefile.Check;
import cn.gov.officecleanup.mechanism.document.CaseDocuments;
import cn.gov.officecleanup.mechanism.document.StoredDocument;
import cn.gov.officecleanup.mechanism.finding.Finding;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** C6: accounts, seal, lease and registration are closed, each on a day that can be and with a document that proves it. */
@Component
class ClosingComplete extends Check {

  private static final String CLAUSE = "C6";
  private static final Set<String> STEPS = Set.of("closing");

  private final Closings closings;
  private final CaseDocuments documents;
  private final Clock clock;

  ClosingComplete(CaseFindings findings, Closings closings, CaseDocuments documents, Clock clock) {
    super(findings);
    this.closings = closings;
    this.documents = documents;
    this.clock = clock;
  }

  @Override
  public List<Finding> check(String caseNumber) {
    Set<String> attached = documents.attachedAt(caseNumber, STEPS).stream().map(StoredDocument::kind).collect(Collectors.toSet());
    LocalDate today = LocalDate.now(clock);
    List<Finding> findings = new ArrayList<>();
    closings.get(caseNumber).days().forEach((matter, day) -> {
      if (day.isAfter(today)) {
        findings.add(new Finding("CLOSED_IN_FUTURE", "%s日期不能晚于今天，请办理后再填写。".formatted(matter.label()), CLAUSE));
      }
      if (!attached.contains(matter.name())) {
        findings.add(new Finding("CLOSING_PROOF_MISSING", "缺少%s的证明，请上传后重新提交。".formatted(matter.label()), CLAUSE));
      }
    });
    return findings;
  }
}
