package sample.vehicleloan;

import cn.gov.officecleanup.mechanism.casefile.CaseFindings;
import cn.gov.officecleanup.mechanism.casefile.Check;
import cn.gov.officecleanup.mechanism.finding.Finding;
import java.util.List;
import org.springframework.stereotype.Component;

/** A vehicle is lent for thirty days at most. */
@Component
class LoanTermLawful extends Check {

  private static final int MOST_DAYS = 30;

  private final VehicleLoans loans;

  LoanTermLawful(CaseFindings findings, VehicleLoans loans) {
    super(findings);
    this.loans = loans;
  }

  @Override
  public List<Finding> check(String caseNumber) {
    return loans.get(caseNumber).days() <= MOST_DAYS ? List.of()
        : List.of(new Finding("LOAN_TOO_LONG", "借用不得超过%d天，请改填天数。".formatted(MOST_DAYS), "C7"));
  }
}
