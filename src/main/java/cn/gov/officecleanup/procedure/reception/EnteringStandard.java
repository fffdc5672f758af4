package cn.gov.officecleanup.procedure.reception;

import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.identity.Officials;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.mechanism.sheet.ImportFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.value.FileValue;
import org.springframework.stereotype.Component;

/**
 * C18: a government lays down what a work meal may cost a person, in the city of one of its offices; one standard, or a table of them from
 * a file.
 */
@Component
class EnteringStandard implements JavaDelegate {

  static final String OFFICE = "officeId";
  static final String GUEST_CLASS = "guestClass";
  static final String PER_PERSON = "perPerson";
  static final String VALID_FROM = "validFrom";
  static final String DOCUMENT = "standardDocument";
  private static final String FROM_FILE = "FILE";
  private static final String FILE = "standardsFile";

  private final ReceptionSettings settings;
  private final StandardRows rows;
  private final OfficeRegister register;
  private final Officials officials;

  EnteringStandard(ReceptionSettings settings, StandardRows rows, OfficeRegister register, Officials officials) {
    this.settings = settings;
    this.rows = rows;
    this.register = register;
    this.officials = officials;
  }

  /**
   * @throws RefusedException when one from the same day is laid down already, or with all that is wrong in the file; then none is entered
   */
  @Override
  public void execute(DelegateExecution execution) {
    if (FROM_FILE.equals(execution.getVariable("standardEntry"))) {
      rows.read(file(execution)).rows().forEach(this::enter);
      execution.removeVariable(FILE);
      return;
    }
    Map<String, Object> one = List.of(OFFICE, GUEST_CLASS, PER_PERSON, VALID_FROM, DOCUMENT)
        .stream()
        .collect(Collectors.toMap(name -> name, name -> Objects.toString(execution.getVariable(name), "")));
    if (one.containsValue("")) {
      throw new RefusedException("STANDARD_INCOMPLETE", "办事机构、接待对象级别、每人每餐标准、执行日期、标准依据文号都要填写。", ReceptionRules.CLAUSE);
    }
    enter(one);
  }

  private void enter(Map<String, Object> standard) {
    Office office = register.get(Long.parseLong(standard.get(OFFICE).toString()));
    settings.enterStandard(office.governmentCode(), office.entry().hostCityCode(), GuestClass.valueOf(standard.get(GUEST_CLASS).toString()),
        new BigDecimal(standard.get(PER_PERSON).toString()).setScale(2), LocalDate.parse(standard.get(VALID_FROM).toString()),
        standard.get(DOCUMENT).toString(), officials.required().userId());
  }

  private static ImportFile file(DelegateExecution execution) {
    FileValue file = execution.hasVariable(FILE) ? execution.getVariableTyped(FILE) : null;
    // Tasklist sends a file field that nothing was chosen in as a file without name
    if (file == null || file.getValue() == null || file.getFilename().isBlank()) {
      throw new RefusedException("FILE_MISSING", "请选择标准文件（XLSX或者CSV）。", ReceptionRules.CLAUSE);
    }
    try (var content = file.getValue()) {
      return new ImportFile(file.getFilename(), content.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the uploaded file " + FILE, e);
    }
  }
}
