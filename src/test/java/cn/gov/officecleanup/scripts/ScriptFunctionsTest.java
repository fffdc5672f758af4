package cn.gov.officecleanup.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotAccess;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.io.IOAccess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What functions of the pages' scripts give that need no page, run without a browser. */
class ScriptFunctionsTest {

  private Context context;

  private Value module(String path, String language) throws IOException {
    context = Context.newBuilder("js")
        .allowIO(IOAccess.ALL)
        .allowPolyglotAccess(PolyglotAccess.NONE)
        .option("engine.WarnInterpreterOnly", "false")
        .option("js.esm-eval-returns-exports", "true")
        .build();
    context.eval("js", "globalThis.navigator = {languages: ['%s'], language: '%s'}".formatted(language, language));
    return context.eval(
        Source.newBuilder("js", Scripts.FOLDER.resolve(path).toAbsolutePath().toFile()).mimeType("application/javascript+module").build());
  }

  @AfterEach
  void close() {
    context.close(true);
  }

  /** @return a value made of an expression */
  private Value value(String expression) {
    return context.eval("js", "(" + expression + ")");
  }

  @ParameterizedTest
  @CsvSource({"zh-CN,zh-CN", "zh-Hans,zh-CN", "zh-TW,zh-CN", "fr,zh-CN", "'',zh-CN", "eng-x,zh-CN", "en,en", "EN-us,en", "en-GB,en"})
  void onlyAnEnglishBrowserGetsEnglish(String language, String shown) throws IOException {
    for (String app : new String[]{"tasklist", "welcome", "admin", "cockpit"}) {
      Value configuration = module("app/%s/scripts/config.js".formatted(app), language).getMember("default");
      assertThat(configuration.getMember("locales").getMember("fallbackLocale").asString()).isEqualTo(shown);
      assertThat(configuration.getMember("locales").getMember("availableLocales").as(String[].class)).containsExactly("zh-CN", "en");
      assertThat(configuration.getMember("customScripts").as(String[].class)).as(app).contains("../../lib/cleanup/session-guard.js");
    }
  }

  @ParameterizedTest
  @CsvSource({"decision=agree,true", "decision=refuse,false", "decision=refuse|agree,true", "nowhere=agree,false", "blank=,true",
      "decision=agre,false", "decision=*,true", "blank=*,false", "nowhere=*,false"})
  void aConditionReadsTheAnswers(String condition, boolean met) throws IOException {
    Value isMet = module("lib/cleanup/answers.js", "zh-CN").getMember("isMet");
    assertThat(isMet.execute(condition, value("field => ({decision: 'agree', blank: ''})[field] ?? null")).asBoolean()).isEqualTo(met);
  }

  @Test
  void whatIsTooLargeIsToldBeforeItIsSent() throws IOException {
    Value tooLarge = module("lib/cleanup/answers.js", "zh-CN").getMember("tooLarge");
    assertThat(tooLarge.execute(value("{name: '请示.pdf', size: 20 * 1024 * 1024}")).isNull()).isTrue();
    assertThat(tooLarge.execute(value("{name: '请示.pdf', size: 20 * 1024 * 1024 + 1}")).asString()).contains("“请示.pdf”超过20MB");
  }

  @ParameterizedTest
  @CsvSource({"关于保留办事处的请示.pdf,REQUEST", "请示附件一览.xlsx,LIST", "扫描件001.pdf,''", "会议纪要.PDF,MINUTES"})
  void theNameOfAFileTellsItsKind(String fileName, String kind) throws IOException {
    assertThat(module("lib/cleanup/answers.js", "zh-CN").getMember("kindByName")
        .execute(fileName, value("[{value: 'REQUEST', label: '请示'}, {value: 'LIST', label: '请示附件'}, {value: 'MINUTES', label: '会议纪要'}]"))
        .asString()).isEqualTo(kind);
  }

