package cn.gov.officecleanup.procedure.integration;

import cn.gov.officecleanup.mechanism.form.FormRecords;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The integrations of all offices (C8, C9, C10). */
@Repository
public class Integrations extends FormRecords<Integration> {

  private final OfficeRegister register;

  Integrations(JdbcClient jdbc, OfficeRegister register) {
    super(jdbc, Integration.class, "integration", "integration-plan", "integration-handover");
    this.register = register;
  }

  /** Begins the integration of an office in its case. */
  public void open(String caseNumber, long officeId) {
    begin(caseNumber, Map.of("officeId", officeId));
  }

  /** @return the integration of an office, the last one; empty where it has none */
  public Optional<Integration> of(long officeId) {
    return select("""
      case_number = (select i.case_number from integration i join case_file f on f.case_number = i.case_number where i.office_id = ?
        order by f.opened_at desc, length(f.case_number) desc, f.case_number desc fetch first 1 row only)""", officeId).optional();
  }

  /**
   * @return whether the office that this one was to be merged into does not stand any more, so that a new plan is needed; the model asks
   * this
   */
  public boolean isReceiverGone(String caseNumber) {
    return !register.get(get(caseNumber).intoOffice()).status().standing();
  }

  /** @return whether the office stays, to lead or by itself; the model asks this */
  public boolean stays(String caseNumber) {
    return get(caseNumber).stays();
  }
}
