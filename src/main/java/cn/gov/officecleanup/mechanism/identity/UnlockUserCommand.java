package cn.gov.officecleanup.mechanism.identity;

import cn.gov.officecleanup.mechanism.finding.RefusedException;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Ends the locks of a user who failed to sign in, from the command line: for whoever runs the server, where no administrator can sign in.
 */
@Component
@Scope(BeanDefinition.SCOPE_PROTOTYPE) // arguments are read into it
@Command(name = "unlock-user", description = "解除用户因多次输错密码而受的登录锁定。", exitCodeListHeading = "%n退出码：%n",
    exitCodeList = {"0:已解除，或者没有锁定", "2:未能解除"})
public class UnlockUserCommand implements Callable<Integer> {

  private final IdentityService identity;

  @Parameters(paramLabel = "用户名", description = "用户的登录名，例如 admin")
  private String userId;

  @Spec
  private CommandSpec spec;

  public UnlockUserCommand(IdentityService identity) {
    this.identity = identity;
  }

  @Override
  public Integer call() {
    if (identity.createUserQuery().userId(userId).count() == 0) {
      throw new RefusedException("NO_SUCH_USER", "没有用户“%s”，请核对登录名。".formatted(userId), "身份");
    }
    identity.unlockUser(userId);
    spec.commandLine().getOut().println("用户“%s”现在可以登录。".formatted(userId));
    return 0;
  }
}