  @Test
  void aCharacterOfFourBytesCountsAsOne() throws IOException {
    Value answers = module("lib/cleanup/answers.js", "zh-CN");
    assertThat(answers.getMember("charactersLeft").execute(" 王𠅤😀 ", 10).asInt()).isEqualTo(7);
    assertThat(answers.getMember("wrongLength").execute("𠅤".repeat(10), 2, 10).asString()).isEmpty();
    assertThat(answers.getMember("wrongLength").execute("𠅤".repeat(11), 2, 10).asString()).isEqualTo("最多填写10个字，现有11个字。");
    assertThat(answers.getMember("wrongLength").execute("𠅤", 2, 10).asString()).isEqualTo("至少填写2个字，现有1个字。");
    assertThat(answers.getMember("wrongLength").execute(" ", 2, 10).asString()).as("missing, not short").isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"'',2,10,至少2个字，最多10个字。", "好,2,10,至少2个字，最多10个字，还差1个字。", "很好,2,10,至少2个字，最多10个字，还可以填写8个字。", "很好,0,10,最多10个字，还可以填写8个字。",
      "好上加好,0,3,最多3个字，超出1个字。", "很好,2,0,至少2个字。"})
  void limitsAreToldBeforeAndWhileOneTypes(String text, int least, int most, String told) throws IOException {
    assertThat(module("lib/cleanup/answers.js", "zh-CN").getMember("limitsTold").execute(text, least, most).asString()).isEqualTo(told);
  }

  @ParameterizedTest
  @CsvSource({"text,valueMissing,不能为空，请填写。", "select-one,valueMissing,不能为空，请选择。", "checkbox,valueMissing,必须勾选确认。",
      "file,valueMissing,不能为空，请选择文件。", "number,badInput,应填写数字。", "date,badInput,应填写日期，例如2015-10-31。", "number,rangeUnderflow,应在1至任意值之间。",
      "number,stepMismatch,最多2位小数。", "text,patternMismatch,填写格式不对，应为：18位号码。"})
  void whatTheBrowserFindsIsSaidInTheServersWords(String type, String wrong, String said) throws IOException {
    assertThat(module("lib/cleanup/answers.js", "zh-CN").getMember("refusedAnswer")
        .execute("“甲”", value("{type: '%s', validity: {%s: true}, min: '1', max: '', step: '0.01', title: '18位号码'}".formatted(type, wrong)))
        .asString()).isEqualTo("“甲”" + said);
  }

  @ParameterizedTest
  @CsvSource({"武汉,武汉市", "whs,武汉市", "ＷＵＨＡＮ,武汉市", "420100,武汉市", "长 cs,长沙市", "s 43,长沙市", "'',武汉市 长沙市", "北京,''"})
  void aListIsNarrowedByWhatIsTyped(String typed, String left) throws IOException {
    Value narrowed = module("lib/cleanup/answers.js", "zh-CN").getMember("narrowed")
        .execute(value("[{value: '420100', label: '武汉市', key: '武汉市 whs wuhanshi 420100'}, "
            + "{value: '430100', label: '长沙市', key: '长沙市 css zss changshashi 430100'}]"), typed);
    assertThat(IntStream.range(0, (int) narrowed.getArraySize())
        .mapToObj(index -> narrowed.getArrayElement(index).getMember("label").asString())
        .collect(Collectors.joining(" "))).isEqualTo(left);
  }

  @ParameterizedTest
  @CsvSource({"同意上报,同意。,同意上报", "同意,同意。,同意", "同意,'同意，请抓紧办理。','同意，请抓紧办理。'", "退回,材料不全。,退回：材料不全。", "'',已阅。,已阅。", "同意,'',同意", "'','',''"})
  void anOpinionIsSaidOnce(String decision, String words, String said) throws IOException {
    assertThat(module("lib/cleanup/answers.js", "zh-CN").getMember("said").execute(decision, words).asString()).isEqualTo(said);
  }

  @Test
  void rowsOfTheServerTakeWhatWasTypedAndNoMore() throws IOException {
    Value typedInto = module("lib/cleanup/answers.js", "zh-CN").getMember("typedInto");
    Value rows = typedInto.execute(value("[{id: 1, name: '甲'}, {id: 2, name: '乙'}]"),
        value("[{id: '2', remark: '已核'}, {id: '3', remark: '没有这行'}]"), "id");
    assertThat(rows.getArraySize()).isEqualTo(2);
    assertThat(rows.getArrayElement(0).hasMember("remark")).isFalse();
    assertThat(rows.getArrayElement(1).getMember("remark").asString()).isEqualTo("已核");
    assertThat(rows.getArrayElement(1).getMember("name").asString()).isEqualTo("乙");
  }

  @Test
  void theServersSentenceIsShownUnlessThePageSaysMore() throws IOException {
    Value sentence = module("lib/cleanup/api.js", "zh-CN").getMember("sentence");
    assertThat(sentence.execute(404, value("{404: '没有这个案件。'}"), value("{detail: '没有。'}")).asString()).isEqualTo("没有这个案件。");
    assertThat(sentence.execute(409, value("{404: '没有这个案件。'}"), value("{detail: '已由他人办理。'}")).asString()).isEqualTo("已由他人办理。");
    assertThat(sentence.execute(401, value("{}"), value("{detail: '未登录'}")).asString()).contains("请先在“待办事项”登录");
    assertThat(sentence.execute(502, value("{}"), value("null")).asString()).contains("暂时无法完成");
  }

  @ParameterizedTest
  @CsvSource({"该任务已由他人签收。,该任务已由他人签收。", "Request has been terminated: the network is offline,连接不上服务器",
      "The POST request on /task failed,暂时无法完成", "'',''", "4 MB,4 MB"})
  void whatOthersSayInEnglishIsSaidInChinese(String words, String said) throws IOException {
    assertThat(module("lib/cleanup/api.js", "zh-CN").getMember("sayable").execute(words).asString()).startsWith(said);
    close();
    assertThat(module("lib/cleanup/api.js", "en").getMember("sayable").execute(words).asString()).isEqualTo(words);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<task> <- 该事项已经办结。", "&lt;task&gt; &lt;- 该事项已经办结。", "<task> <- <case> <- 该事项已经办结。", "该事项已经办结。"})
  void whatTasklistPutsBeforeASentenceIsLeftOut(String words) throws IOException {
    assertThat(module("lib/cleanup/api.js", "zh-CN").getMember("sayable").execute(words).asString()).isEqualTo("该事项已经办结。");
  }

  @ParameterizedTest
  @CsvSource({"没有办成,请重试。,没有办成：", "没有办成。,请重试。,没有办成：", "失败：,请重试。,失败：", "密码已修改。,'',密码已修改。"})
  void aHeadingHasOneMarkBeforeWhatFollows(String status, String message, String shown) throws IOException {
    assertThat(module("lib/cleanup/api.js", "zh-CN").getMember("heading").execute(status, message).asString()).isEqualTo(shown);
  }

  @Test
  void theTokenAgainstForgedRequestsIsTakenFromTheCookie() throws IOException {
    Value csrfHeaders = module("lib/cleanup/api.js", "zh-CN").getMember("csrfHeaders");
    assertThat(csrfHeaders.execute("a=1; XSRF-TOKEN=x%3D%3D; b=2").getMember("X-XSRF-TOKEN").asString()).isEqualTo("x==");
    assertThat(csrfHeaders.execute("a=1; NOT-XSRF-TOKEN=y").getMemberKeys()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"api/cleanup", "lib/cleanup/cases.html"})
  void addressesAreThoseOfTheServerThatGaveTheScript(String path) throws IOException {
    Value api = module("lib/cleanup/api.js", "zh-CN");
    assertThat(api.getMember("addressOf").execute(path).asString()).endsWith("/camunda/" + path);
  }

  @Test
  void anInstantIsWrittenAsOfficialsWriteIt() throws IOException {
    Value page = module("lib/cleanup/page.js", "zh-CN");
    assertThat(page.getMember("moment").execute("2015-11-01T16:30:00Z").asString().replaceAll("\\s", "")).isEqualTo("2015年11月2日00:30");
    assertThat(page.getMember("moment").execute("2015-11-01T16:00:00Z").asString().replaceAll("\\s", "")).as("midnight").endsWith("00:00");
    assertThat(page.getMember("exactMoment").execute("2015-11-01T16:30:05Z").asString().replaceAll("\\s", ""))
        .isEqualTo("2015年11月2日00:30:05");
    assertThat(page.getMember("day").execute("2015-11-02").asString()).isEqualTo("2015年11月2日");
    assertThat(page.getMember("yuan").execute(4040000).asString()).isEqualTo("4,040,000.00");
    assertThat(page.getMember("casePage").execute("BL-2015-0001/ä").asString())
        .endsWith("/lib/cleanup/cases.html?case=BL-2015-0001%2F%C3%A4");
  }

  @Test
  void theBoardSaysWhoIsSlowestAndSortsByAnyColumn() throws IOException {
    Value module = module("app/cockpit/scripts/board-counts.js", "zh-CN");
    Value rows = value("""
      [['a', 4, 0, 0], ['b', 4, 2, 0], ['c', 200, 1, 0], ['d', 2, 2, 0], ['e', 1, 0, 3], ['f', 0, 0, 0]]
        .map(([name, before, unfinished, late]) => ({name, counts: {before, unfinished, late}}))""");
    assertThat(shares(module, rows)).containsExactly("100", "50", "99", "0", "100", "null");
    assertThat(names(module.invokeMember("slowest", rows))).as("late first, then the least settled; who is done is not slow")
        .isEqualTo("edbc");
    assertThat(names(module.invokeMember("sorted", rows, "late", true))).startsWith("e");
    assertThat(names(module.invokeMember("sorted", rows, "share", false))).isEqualTo("fdbcae");
    assertThat(names(module.invokeMember("sorted", rows, "name", true))).isEqualTo("fedcba");
    assertThat(names(module.invokeMember("sorted", rows, "", true))).isEqualTo("abcdef");
  }

  @Test
  void theChartOfReceptionsHasWhoHasABudgetOrSpentAnything() throws IOException {
    Value module = module("app/cockpit/scripts/board-counts.js", "zh-CN");
    Value rows = value("""
      [['a', null, 0], ['b', 0, 0], ['c', null, 0.01], ['d', 2000, 350]].map(([name, budget, paid]) => ({name, budget, paid}))""");
    assertThat(names(module.invokeMember("receiving", rows))).isEqualTo("bcd");
  }

  @ParameterizedTest
  @CsvSource({"2015-09-01,2", "2015-09-11,4", "2015-09-15,4", "2015-10-01,8", "2015-10-31,14", "2015-12-01,14"})
  void thePlanGoesStraightToTheDeadline(String day, int planned) throws IOException {
    Value module = module("app/cockpit/scripts/board-counts.js", "zh-CN");
    assertThat(module.invokeMember("plannedNow", value("""
      {cleanupDeadline: '2015-10-31', total: {before: 14}, course: [{day: '2015-09-01', settled: 2}, {day: '%s', settled: 3}]}"""
        .formatted(day))).asInt()).isEqualTo(planned);
  }

  @Test
  void firstPasswordsAreAFileThatExcelOpens() throws IOException {
    Value module = module("lib/cleanup/first-passwords.js", "zh-CN");
    assertThat(module.invokeMember("asCsv", value("[{account: 'wang', name: '王\"晓', password: 'a,b'}]")).asString())
        .isEqualTo("\uFEFF\"账号\",\"姓名\",\"初始密码\"\r\n\"wang\",\"王\"\"晓\",\"a,b\"");
  }

  private static List<String> shares(Value module, Value rows) {
    return IntStream.range(0, (int) rows.getArraySize())
        .mapToObj(i -> module.invokeMember("share", rows.getArrayElement(i).getMember("counts")).toString())
        .toList();
  }

  private static String names(Value rows) {
    return IntStream.range(0, (int) rows.getArraySize())
        .mapToObj(i -> rows.getArrayElement(i).getMember("name").asString())
        .collect(Collectors.joining());
  }
}
