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
import java.util.stream.Collectors;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Imports the register from the command line, for every government: shows what would change and begin, and keeps it where that is
 * confirmed. Exit code: 0 all is well, 1 there are wrong rows, 2 nothing was done.
 */
@Component
@Scope(BeanDefinition.SCOPE_PROTOTYPE) // arguments are read into it
@Command(name = "register-import", description = "导入办事机构登记册。", exitCodeListHeading = "%n退出码：%n",
    exitCodeList = {"0:全部导入，没有问题", "1:有问题的行，已逐条列出", "2:未能导入，或者未加 --confirm 而只作了预览"})
public class RegisterImportCommand implements Callable<Integer> {

  private static final int UNCONFIRMED = 2;

  private final RegisterImport registerImport;
  private final ImportForesight foresight;

  @Parameters(arity = "1..*", paramLabel = "文件", description = "一个工作簿（.xlsx，含办事机构、资产、经营性实体表），或各表的 .csv 文件")
  private List<Path> files;

  @Option(names = "--all-or-nothing", description = "只要有一处问题就什么也不导入")
  private boolean allOrNothing;

  @Option(names = "--confirm", description = "确认预览所列的变动和将要启动的案件，予以导入；不加则只预览")
  private boolean confirmed;

  @Spec
  private CommandSpec spec;

  public RegisterImportCommand(RegisterImport registerImport, ImportForesight foresight) {
    this.registerImport = registerImport;
    this.foresight = foresight;
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    ImportPreview preview = registerImport.preview(contents(), allOrNothing ? ImportMode.ALL_OR_NOTHING : ImportMode.GOOD_ROWS,
        government -> true);
    preview.problems().forEach(problem -> out.println(problem.message()));
    boolean changes = preview.applies() && preview.rows().stream().anyMatch(row -> !row.unchanged());
    if (changes && !confirmed) {
      preview.rows().stream().filter(row -> !row.unchanged()).forEach(row -> out.println(inWords(row)));
      out.println(preview.report().summary());
      out.println(ImportForesight.summary(foresight.of(preview)));
      out.println("以上是预览，没有导入任何内容；核对无误后加 --confirm 导入。");
      return UNCONFIRMED;
    }
    ImportReport report = registerImport.keep(preview);
    out.println(report.summary());
    return report.hasProblems() ? 1 : 0;
  }

  private static String inWords(ImportRow row) {
    return "%s %s%s %s：%s".formatted(row.added() ? "新增" : "更新", row.registerNumber(), row.key().isEmpty() ? "" : " " + row.key(),
        row.table().title(),
        row.changes()
            .stream()
            .map(cell -> row.added() ? cell.heading() + " " + cell.after()
                : "%s %s → %s".formatted(cell.heading(), cell.before().isEmpty() ? "（空）" : cell.before(),
                    cell.after().isEmpty() ? "（空）" : cell.after()))
            .collect(Collectors.joining("；")));
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
