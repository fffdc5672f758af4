package cn.gov.officecleanup.edge.demo;

import cn.gov.officecleanup.mechanism.register.ImportMode;
import cn.gov.officecleanup.mechanism.register.ImportReport;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.mechanism.register.RegisterImport;
import cn.gov.officecleanup.mechanism.sheet.ImportFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Fills an empty register with the sample: Henan in 2015 as the press told it (which cities have an office in Zhengzhou), the rest made up
 * and marked as such. A register that holds anything is left alone, so that nothing an official changed is undone by a restart.
 */
@Component
@SampleOfHenan
public class SampleRegister implements SmartInitializingSingleton {

  /** the sample's files, in the form in which an official sends a register */
  public static final List<String> FILES = List.of("henan-offices-2015.csv", "henan-office-assets-2015.csv",
      "henan-office-business-entities-2015.csv");

  private final RegisterImport registerImport;
  private final OfficeRegister register;

  public SampleRegister(RegisterImport registerImport, OfficeRegister register) {
    this.registerImport = registerImport;
    this.register = register;
  }

  @Override
  public void afterSingletonsInstantiated() {
    if (!register.all().isEmpty()) {
      return;
    }
    ImportReport report = registerImport.run(files(), ImportMode.ALL_OR_NOTHING, government -> true);
    if (report.hasProblems()) {
      throw new IllegalStateException("the sample register is wrong: " + report.problems());
    }
  }

  /** @return the sample's files with their contents */
  public static List<ImportFile> files() {
    List<ImportFile> files = new ArrayList<>();
    for (String name : FILES) {
      try {
        files.add(new ImportFile(name, new ClassPathResource("demo/" + name).getContentAsByteArray()));
      } catch (IOException e) {
        throw new IllegalStateException("cannot read " + name, e);
      }
    }
    return files;
  }
}
