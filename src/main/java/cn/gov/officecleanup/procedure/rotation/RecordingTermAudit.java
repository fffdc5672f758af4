package cn.gov.officecleanup.procedure.rotation;

import cn.gov.officecleanup.mechanism.casefile.CaseFindings;
import cn.gov.officecleanup.mechanism.casefile.Check;
import cn.gov.officecleanup.mechanism.finding.Finding;
import java.util.List;
import org.springframework.stereotype.Component;

/** C13: what audit found of the term of a head, one finding a line. */
@Component
class RecordingTermAudit extends Check {

  private final TermAudits audits;

  RecordingTermAudit(CaseFindings findings, TermAudits audits) {
    super(findings);
    this.audits = audits;
  }

  @Override
  public List<Finding> check(String caseNumber) {
    TermAudit audit = audits.get(caseNumber);
    return audit.auditProblems() == null ? List.of()
        : audit.auditProblems()
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .map(line -> new Finding("TERM_AUDIT", "%s：%s".formatted(audit.reportNumber(), line), "C13"))
            .toList();
  }
}
