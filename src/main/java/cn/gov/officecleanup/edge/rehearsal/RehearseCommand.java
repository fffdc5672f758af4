package cn.gov.officecleanup.edge.rehearsal;

import cn.gov.officecleanup.edge.rehearsal.RehearsalResult.Deadline;
import cn.gov.officecleanup.edge.rehearsal.RehearsalResult.Notice;
import cn.gov.officecleanup.edge.rehearsal.RehearsalResult.Standing;
import cn.gov.officecleanup.edge.rehearsal.RehearsalResult.UnitCourse;
import cn.gov.officecleanup.mechanism.text.InWords;
import cn.gov.officecleanup.procedure.report.Figure;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Rehearses a campaign over the loaded register from the command line (C20). Exit code: 0 all is well, 1 something is stuck, lost or
 * unbalanced, 2 not rehearsed.
 */
@Component
@Scope(BeanDefinition.SCOPE_PROTOTYPE) // arguments are read into it
@Command(name = "rehearse", description = "在登记册的内存副本上预演一次清理规范工作：时钟加快，各级人员随机办理，看各期限能否按时办结。登记册和正式数据不受影响。", exitCodeListHeading = "%n退出码：%n",
    exitCodeList = {"0:顺利结束", "1:有停滞、遗失或者不平", "2:未能预演"})
public class RehearseCommand implements Callable<Integer> {

  private static final int MOST_NAMED = 10;
  private static final int MOST_YEARS = 10;

  private final Rehearsing rehearsing;
  private final Clock clock;

  @Option(names = "--cleanup", paramLabel = "日期", required = true, description = "清理期限，例如 2015-10-31")
  private LocalDate cleanupDeadline;

  @Option(names = "--report", paramLabel = "日期", required = true, description = "报送期限，例如 2015-11-15")
  private LocalDate reportDeadline;

  @Option(names = "--application", paramLabel = "日期", description = "保留申请期限；不写则为清理期限前一个月")
  private LocalDate applicationDeadline;

  @Option(names = "--start", paramLabel = "日期", description = "启动清理规范工作的日期；不写则为今天")
  private LocalDate start;

  @Option(names = "--seed", paramLabel = "整数", defaultValue = "1", description = "随机数种子；种子相同，各级人员的快慢和决定相同（默认 1）")
  private long seed;

  @Option(names = "--years", paramLabel = "年数", defaultValue = "0", description = "清理规范结束后继续预演保留机构的管理（接待、公开、考核）多少年，0至10（默认 0）")
  private int years;

  @Option(names = "--output", paramLabel = "文件夹", defaultValue = "rehearsal", description = "保存表格和图的文件夹，其中的旧文件被替换（默认 rehearsal）")
  private Path folder;

  @Spec
  private CommandSpec spec;

  public RehearseCommand(Rehearsing rehearsing, Clock clock) {
    this.rehearsing = rehearsing;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    if (years < 0 || years > MOST_YEARS) {
      throw new ParameterException(spec.commandLine(), "--years 应为0至%d。".formatted(MOST_YEARS));
    }
    RehearsalResult result = rehearsing.rehearse(
        new RehearsalPlan(start == null ? LocalDate.now(clock) : start, applicationDeadline, cleanupDeadline, reportDeadline, seed, years));
    List<Path> files = RehearsalFiles.save(result, folder);
    printCourse(result);
    printUnits(result);
    printNotices(result);
    printYears(result);
    out().println(result.faults().isEmpty() ? "结论：没有停滞、遗失和不平。" : "结论：发现%d个问题。".formatted(result.faults().size()));
    result.faults().forEach(fault -> out().println("  " + fault));
    out().println("已保存：" + files.stream().map(Path::toString).collect(Collectors.joining("、")));
    return result.faults().isEmpty() ? 0 : 1;
  }

  private void printCourse(RehearsalResult result) {
    out().println("预演：%s启动，%s，随机数种子%d。".formatted(InWords.day(result.plan().start()),
        result.deadlines().stream().map(deadline -> deadline.name() + InWords.day(deadline.day())).collect(Collectors.joining("，")),
        result.plan().seed()));
    out().println("办理任务%d项，其中退回、不同意%d项；%s；%s最后一项办结。".formatted(result.tasksDone(), result.returned(),
        result.concluded() == null ? "全省报告没有办结" : InWords.day(result.concluded()) + "收到国家机关事务管理局回执", InWords.day(result.ended())));
    int told = result.foretold().transitions();
    out().println("办理前预告的下一步环节和办理单位，%d项中%d项与实际一致。".formatted(told, told - result.foretold().otherwise().size()));
  }

  private void printUnits(RehearsalResult result) {
    int longest = result.units().stream().mapToInt(unit -> unit.name().length()).max().orElse(0);
    out().println();
    out().println("%s　机构　有清理结果：%s、最后　　报送期限时的报告".formatted(wide("单位", longest),
        result.deadlines().stream().map(Deadline::name).collect(Collectors.joining("、"))));
    for (UnitCourse unit : result.units()) {
      Standing last = unit.standings().get(unit.standings().size() - 1);
      out().println("%s　%4d　%s　　%s".formatted(wide(unit.name(), longest), last.figures().count(Figure.BEFORE),
          unit.standings().stream().map(standing -> "%4d".formatted(standing.decided())).collect(Collectors.joining()),
          unit.standings().get(result.deadlines().size() - 1).report()));
    }
  }

  private void printYears(RehearsalResult result) {
    if (!result.years().isEmpty()) {
      out().println();
      result.years()
          .forEach(year -> out().println("%d年：保留机构%d个；公务接待%d批次%d人次，支出%s，预算%s；考核定等次%d个，公开%d个；轮换%d人，脱钩%d个实体。".formatted(year.year(),
              year.offices(), year.receptions(), year.guests(), InWords.yuan(year.paid()), InWords.yuan(year.budget()), year.appraised(),
              year.published(), year.rotated(), year.parted())));
    }
  }

  private void printNotices(RehearsalResult result) {
    Map<String, Long> missed = result.notices()
        .stream()
        .filter(Notice::missed)
        .collect(Collectors.groupingBy(Notice::late, Collectors.counting()));
    long misses = missed.values().stream().mapToLong(Long::longValue).sum();
    out().println();
    out().println("提醒%d次，逾期督办%d次。%s".formatted(result.notices().size() - misses, misses,
        misses == 0 ? ""
            : "最多的：" + missed.entrySet()
                .stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_NAMED)
                .map(entry -> "%s%d次".formatted(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining("，")) + "。"));
  }

  /** @return the text filled up with blanks as wide as a Chinese character */
  private static String wide(String text, int length) {
    return text + "　".repeat(length - text.length());
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
