package cn.gov.officecleanup.mechanism.reporter;

import java.util.concurrent.Callable;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * Encrypts all reporters' identities with the key in use, after it was replaced; then the former key can be taken away. Portion by portion:
 * what was done before it was interrupted stays done.
 */
@Component
@Command(name = "rotate-reporter-key", description = "更换密钥以后，用现在的密钥重新加密举报人、信访人的身份信息。", exitCodeListHeading = "%n退出码：%n",
    exitCodeList = {"0:全部由现在的密钥加密", "2:未能完成"})
public class RotateReporterKeyCommand implements Callable<Integer> {

  private final Reporters reporters;

  @Spec
  private CommandSpec spec;

  public RotateReporterKeyCommand(Reporters reporters) {
    this.reporters = reporters;
  }

  @Override
  public Integer call() {
    long all = 0;
    for (int portion = reporters.encryptAnew(); portion > 0; portion = reporters.encryptAnew()) {
      all += portion;
    }
    spec.commandLine().getOut().println("重新加密%d条身份信息；现在可以从环境变量%s中去掉原来的密钥。".formatted(all, ReporterKeys.FORMER_VARIABLE));
    return 0;
  }
}
