package cn.gov.officecleanup.mechanism.casefile;

import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.identity.Groups;
import cn.gov.officecleanup.mechanism.identity.Officials;
import cn.gov.officecleanup.mechanism.procedures.Procedure;
import cn.gov.officecleanup.mechanism.procedures.Procedure.CaseOf;
import cn.gov.officecleanup.mechanism.procedures.Procedure.Reader;
import cn.gov.officecleanup.mechanism.procedures.Procedures;
import cn.gov.officecleanup.mechanism.province.Province;
import cn.gov.officecleanup.mechanism.register.Governments;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.mechanism.yearly.YearlyCases;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/**
 * Opens the case of a procedure that starts, as its model says, before the model's own listeners: these find the case number as business
 * key. Where the variable {@code officeId} names an office of the register, the case is about it and of its government; {@code officeName},
 * {@code governmentCode} and {@code governmentName} are variables from then on. The case of a procedure that another one calls comes out of
 * that one's case. Of a yearly procedure there is one case an office and year, which the variable {@code year} names, beside those that are
 * started as further ones of it.
 */
@Component
public class CaseOpening implements ExecutionListener {

  private static final String OFFICE = "officeId";
  private static final String GOVERNMENT = "governmentCode";
  private static final String YEAR = "year";

  private final Procedures procedures;
  private final CaseFiles cases;
  private final CaseReading reading;
  private final ConfidedCases confided;
  private final Officials officials;
  private final YearlyCases yearlyCases;
  private final OfficeRegister register;
  private final Governments governments;
  private final Province province;
  private final ProcessEngineConfigurationImpl engine;

  CaseOpening(Procedures procedures, CaseFiles cases, CaseReading reading, ConfidedCases confided, Officials officials,
      YearlyCases yearlyCases, OfficeRegister register, Governments governments, Province province,
      @Lazy ProcessEngineConfigurationImpl engine) {
    this.procedures = procedures;
    this.cases = cases;
    this.reading = reading;
    this.confided = confided;
    this.officials = officials;
    this.yearlyCases = yearlyCases;
    this.register = register;
    this.governments = governments;
    this.province = province;
    this.engine = engine;
  }

  /** @throws RefusedException when the office is unknown, or what the case is about is in another procedure */
  @Override
  public void notify(DelegateExecution execution) {
    Procedure procedure = procedures.of(((ExecutionEntity) execution).getProcessDefinition().getKey());
    if (procedure.casePrefix() == null) {
      return;
    }
    Optional<Office> office = Optional.ofNullable(execution.getVariable(OFFICE)).map(id -> office(Long.parseLong(id.toString())));
    office.ifPresent(found -> {
      execution.setVariable(OFFICE, found.id());
      execution.setVariable("officeName", found.name());
    });
    String government = office.map(Office::governmentCode).orElseGet(() -> government(procedure, execution));
    execution.setVariable(GOVERNMENT, government);
    execution.setVariable("governmentName", governments.get(government).title());
    String caseNumber = cases.open(procedure.casePrefix(), procedure.key(), text(procedure.caseTitle(), execution), government,
        text(procedure.caseDepartment(), execution), office.map(Office::id).orElse(null), execution.getProcessBusinessKey(),
        procedure.isConfided());
    if (procedure.isConfided()) {
      officials.current().ifPresent(starter -> confided.nameUsers(caseNumber, List.of(starter.userId())));
    }
    if (procedure.reserves() != null) {
      cases.reserve(caseNumber, text(procedure.reserves(), execution));
    }
    if (procedure.yearly()) {
      int year = Integer.parseInt(execution.getVariable(YEAR).toString());
      if (procedure.furtherBy() == null || execution.getVariable(procedure.furtherBy()) == null) {
        yearlyCases.enter(procedure.key(), office.orElseThrow().id(), year, caseNumber);
      }
      execution.setVariable(YEAR, year);
    }
    if (procedure.readBy().contains(Reader.OFFICE)) {
      office.ifPresent(found -> reading.open(caseNumber, Groups.ofOffice(found.id())));
    }
    execution.setProcessBusinessKey(caseNumber);
  }

  private Office office(long id) {
    return register.findById(id).orElseThrow(() -> new RefusedException("OFFICE_UNKNOWN", "登记册中没有该办事机构，请重新选择。", "C21"));
  }

  private String government(Procedure procedure, DelegateExecution execution) {
    if (procedure.caseGovernment() != null) {
      return text(procedure.caseGovernment(), execution);
    }
    return procedure.caseOf() == CaseOf.BUREAU ? province.code()
        : Objects.requireNonNull((String) execution.getVariable(GOVERNMENT), () -> procedure.key() + " starts without a government");
  }

  private String text(String template, DelegateExecution execution) {
    if (template == null) {
      return null;
    }
    try {
      Object value = engine.getExpressionManager().createExpression(template).getValue(execution);
      return value == null ? null : value.toString().strip();
    } catch (ProcessEngineException e) {
      // the engine wraps what is thrown inside of an expression
      throw NestedExceptionUtils.getMostSpecificCause(e) instanceof RefusedException refused ? refused : e;
    }
  }
}
