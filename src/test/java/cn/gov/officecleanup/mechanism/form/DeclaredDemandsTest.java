package cn.gov.officecleanup.mechanism.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.io.IOAccess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What forms demand of days, documents, options and rows: the server refuses it, and the script of the browser says it in the same
 * sentence.
 */
class DeclaredDemandsTest {

  private static final String TEMPLATE = """
    <form>
      <label for="told">告知日期</label><output id="told" name="told"></output>
      <label for="opens">开始日期</label><input type="date" id="opens" cam-variable-name="opens" data-not-before="today">
      <label for="ends">结束日期</label><input type="date" id="ends" cam-variable-name="ends" data-not-before="opens">
      <label for="done">办结日期</label><input type="date" id="done" cam-variable-name="done" data-not-before="told" data-not-after="today">
      <label for="lease">租约</label><select id="lease" cam-variable-name="lease" data-lawful-by="leases">
        <option value="NONE">没有</option><option value="ENDED">已终止</option></select>
      <div data-shown-when="lease=ENDED">
        <label for="ended">终止日期</label><input type="date" id="ended" cam-variable-name="ended" data-not-after="today">
      </div>
      <table data-list="people"><caption>名单</caption><template><tr>
        <td><input name="number" aria-label="号码" data-unique></td>
        <td><input type="date" name="born" aria-label="出生日期" data-not-after="today"></td>
        <td><input type="date" name="hired" aria-label="入职日期" data-not-before="born" data-not-after="ends"></td></tr></template></table>
      <table data-list="receipts" data-required-when="lease=NONE"><caption>票据</caption><template><tr>
        <td><input name="no" aria-label="票号"></td></tr></template></table>
      <case-documents kinds="SEAL:印章证明,LEASE:租约协议,OTHER:其他" data-required-kinds="SEAL,LEASE:lease=ENDED|OVER"></case-documents>
    </form>""";
  private static final String SCRIPT = "src/main/resources/META-INF/resources/webjars/camunda/lib/cleanup/answers.js";
  private static final FormSchema SCHEMA = FormSchema.of(TEMPLATE);
  private static final Set<String> ALL = Set.of("SEAL", "LEASE");
  private static final Map<String, String> SHOWN = Map.of("told", "2015-08-01");

  private static Context context;
  private static Value answers;

  @BeforeAll
  static void loadScript() throws IOException {
    context = Context.newBuilder("js")
        .allowIO(IOAccess.ALL)
        .option("engine.WarnInterpreterOnly", "false")
        .option("js.esm-eval-returns-exports", "true")
        .build();
    answers = context
        .eval(Source.newBuilder("js", Path.of(SCRIPT).toAbsolutePath().toFile()).mimeType("application/javascript+module").build());
  }

  @AfterAll
  static void close() {
    context.close(true);
  }

  @ParameterizedTest
  @CsvSource({"opens,2015-08-02,true,today,今天", "opens,2015-08-03,true,today,", "opens,2015-08-04,true,today,",
      "done,2015-08-04,false,today,今天", "done,2015-08-03,false,today,", "done,2015-07-31,true,told,“告知日期”", "done,2015-08-01,true,told,"})
  void aDayLiesNeitherBeforeNorAfterItsBound(String field, String day, boolean earliest, String other, String otherLabel) {
    String label = Map.of("opens", "开始日期", "done", "办结日期").get(field);
    List<String> said = otherLabel == null ? List.of() : List.of("“%s”不能%s%s，请改正。".formatted(label, earliest ? "早于" : "晚于", otherLabel));
    assertThat(refused(Map.of(field, day))).isEqualTo(said);
    assertThat(inBrowser("“" + label + "”", day, earliest, other, "告知日期", SHOWN)).isEqualTo(said);
  }

  @ParameterizedTest
  @CsvSource({"2015-09-02,2015-09-01,refused", "2015-09-02,2015-09-02,", "2015-09-02,,", ",2015-09-01,", "2015-09-02,sometime,unreadable"})
  void aDayIsComparedWithAnother(String opens, String ends, String outcome) {
    Map<String, Object> filled = new HashMap<>();
    filled.put("opens", opens);
    filled.put("ends", ends);
    assertThat(refused(filled)).isEqualTo(
        outcome == null ? List.of() : outcome.equals("refused") ? List.of("“结束日期”不能早于“开始日期”，请改正。") : List.of("“结束日期”应填写日期，例如2015-10-31。"));
    if (!"unreadable".equals(outcome)) {
      assertThat(inBrowser("“结束日期”", ends, true, "opens", "开始日期", opens == null ? Map.of() : Map.of("opens", opens)))
          .hasSize("refused".equals(outcome) ? 1 : 0)
          .allMatch("“结束日期”不能早于“开始日期”，请改正。"::equals);
    }
  }

  @Test
  void inATableTheRowCountsFirstAndThenTheForm() {
    assertThat(refused(Map.of("ends", "2015-10-01", "opens", "2015-09-01", "people",
        "[{\"born\":\"1990-01-01\",\"hired\":\"1989-01-01\"},{\"hired\":\"2015-10-02\"},{\"born\":\"2015-08-04\"}]")))
        .containsExactly("“名单”第1行“入职日期”不能早于“出生日期”，请改正。", "“名单”第2行“入职日期”不能晚于“结束日期”，请改正。", "“名单”第3行“出生日期”不能晚于今天，请改正。");
    assertThat(inBrowser(answers.getMember("inRow").execute("名单", 0, "入职日期").asString(), "1989-01-01", true, "born", "出生日期",
        Map.of("born", "1990-01-01"))).containsExactly("“名单”第1行“入职日期”不能早于“出生日期”，请改正。");
  }

