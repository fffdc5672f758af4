package cn.gov.officecleanup.procedure.registration;

import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.casefile.Opinions;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.identity.Groups;
import cn.gov.officecleanup.mechanism.identity.Official;
import cn.gov.officecleanup.mechanism.identity.Officials;
import cn.gov.officecleanup.mechanism.register.Government;
import cn.gov.officecleanup.mechanism.register.Governments;
import cn.gov.officecleanup.mechanism.register.ImportForesight;
import cn.gov.officecleanup.mechanism.register.ImportPreview;
import cn.gov.officecleanup.mechanism.sheet.ImportFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.value.FileValue;
import org.springframework.stereotype.Component;

/**
 * C21: takes the files of the start form and previews what they would change in the register; what is wrong becomes findings of the case.
 * The provincial bureau may register offices of every government, an official of a government only the own ones.
 */
@Component
class PreviewingImport implements JavaDelegate {

  private static final List<String> FILES = List.of("file", "assetsFile", "entitiesFile");
  private static final String ALL_OR_NOTHING = "allOrNothing";

  private final RegisterImports imports;
  private final ImportPreviews previews;
  private final Governments governments;
  private final CaseFiles cases;
  private final Opinions opinions;
  private final Officials officials;

  PreviewingImport(RegisterImports imports, ImportPreviews previews, Governments governments, CaseFiles cases, Opinions opinions,
      Officials officials) {
    this.imports = imports;
    this.previews = previews;
    this.governments = governments;
    this.cases = cases;
    this.opinions = opinions;
    this.officials = officials;
  }

  /**
   * @throws RefusedException when a file as a whole cannot be used, or the same files are being imported; then no case is opened
   */
  @Override
  public void execute(DelegateExecution execution) {
    Official official = officials.required();
    List<ImportFile> files = FILES.stream().flatMap(name -> file(execution, name)).toList();
    String caseNumber = execution.getProcessBusinessKey();
    cases.reserve(caseNumber, "register-import:" + digest(files));
    imports.begin(caseNumber, Boolean.TRUE.equals(execution.getVariable(ALL_OR_NOTHING)),
        official.groups().contains(Groups.PROVINCIAL_BUREAU) ? null
            : governments.all().stream().map(Government::code).filter(official::actsFor).toList(),
        files);
    ImportPreview preview = previews.make(caseNumber, execution.getCurrentActivityName());
    opinions.give(caseNumber, execution.getCurrentActivityId(), execution.getCurrentActivityName(),
        (String) execution.getVariable("initiatorGroup"), official, null, null,
        preview.report().summary() + ImportForesight.summary(imports.starts(caseNumber)));
    execution.setVariable(ImportPreviews.BUREAU_CONFIRMS, previews.bureauConfirms(caseNumber, execution.getVariable("initiatorGroup")));
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
