package cn.gov.officecleanup.mechanism.register;

import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.sheet.ImportFile;
import cn.gov.officecleanup.mechanism.sheet.SheetFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Imports the register from the command line, for every government. Exit code: 0 all is well, 1 there are wrong rows, 2 nothing could be
 * done.
 */
@Component
@Command(name = "register-import", description = "导入办事机构登记册。", exitCodeListHeading = "%n退出码：%n",
    exitCodeList = {"0:全部导入，没有问题", "1:有问题的行，已逐条列出", "2:未能导入"})
public class RegisterImportCommand implements Callable<Integer> {

  private final RegisterImport registerImport;

  @Parameters(arity = "1..*", paramLabel = "文件", description = "一个工作簿（.xlsx，含办事机构、资产、经营性实体表），或各表的 .csv 文件")
  private List<Path> files;

  @Option(names = "--all-or-nothing", description = "只要有一处问题就什么也不导入")
  private boolean allOrNothing;

  @Spec
  private CommandSpec spec;

  public RegisterImportCommand(RegisterImport registerImport) {
    this.registerImport = registerImport;
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    ImportReport report = registerImport.run(contents(), allOrNothing ? ImportMode.ALL_OR_NOTHING : ImportMode.GOOD_ROWS,
        government -> true);
    report.problems().forEach(problem -> out.println(problem.message()));
    out.println(report.summary());
    return report.hasProblems() ? 1 : 0;
  }

  private List<ImportFile> contents() {
    List<ImportFile> contents = new ArrayList<>();
    for (Path file : files) {
      String name = file.getFileName().toString();
      try {
        SheetFiles.refuseTooLarge(name, Files.size(file));
        contents.add(new ImportFile(name, Files.readAllBytes(file)));
      } catch (IOException e) {
        throw new RefusedException("FILE_UNREADABLE", "无法读取文件“" + file + "”，请检查文件是否存在、是否有权读取。", "C21");
      }
    }
    return contents;
  }
}