  @Test
  void aDayThatIsNotSeenIsNotMeasured() {
    assertThat(refused(Map.of("lease", "ENDED", "ended", "2015-08-04"))).containsExactly("“终止日期”不能晚于今天，请改正。");
    assertThat(refused(Map.of("lease", "NONE", "ended", "2015-08-04", "receipts", "[{\"no\":\"1\"}]"))).isEmpty();
  }

  @Test
  void aDocumentIsDemandedAlwaysOrWithCertainAnswers() {
    for (Map<String, Object> filled : List.<Map<String, Object>>of(Map.of(), Map.of("lease", "ENDED"))) {
      List<String> missing = messages(filled, Set.of("OTHER"), Map.of());
      assertThat(missing).isEqualTo(filled.isEmpty() ? List.of("缺少“印章证明”，请上传后再提交。") : List.of("缺少“印章证明”，请上传后再提交。", "缺少“租约协议”，请上传后再提交。"));
      List<String> kinds = Arrays.asList(answers.getMember("demandedKinds")
          .execute("SEAL,LEASE:lease=ENDED|OVER",
              context.eval("js", "(field => ({lease: '%s'})[field] ?? null)".formatted(filled.getOrDefault("lease", ""))))
          .as(String[].class));
      assertThat(kinds.stream()
          .map(kind -> kind.equals("SEAL") ? "印章证明" : "租约协议")
          .map(label -> answers.getMember("missingDocument").execute(label).asString())
          .toList()).isEqualTo(missing);
    }
    assertThat(messages(Map.of("lease", "ENDED"), ALL, Map.of())).isEmpty();
  }

  @Test
  void whatMustBeUniqueStandsInOneRow() {
    List<String> numbers = List.of("A1", " A1 ", "", "B2", "", "A1");
    String rows = numbers.stream().map("{\"number\":\"%s\"}"::formatted).collect(Collectors.joining(",", "[", "]"));
    List<String> said = List.of("“名单”第2行“号码”与第1行相同，请合并或者改正。", "“名单”第6行“号码”与第1行相同，请合并或者改正。");
    assertThat(refused(Map.of("people", rows))).isEqualTo(said);
    Value repetitions = answers.getMember("repetitions")
        .execute("名单", "号码", context.eval("js", numbers.stream().map("'%s'"::formatted).collect(Collectors.joining(",", "[", "]"))));
    assertThat(IntStream.range(0, numbers.size())
        .mapToObj(row -> repetitions.getArrayElement(row).asString())
        .filter(fault -> !fault.isEmpty())
        .toList()).isEqualTo(said);
  }

  @Test
  void aTableThatNeedsARowSaysSo() {
    List<String> said = refused(Map.of("lease", "NONE"));
    assertThat(said).containsExactly("“票据”至少填写一行。");
    assertThat(answers.getMember("missingRow").execute("票据").asString()).isEqualTo(said.get(0));
  }

  @Test
  void anOptionThatTheRulesDoNotLeaveOpenIsRefusedInTheWordsOfItsNote() {
    Map<String, String> against = Map.of("ENDED", "租约未到期的，不能终止。");
    assertThat(messages(Map.of("lease", "ENDED"), ALL, against)).containsExactly("租约未到期的，不能终止。");
    assertThat(SCHEMA.unlawful(new Given(List.of(), Set.of(), against, Map.of()), Map.of())).isEqualTo(Map.of("lease", against));
    Value notes = answers.getMember("whyNotOffered")
        .execute(context.eval("js", "([{value: 'NONE', label: '没有'}, {value: 'ENDED', label: '已终止'}, {value: 'OVER', label: '已到期'}])"),
            context.eval("js", "({ENDED: '租约未到期的，不能终止。', OVER: '租约未到期的，不能终止。'})"));
    assertThat(notes.as(String[].class)).containsExactly("已终止、已到期：租约未到期的，不能终止。");
  }

  @ParameterizedTest
  @ValueSource(strings = {"data-not-before=\"told\"", "data-not-before=\"born\"", "LEASE:lease", "data-not-before=\"opens\""})
  void aDemandThatNamesNothingIsNoForm(String named) {
    assertThatThrownBy(
        () -> FormSchema.of(TEMPLATE.replace(named, named.replaceAll("told|born|opens", "nowhere").replace("LEASE:", "LEASES:"))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static List<String> refused(Map<String, Object> filled) {
    return messages(filled, ALL, Map.of());
  }

  private static List<String> messages(Map<String, Object> filled, Set<String> attached, Map<String, String> against) {
    try {
      SCHEMA.accept(filled, new Given(List.of(), attached, against, SHOWN));
      return List.of();
    } catch (RefusedException refused) {
      return refused.findings().stream().map(Finding::message).toList();
    }
  }

  private static List<String> inBrowser(String what, String day, boolean earliest, String other, String otherLabel,
      Map<String, String> filled) {
    String said = answers.getMember("dayFault")
        .execute(what, day == null ? "" : day,
            context.eval("js", "([{earliest: %s, other: '%s', otherLabel: '%s'}])".formatted(earliest, other, otherLabel)),
            Given.TODAY.toString(),
            context.eval("js",
                "(name => ({%s})[name] ?? null)".formatted(filled.entrySet()
                    .stream()
                    .map(entry -> "%s: '%s'".formatted(entry.getKey(), entry.getValue()))
                    .collect(Collectors.joining(",")))))
        .asString();
    return said.isEmpty() ? List.of() : List.of(said);
  }
}
