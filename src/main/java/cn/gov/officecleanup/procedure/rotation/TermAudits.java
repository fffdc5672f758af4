package cn.gov.officecleanup.procedure.rotation;

import cn.gov.officecleanup.mechanism.form.FormRecords;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The audits of the terms of heads who leave (C13). */
@Repository
class TermAudits extends FormRecords<TermAudit> {

  TermAudits(JdbcClient jdbc) {
    super(jdbc, TermAudit.class, "term_audit", "term-audit");
  }

  void open(String caseNumber, String postingCase, String rotationCase) {
    begin(caseNumber, Map.of("postingCase", postingCase, "rotationCase", rotationCase));
  }

  /** @return whether the term of a posting is audited, or was */
  boolean ordered(String postingCase) {
    return !select("posting_case = ?", postingCase).list().isEmpty();
  }

  /** @return what was ordered in a rotation: two where two heads exchange their posts */
  List<TermAudit> orderedIn(String rotationCase) {
    return select("rotation_case = ? order by length(case_number), case_number", rotationCase).list();
  }
}
