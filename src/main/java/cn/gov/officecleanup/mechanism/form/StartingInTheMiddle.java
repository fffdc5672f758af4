package cn.gov.officecleanup.mechanism.form;

import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.identity.Officials;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceAtActivitiesCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * Refuses every start of a procedure that says where in it to begin, as long as an official asks for it. A listener of the start could not:
 * of several places to begin at it sees only the first, which may be the rightful one.
 */
class StartingInTheMiddle extends CommandInterceptor {

  private final Supplier<Officials> officials;

  StartingInTheMiddle(Supplier<Officials> officials) {
    this.officials = officials;
  }

  @Override
  public <T> T execute(Command<T> command) {
    if (command instanceof StartProcessInstanceAtActivitiesCmd && officials.get().current().isPresent()) {
      throw new RefusedException("START_IN_THE_MIDDLE", "事项只能从第一个环节发起。", FormField.CLAUSE);
    }
    return next.execute(command);
  }
}
