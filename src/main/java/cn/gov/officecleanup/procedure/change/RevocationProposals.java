package cn.gov.officecleanup.procedure.change;

import cn.gov.officecleanup.mechanism.form.FormRecords;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The answers of the bureau, whichever procedure asked it whether it proposes to revoke a retention (C3). */
@Repository
class RevocationProposals extends FormRecords<RevocationProposal> {

  RevocationProposals(JdbcClient jdbc) {
    super(jdbc, RevocationProposal.class, "revocation_proposal", "retention-revocation");
  }
}
