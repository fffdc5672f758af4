package cn.gov.officecleanup.procedure.registration;

import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.casefile.CaseFindings;
import cn.gov.officecleanup.mechanism.casefile.Opinions;
import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.identity.Groups;
import cn.gov.officecleanup.mechanism.identity.Official;
import cn.gov.officecleanup.mechanism.identity.Officials;
import cn.gov.officecleanup.mechanism.register.ImportMode;
import cn.gov.officecleanup.mechanism.register.ImportReport;
import cn.gov.officecleanup.mechanism.register.RegisterImport;
import cn.gov.officecleanup.mechanism.sheet.ImportFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.value.FileValue;
import org.springframework.stereotype.Component;

/**
 * C21: takes the files of the start form into the register; what is wrong becomes findings of the case. The provincial bureau may register
 * offices of every government, an official of a government only the own ones.
 */
@Component
class ImportingRegister implements JavaDelegate {

  private static final List<String> FILES = List.of("file", "assetsFile", "entitiesFile");
  private static final String ALL_OR_NOTHING = "allOrNothing";

  private final RegisterImport importer;
  private final CaseFiles cases;
  private final CaseFindings findings;
  private final Opinions opinions;
  private final Officials officials;

  ImportingRegister(RegisterImport importer, CaseFiles cases, CaseFindings findings, Opinions opinions, Officials officials) {
    this.importer = importer;
    this.cases = cases;
    this.findings = findings;
    this.opinions = opinions;
    this.officials = officials;
  }

  /**
   * @throws RefusedException when a file as a whole cannot be used, or the same files are being imported; then nothing is imported and no
   * case opened
   */
  @Override
  public void execute(DelegateExecution execution) {
    Official official = officials.required();
    List<ImportFile> files = FILES.stream().flatMap(name -> file(execution, name)).toList();
    cases.reserve(execution.getProcessBusinessKey(), "register-import:" + digest(files));
    ImportMode mode = Boolean.TRUE.equals(execution.getVariable(ALL_OR_NOTHING)) ? ImportMode.ALL_OR_NOTHING : ImportMode.GOOD_ROWS;
    Predicate<String> allowed = official.groups().contains(Groups.PROVINCIAL_BUREAU) ? government -> true : official::actsFor;
    ImportReport report = importer.run(files, mode, allowed);

    String caseNumber = execution.getProcessBusinessKey();
    findings.raise(caseNumber, execution.getCurrentActivityName(),
        report.problems().stream().map(problem -> new Finding("WRONG_CELL", problem.message(), "C21")).toList());
    opinions.give(caseNumber, execution.getCurrentActivityId(), execution.getCurrentActivityName(),
        (String) execution.getVariable("initiatorGroup"), official, null, null, report.summary());
    execution.removeVariables(FILES);
  }

  /** Tells the same files from others. */
  private static String digest(List<ImportFile> files) {
    MessageDigest digest = DigestUtils.getSha256Digest();
    files.forEach(file -> digest.update(file.content()));
    return HexFormat.of().formatHex(digest.digest());
  }

  private static Stream<ImportFile> file(DelegateExecution execution, String name) {
    FileValue file = execution.hasVariable(name) ? execution.getVariableTyped(name) : null;
    // Tasklist sends a file field that nothing was chosen in as a file without name
    if (file == null || file.getValue() == null || file.getFilename().isBlank()) {
      return Stream.empty();
    }
    try (var content = file.getValue()) {
      return Stream.of(new ImportFile(file.getFilename(), content.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the uploaded file " + name, e);
    }
  }
}
