package cn.gov.officecleanup.mechanism.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.gov.officecleanup.mechanism.document.StoredDocument;
import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.text.WrittenText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormSchemaTest {

  private static final Circumstances NOTHING = new Given(List.of(), Set.of(), Map.of(), Map.of());
  private static final FormSchema SCHEMA = FormSchema.of("""
    <form>
      <label for="reasons">理由</label>
      <textarea id="reasons" cam-variable-name="reasons" required minlength="5" maxlength="10"></textarea>
      <label for="code">代码</label><input id="code" cam-variable-name="code" pattern="[0-9]{6}" title="6位数字">
      <label for="staff">编制</label><input type="number" id="staff" cam-variable-name="staff" min="1" max="200">
      <label for="money">金额</label><input type="number" id="money" cam-variable-name="money" min="0" step="0.01">
      <label for="end">结束日期</label><input type="date" id="end" cam-variable-name="end" data-required-when="kind=SPECIAL|URGENT">
      <label for="kind">类别</label><select id="kind" cam-variable-name="kind">
        <option value="">请选择</option>
        <option value="GENERAL">一般</option><option value="SPECIAL">专项</option><option value="URGENT">应急</option>
      </select>
      <label for="office">机构</label>
      <select id="office" cam-variable-name="office" data-choices="own"><option value="">请选择</option></select>
      <label for="read">已阅</label><input type="checkbox" id="read" cam-variable-name="read" data-required-when="kind=GENERAL">
      <label for="scan">扫描件</label><input type="file" id="scan" cam-variable-name="scan" data-required-when="kind=URGENT">
      <table data-list="hotels" data-required-when="kind=SPECIAL" data-max-rows="3">
        <caption>宾馆</caption>
        <tbody></tbody>
        <template><tr><td><input name="name" aria-label="名称" required></td>
          <td><input name="parted" type="date" aria-label="脱钩日期"></td></tr></template>
      </table>
    </form>""");

  @Test
  void whatIsInOrderIsTakenStrippedAndWithItsRows() {
    Submission taken = accept("reasons", " 充分的理由 ", "code", "410100", "staff", 12, "end", "2015-10-31", "read", "true", "kind", "SPECIAL",
        "office", "7", "hotels", "[{\"name\":\"牡丹宾馆\",\"parted\":\"2015-09-01\"},{\"name\":\"龙门招待所\"}]");
    assertThat(taken.text("reasons")).isEqualTo("充分的理由");
    assertThat(taken.number("staff")).isEqualTo(12);
    assertThat(taken.day("end")).isEqualTo(LocalDate.of(2015, 10, 31));
    assertThat(taken.ticked("read")).isTrue();
    assertThat(taken.rows("hotels")).extracting(row -> row.text("name")).containsExactly("牡丹宾馆", "龙门招待所");
    assertThat(taken.rows("hotels")).extracting(row -> row.day("parted")).containsExactly(LocalDate.of(2015, 9, 1), null);
  }

  @ParameterizedTest
  @MethodSource("formsWithDecision")
  void noFormIsTakenWithoutOneOfItsDecisions(Path file) throws IOException {
    FormSchema form = FormSchema.of(Files.readString(file));
    Stream.of(Map.<String, Object>of(), Map.<String, Object>of("decision", " "), Map.<String, Object>of("decision", "anything"))
        .forEach(said -> assertThatThrownBy(() -> form.accept(said, NOTHING)).isInstanceOfSatisfying(RefusedException.class,
            refused -> assertThat(refused.findings()).as("%s", said)
                .anyMatch(finding -> finding.message()
                    .contains(form.fields().stream().filter(field -> field.name().equals("decision")).findFirst().orElseThrow().label())
                    && Set.of("REQUIRED", "NO_SUCH_CHOICE").contains(finding.code()))));
  }

  static Stream<Path> formsWithDecision() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("forms"))) {
      return files.filter(FormSchemaTest::hasDecision).sorted().toList().stream();
    }
  }

  private static boolean hasDecision(Path file) {
    try {
      return FormSchema.of(Files.readString(file)).fields().stream().anyMatch(field -> field.name().equals(Submission.DECISION));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void unseenControlsVanishWordsLineBreakIsOneAndLinesStay() {
    assertThat(codes(Map.of("reasons", "\uFEFF充分的\u0000理由\u200B"))).isEmpty();
    assertThat(codes(Map.of("reasons", "充分的\r\n\t理由"))).isEmpty();
    assertThat(WrittenText.of("一、脱钩。\u000B二、不超过５人；\u0001\r\n三、完\u200B ")).isEqualTo("一、脱钩。\n二、不超过５人；\n三、完");
  }

  @Test
  void aCharacterOfFourBytesIsOne() {
    assertThat(codes(Map.of("reasons", "𠅤".repeat(10)))).isEmpty();
    assertThat(codes(Map.of("reasons", "𠅤".repeat(11)))).containsExactly("TOO_LONG");
    assertThat(codes(Map.of("reasons", "𠅤".repeat(4)))).containsExactly("TOO_SHORT");
  }

  @ParameterizedTest
  @CsvSource({"a\u202Efdp.exe, FILE_NAME_UNREADABLE", "../a.csv, FILE_NAME_UNREADABLE", "a\u0000.csv, FILE_NAME_UNREADABLE", "登记册.csv, "})
  void aFileThatTheEngineKeepsHasACleanName(String name, String code) {
    assertThat(codes(Map.of("reasons", "充分的理由", "scan", Variables.fileValue(name).file(new byte[]{1}).create())))
        .isEqualTo(code == null ? List.of() : List.of(code));
  }

  @Test
  void aFileThatTheEngineKeepsHasAShortName() {
    assertThat(codes(Map.of("reasons", "充分的理由", "scan", Variables.fileValue("长".repeat(201)).file(new byte[]{1}).create())))
        .containsExactly("FILE_NAME_TOO_LONG");
  }

  private static List<String> codes(Map<String, Object> submitted) {
    try {
      SCHEMA.accept(submitted, NOTHING);
      return List.of();
    } catch (RefusedException refused) {
      return refused.findings().stream().map(Finding::code).toList();
    }
  }

  @Test
  void whatIsLeftBlankCountsAsLeftOut() {
    Submission taken = accept("reasons", "充分的理由", "code", "  ", "staff", "", "hotels", " ");
    assertThat(taken.values()).doesNotContainKeys("code", "staff");
    assertThat(taken.rows("hotels")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "\t"})
  void aRequiredFieldLeftBlankIsNamed(String blank) {
    assertThat(refused("reasons", blank)).containsExactly(new Finding("REQUIRED", "“理由”不能为空，请填写。", FormField.CLAUSE));
  }

  @Test
  void whatIsRequiredByAnotherFieldIsDemandedOnlyThen() {
    accept("reasons", "充分的理由");
    assertThat(messages("kind", "SPECIAL")).containsExactly("“结束日期”不能为空，请填写。", "“宾馆”至少填写一行。");
    assertThat(messages("kind", "URGENT")).containsExactly("“结束日期”不能为空，请填写。", "“扫描件”不能为空，请选择文件。");
    assertThat(messages("kind", "GENERAL", "read", false)).containsExactly("“已阅”必须勾选确认。");
    accept("reasons", "充分的理由", "kind", "GENERAL", "read", true);
  }

  @ParameterizedTest
  @CsvSource({"reasons, 短, TOO_SHORT, 至少填写5个字，现有1个字", "reasons, 一二三四五六七八九十一, TOO_LONG, 最多填写10个字，现有11个字",
      "code, 41010, WRONG_FORMAT, 应为：6位数字", "code, 4101000, WRONG_FORMAT, 应为：6位数字", "staff, 0, OUT_OF_RANGE, 应在1至200之间",
      "staff, 201, OUT_OF_RANGE, 应在1至200之间", "staff, 1.5, NOT_WHOLE, 应填写整数", "staff, 十二, NOT_A_NUMBER, 应填写数字",
      "staff, NaN, NOT_A_NUMBER, 应填写数字", "money, -0.01, OUT_OF_RANGE, 应在0至任意值之间", "end, 2015-02-30, NOT_A_DATE, 应填写日期",
      "end, 31.10.2015, NOT_A_DATE, 应填写日期", "end, +999999999-12-31, NOT_A_DATE, 应填写日期", "kind, OTHER, NO_SUCH_CHOICE, 只能从列出的选项中选择",
      "office, 8, NO_SUCH_CHOICE, 只能从列出的选项中选择", "scan, 扫描件.pdf, NOT_A_FILE, 请选择文件"})
  void eachDemandOfAFieldIsCheckedAndExplained(String field, String value, String code, String explanation) {
    assertThat(refused(field, value)).singleElement().satisfies(finding -> {
      assertThat(finding.code()).isEqualTo(code);
      assertThat(finding.message()).contains(explanation);
    });
  }

  @ParameterizedTest
  @CsvSource({"staff, 1", "staff, 200", "staff, 12.0", "money, 0.01", "end, 2016-02-29", "reasons, 一二三四五", "reasons, 一二三四五六七八九十"})
  void theBoundsThemselvesAreAllowed(String field, String value) {
    accept("reasons", "充分的理由", field, value);
  }

  @Test
  void valuesThatAreNoTextAreCheckedLikeText() {
    assertThat(refused("staff", 201L)).extracting(Finding::code).containsExactly("OUT_OF_RANGE");
    assertThat(refused("staff", List.of(1, 2))).extracting(Finding::code).containsExactly("NOT_A_NUMBER");
    assertThat(refused("kind", Map.of("value", "GENERAL"))).extracting(Finding::code).containsExactly("NO_SUCH_CHOICE");
    assertThat(refused("end", true)).extracting(Finding::code).containsExactly("NOT_A_DATE");
  }

  @Test
  void aFileIsTakenAndOneWithoutNameCountsAsNone() {
    var file = Variables.fileValue("扫描件.pdf").file(new byte[]{1}).create();
    assertThat(accept("reasons", "充分的理由", "scan", file).file("scan")).isSameAs(file);
    assertThat(messages("kind", "URGENT", "end", "2015-10-31", "scan", Variables.fileValue("").file(new byte[0]).create()))
        .containsExactly("“扫描件”不能为空，请选择文件。");
  }

  @Test
  void aFieldTheFormDoesNotHaveIsRefused() {
    assertThat(refused("approveDecision", "approve")).extracting(Finding::code).containsExactly("UNKNOWN_FIELD");
    assertThat(messages("hotels", "[{\"name\":\"牡丹宾馆\",\"status\":\"RETAINED\"}]")).containsExactly("“宾馆”第1行含有表单以外的内容，请刷新页面后重新填写。");
  }

  @Test
  void everyRowOfATableIsCheckedAndNamedByItsPlace() {
    assertThat(messages("hotels", "[{\"name\":\"牡丹宾馆\"},{\"name\":\" \",\"parted\":\"昨天\"}]")).containsExactly("“宾馆”第2行“名称”不能为空，请填写。",
        "“宾馆”第2行“脱钩日期”应填写日期，例如2015-10-31。");
    String four = IntStream.range(0, 4).mapToObj(i -> "{\"name\":\"宾馆" + i + "\"}").collect(Collectors.joining(",", "[", "]"));
    assertThat(messages("hotels", four)).containsExactly("“宾馆”最多3行，现有4行。");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[{", "牡丹宾馆", "{\"name\":\"牡丹宾馆\"}", "[1]", "null", "[null]", "[{\"name\":\"牡丹宾馆\"}] 和别的"})
  void aTableThatCannotBeReadIsRefusedInWords(String table) {
    assertThat(refused("hotels", table)).extracting(Finding::message).containsExactly("“宾馆”的内容无法读取，请刷新页面后重新填写。");
  }

  @Test
  void everythingToBeMendedIsSaidAtOnce() {
    assertThat(refused("reasons", "短", "code", "x", "staff", "0", "kind", "OTHER")).extracting(Finding::code)
        .containsExactly("TOO_SHORT", "WRONG_FORMAT", "OUT_OF_RANGE", "NO_SUCH_CHOICE");
  }

  @Test
  void aFormWhoseInputHasNoLabelIsNotAccepted() {
    assertThatThrownBy(() -> FormSchema.of("<form><input id=\"x\" cam-variable-name=\"x\"></form>"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no label for input x");
  }

  @Test
  void aChosenValueIsCalledByItsLabel() {
    assertThat(SCHEMA.labelOf("kind", "SPECIAL")).contains("专项");
    assertThat(SCHEMA.labelOf("unknown", "SPECIAL")).isEmpty();
  }

  @Test
  void aNameGoesWithItsCode() {
    FormSchema city = FormSchema.of("""
      <form><label for="code">城市</label><select id="code" cam-variable-name="code" required data-choices="cities"></select>
        <label for="name">名称</label><input id="name" cam-variable-name="name" required readonly data-label-of="code"></form>""");
    Circumstances cities = choices(Map.of("cities", List.of(new Choice("510100", "成都市"), new Choice("420100", "武汉市"))), Set.of());
    assertThat(city.accept(Map.of("code", "510100", "name", "成都市"), cities).text("name")).isEqualTo("成都市");
    assertThatThrownBy(() -> city.accept(Map.of("code", "420100", "name", "成都市"), cities)).isInstanceOf(RefusedException.class)
        .hasMessageContaining("“名称”与“城市”不符，420100应为“武汉市”");
    assertThatThrownBy(() -> city.accept(Map.of("code", "123456", "name", "成都市"), cities)).isInstanceOf(RefusedException.class)
        .hasMessageContaining("“城市”只能从列出的选项中选择");
    assertThatThrownBy(() -> city.accept(Map.of("code", "510100"), cities)).isInstanceOf(RefusedException.class)
        .hasMessageContaining("“名称”不能为空");
  }

  @Test
  void whatTheRulesDoNotLeaveOpenIsNeitherOfferedNorTaken() {
    FormSchema form = FormSchema.of("<form><label for=\"into\">并入</label>"
        + "<select id=\"into\" cam-variable-name=\"into\" data-choices=\"offices\" data-lawful-by=\"fit\"></select></form>");
    Circumstances offices = choices(Map.of("offices", List.of(new Choice("1", "一"), new Choice("2", "二"))), Set.of("1"));
    assertThat(form.choices(offices, Map.of()).get("offices")).extracting(Choice::value).containsExactly("2");
    assertThat(form.accept(Map.of("into", "2"), offices).text("into")).isEqualTo("2");
    assertThatThrownBy(() -> form.accept(Map.of("into", "1"), offices)).isInstanceOf(RefusedException.class).hasMessageContaining("不可选1");
  }

  @Test
  void aChoiceIsFoundByItsWordsItsPinyinAndItsCode() {
    assertThat(new Choice("420100", "武汉市").key()).contains("武汉市", "whs", "wuhanshi", "420100");
  }

  private static Circumstances choices(Map<String, List<Choice>> choices, Set<String> unlawful) {
    return new Circumstances() {

      @Override
      public LocalDate today() {
        return LocalDate.of(2015, 9, 1);
      }

      @Override
      public List<Choice> choices(String name) {
        return choices.get(name);
      }

      @Override
      public Optional<Finding> against(String rules, String option, Map<String, ?> answers) {
        return unlawful.contains(option) ? Optional.of(new Finding("UNLAWFUL", "不可选" + option, "C8")) : Optional.empty();
      }

      @Override
      public List<StoredDocument> attached() {
        return List.of();
      }

      @Override
      public Object shown(String name) {
        return null;
      }
    };
  }

  private static Submission accept(Object... namesAndValues) {
    Map<String, Object> submitted = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      submitted.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return SCHEMA.accept(submitted, new Given(List.of(new Choice("7", "驻郑州办事处")), Set.of(), Map.of(), Map.of()));
  }

  /** What is said against this, beside reasons that are in order. */
  private static List<Finding> refused(Object... namesAndValues) {
    Object[] withReasons = new Object[namesAndValues.length + 2];
    withReasons[0] = "reasons";
    withReasons[1] = "充分的理由";
    System.arraycopy(namesAndValues, 0, withReasons, 2, namesAndValues.length);
    return catchThrowableOfType(RefusedException.class, () -> accept(withReasons)).findings();
  }

  private static List<String> messages(Object... namesAndValues) {
    return refused(namesAndValues).stream().map(Finding::message).toList();
  }
}
