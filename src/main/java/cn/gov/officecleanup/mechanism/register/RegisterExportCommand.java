package cn.gov.officecleanup.mechanism.register;

import cn.gov.officecleanup.mechanism.finding.RefusedException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Exports the register from the command line. Exit code: 0 written, 2 nothing could be done. */
@Component
@Scope(BeanDefinition.SCOPE_PROTOTYPE) // arguments are read into it
@Command(name = "register-export", description = "导出办事机构登记册为 Excel 工作簿（.xlsx），可原样再导入。", exitCodeListHeading = "%n退出码：%n",
    exitCodeList = {"0:已导出", "2:未能导出"})
public class RegisterExportCommand implements Callable<Integer> {

  private final RegisterExport registerExport;

  @Parameters(paramLabel = "文件", description = "要写入的 .xlsx 文件")
  private Path file;

  @Option(names = "--government", paramLabel = "代码", description = "只导出该政府（六位行政区划代码）派出的办事机构")
  private String government;

  @Option(names = "--overwrite", description = "文件已存在时覆盖")
  private boolean overwrite;

  @Spec
  private CommandSpec spec;

  public RegisterExportCommand(RegisterExport registerExport) {
    this.registerExport = registerExport;
  }

  @Override
  public Integer call() {
    try (OutputStream output = Files.newOutputStream(file,
        overwrite ? new StandardOpenOption[]{StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING}
            : new StandardOpenOption[]{StandardOpenOption.CREATE_NEW})) {
      int offices = registerExport.write(output, office -> government == null || office.governmentCode().equals(government));
      spec.commandLine().getOut().println("已导出 " + offices + " 个办事机构到“" + file + "”。");
      return 0;
    } catch (FileAlreadyExistsException e) {
      throw new RefusedException("FILE_EXISTS", "文件“" + file + "”已存在。要覆盖它，请加上 --overwrite。", "C21");
    } catch (IOException e) {
      throw new RefusedException("FILE_UNWRITABLE", "无法写入文件“" + file + "”，请检查目录是否存在、是否有权写入、磁盘是否已满。", "C21");
    }
  }
}
