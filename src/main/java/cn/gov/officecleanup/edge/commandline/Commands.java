package cn.gov.officecleanup.edge.commandline;

import cn.gov.officecleanup.mechanism.auditlog.AuditEvent;
import cn.gov.officecleanup.mechanism.auditlog.AuditLog;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.objenesis.Objenesis;
import org.springframework.objenesis.SpringObjenesis;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Runs a command in a process of its own: with the application's database and rules, without web server and job executor. Everything it
 * says is Chinese.
 */
public final class Commands {

  /** exit code of a command that could not do anything */
  private static final int FAILED = CommandLine.ExitCode.USAGE;
  /** H2: the file is in use by another process */
  private static final int H2_DATABASE_IN_USE = 90020;

  private static final Map<String, Object> QUIET_AND_PASSIVE = Map.of("camunda.bpm.job-execution.enabled", "false", "logging.level.root",
      "OFF");

  private final PrintWriter out = writer(System.out);
  private final PrintWriter err = writer(System.err);

  private Commands() {
  }

  /** @return whether the arguments of {@code main} name a command instead of starting the server */
  public static boolean named(String... arguments) {
    return arguments.length > 0 && Arrays.stream(OfficeCleanupCommand.class.getAnnotation(Command.class).subcommands())
        .anyMatch(command -> command.getAnnotation(Command.class).name().equals(arguments[0]));
  }

  /**
   * Runs the command that the arguments name.
   *
   * @param application the application's main class
   * @return the exit code: 0 all is well, 1 done with problems, 2 not done
   */
  public static int run(Class<?> application, String... arguments) {
    return new Commands().start(application, arguments);
  }

  /** Does what {@link #run} does, in an application that is there already and stays. */
  static int runIn(ConfigurableApplicationContext application, String... arguments) {
    return new Commands().execute(application, arguments);
  }

  private int start(Class<?> application, String... arguments) {
    try {
      // what nobody can do needs no application, which takes its time to start
      commandLine(new ParsingOnly()).parseArgs(arguments);
    } catch (ParameterException problem) {
      return misused(problem);
    }
    ConfigurableApplicationContext context;
    try {
      context = new SpringApplicationBuilder(application).web(WebApplicationType.NONE).properties(QUIET_AND_PASSIVE).run();
    } catch (RuntimeException e) {
      err.println(whyNotStarted(e));
      return FAILED;
    }
    int exitCode = execute(context, arguments);
    SpringApplication.exit(context);
    return exitCode;
  }

  private int execute(ConfigurableApplicationContext context, String... arguments) {
    // before it is done: what fails was tried as well
    context.getBean(AuditLog.class)
        .note(AuditEvent.Kind.COMMAND, AuditLog.SYSTEM, arguments[0],
            "操作系统用户%s：%s".formatted(System.getProperty("user.name"), String.join(" ", arguments)));
    return commandLine(context.getBean(CommandLine.IFactory.class)).setOut(out)
        .setErr(err)
        .setParameterExceptionHandler((problem, given) -> misused(problem))
        .setExecutionExceptionHandler((problem, failing, parsed) -> failed(problem))
        .execute(arguments);
  }

  private static CommandLine commandLine(CommandLine.IFactory factory) {
    CommandLine commandLine = new CommandLine(OfficeCleanupCommand.class, factory);
    commandLine.getSubcommands()
        .values()
        .forEach(command -> command.getCommandSpec()
            .usageMessage()
            .synopsisHeading("用法：")
            .parameterListHeading("%n参数：%n")
            .optionListHeading("%n选项：%n"));
    return commandLine;
  }

  private int misused(ParameterException problem) {
    if (problem instanceof MissingParameterException missing) {
      err.println("缺少：" + missing.getMissing().stream().map(Commands::nameOf).collect(Collectors.joining("、")) + "。");
    } else if (problem instanceof UnmatchedArgumentException unmatched) {
      err.println("不认识的参数：" + String.join("、", unmatched.getUnmatched()) + "。");
    } else if (problem.getArgSpec() != null && problem.getValue() != null) {
      err.println("参数有误：%s 不能是“%s”。应为：%s。".formatted(nameOf(problem.getArgSpec()), problem.getValue(),
          String.join("", problem.getArgSpec().description())));
    } else {
      err.println("参数有误：" + problem.getMessage());
    }
    problem.getCommandLine().usage(err);
    return FAILED;
  }

  private static String nameOf(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }

  private int failed(Exception problem) {
    err.println(problem instanceof RefusedException ? problem.getMessage() : "操作失败，未作任何更改：" + rootMessage(problem));
    return FAILED;
  }

  private static String whyNotStarted(RuntimeException problem) {
    boolean inUse = causes(problem).anyMatch(cause -> cause instanceof SQLException sql && sql.getErrorCode() == H2_DATABASE_IN_USE);
    return inUse ? "数据库正被运行中的系统占用。请先停止系统再执行本命令，或者登录任务列表，在系统中发起同一事项。" : "无法启动：" + rootMessage(problem);
  }

  private static Stream<Throwable> causes(Throwable problem) {
    return Stream.iterate(problem, cause -> cause != null, Throwable::getCause);
  }

  private static String rootMessage(Throwable problem) {
    return NestedExceptionUtils.getMostSpecificCause(problem).getMessage();
  }

  /** Commands that arguments are read into and that are never run: of what they work with there is nothing. */
  private static final class ParsingOnly implements CommandLine.IFactory {

    private final Objenesis objenesis = new SpringObjenesis();

    @Override
    public <K> K create(Class<K> type) throws Exception {
      return type.isAnnotationPresent(Command.class) ? objenesis.newInstance(type) : CommandLine.defaultFactory().create(type);
    }
  }

  /** The console's own encoding where it knows Chinese, else UTF-8. */
  private static PrintWriter writer(PrintStream console) {
    Charset charset = Charset.forName(System.getProperty("native.encoding", "UTF-8"));
    return new PrintWriter(console, true, charset.newEncoder().canEncode('汉') ? charset : StandardCharsets.UTF_8);
  }
}
