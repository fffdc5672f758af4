package cn.gov.officecleanup.edge.publicpage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeEntry;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.mechanism.register.SenderKind;
import cn.gov.officecleanup.mechanism.register.WorkKind;
import cn.gov.officecleanup.procedure.disclosure.PublishedDisclosure;
import cn.gov.officecleanup.procedure.disclosure.PublishedDisclosure.KeptBack;
import cn.gov.officecleanup.procedure.disclosure.PublishedDisclosure.Line;
import cn.gov.officecleanup.testkit.EngineTest;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.poi.xssf.extractor.XSSFExcelExtractor;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;

/** What everybody reads without signing in is what was published, and nothing else. */
@EngineTest
@Transactional
class PublicPageTest {

  private static final int YEAR = 2031;
  private static final String UNPUBLISHED = "暗记未公开";

  @Autowired
  private PublicPage page;
  @Autowired
  private OfficeRegister register;
  @Autowired
  private CaseFiles cases;
  @Autowired
  private JdbcClient jdbc;
  @Autowired
  private ObjectMapper mapper;

  private Office office;

  @BeforeEach
  void anOfficeStays() {
    office = established("洛阳市人民政府驻合肥办事处");
  }

  @Test
  void aDisclosureIsReadAsPageAndFilesWithItsHash() throws Exception {
    publish(office, 1, "PUBLISHED", content(office, 1, "<b>样例</b>&宾馆"));
    assertThat(text(page.disclosures(YEAR))).contains(office.name(), "洛阳市", "50,000.00", "41,300.00", "2032年3月1日");
    String shown = text(page.disclosure(id(), year()));
    assertThat(shown)
        .contains("&lt;b&gt;样例&lt;/b&gt;&amp;宾馆", "2,800.00", "900.00", "7批次、16人次", "增加两批考察接待。", "《政府信息公开条例》第十五条不予公开，含有姓名",
            "第1版，2032年3月1日公布")
        .doesNotContain("<b>样例", "<script", "style=");
    ResponseEntity<byte[]> json = page.download(id(), year(), "1", "json");
    assertThat(shown).contains(DigestUtils.sha256Hex(json.getBody()));
    assertThat(mapper.readTree(json.getBody()).path("finalFigure").asText()).isEqualTo("41300.00");
    assertThat(text(page.download(id(), year(), "1", "csv"))).startsWith("\uFEFF类别,名称,数额")
        .contains("预决算（元）,决算（当年付款）,41300.00", "接待项目（元）,'=工作餐,41300.00");
    try (var workbook = new XSSFExcelExtractor(
        new XSSFWorkbook(new ByteArrayInputStream(page.download(id(), year(), "1", "xlsx").getBody())))) {
      assertThat(workbook.getText()).contains("决算（当年付款）", "41,300.00", "=工作餐");
    }
  }

  @Test
  void whatWasCorrectedStaysReadableAndIsMarked() throws Exception {
    publish(office, 1, "CORRECTED", content(office, 1, "旧宾馆"));
    publish(office, 2, "PUBLISHED", content(office, 2, "新宾馆"));
    assertThat(text(page.disclosure(id(), year()))).contains("新宾馆", "已更正").doesNotContain("旧宾馆");
    assertThat(text(page.version(id(), year(), "1"))).contains("旧宾馆", "<strong>已更正。</strong>", "看现行版本");
    assertThat(text(page.download(id(), year(), "1", "csv"))).contains("状态,已更正");
    assertThat(text(page.disclosures(YEAR))).contains("已更正为第2版");
  }

  @Test
  void theYearBeforeIsComparedByTheVersionThatHolds() throws Exception {
    publish(office, 1, "PUBLISHED", content(office, 1, "样例宾馆"));
    jdbc.sql("update disclosure_version set disclosed_year = ? where office_id = ?").params(YEAR - 1, office.id()).update();
    publish(office, 1, "PUBLISHED", content(office, 1, "样例宾馆"));
    assertThat(text(page.disclosure(id(), year()))).contains("上一年度决算");
    jdbc.sql("update disclosure_version set state = 'CORRECTED' where office_id = ? and disclosed_year = ?")
        .params(office.id(), YEAR - 1)
        .update();
    assertThat(text(page.disclosure(id(), year()))).doesNotContain("上一年度决算");
  }

  @Test
  void nothingThatIsNotPublishedIsOnAnyPage() throws Exception {
    int version = 1;
    for (String state : List.of("DRAFT", "REVIEWED", "APPROVED", "WITHDRAWN", "published", "")) {
      publish(office, version++, state, content(office, 1, UNPUBLISHED));
    }
    String caseNumber = jdbc.sql("select min(case_number) from disclosure where office_id = ?")
        .param(office.id())
        .query(String.class)
        .single();
    jdbc.sql("insert into disclosure_sum (case_number, kind, ordinal, name, amount) values (?, 'VENUE', 1, ?, 1)")
        .params(caseNumber, UNPUBLISHED)
        .update();
    jdbc.sql("insert into disclosure_withheld (case_number, part, basis, reason) values (?, '场所1', 'INTERNAL', ?)")
        .params(caseNumber, UNPUBLISHED)
        .update();
    jdbc.sql("update disclosure set explanation = ? where office_id = ?").params(UNPUBLISHED, office.id()).update();
    for (String status : List.of("REGISTERED", "TO_BE_ABOLISHED", "ABOLISHED", "MERGED", "WITHDRAWN")) {
      Office other = established(UNPUBLISHED + status);
      jdbc.sql("update office set status = ? where id = ?").params(status, other.id()).update();
    }
    String everything = Stream
        .concat(Stream.of(page.disclosures(null), page.offices(), page.contacts(), page.disclosure(id(), year())),
            Stream.of("1", "2", "3", "4", "5", "6")
                .flatMap(number -> Stream.concat(Stream.of(page.version(id(), year(), number)),
                    DisclosureFiles.FORMATS.keySet().stream().map(format -> page.download(id(), year(), number, format)))))
        .map(PublicPageTest::text)
        .collect(Collectors.joining());
    assertThat(everything).contains(office.name(), "公布的内容已经撤下", "误公布个人信息").doesNotContain(UNPUBLISHED);
    assertThat(page.disclosures(YEAR).getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
  }

  @Test
  void whatAnOfficeHasPartedFromIsShownAndTheBuyerOfAPublicSale() {
    parting("样例宾馆", "SALE", "PARTED");
    parting("样例招待所", "DISSOLVE", "PARTED");
    parting(UNPUBLISHED, "SALE", null);
    assertThat(text(page.offices()))
        .containsPattern("样例宾馆</th><td>%s</td><td>洛阳市.*</td><td>公开转让</td><td>2032年2月3日</td><td>买受公司</td>".formatted(office.name()))
        .containsPattern("样例招待所</th>.*<td>注销</td><td>2032年2月3日</td><td></td>")
        .contains("2,800,000.00")
        .doesNotContain(UNPUBLISHED);
  }

  private void parting(String entity, String way, String outcome) {
    String caseNumber = cases.open("TG", "entity-decoupling", "样例", "410300", office.id(), null);
    jdbc.sql("insert into decoupling (case_number, office_id, entity_name, entity_kind, parting_way, buyer, sale_price)"
        + " values (?, ?, ?, 'HOTEL', ?, '买受公司', 2800000.00)").params(caseNumber, office.id(), entity, way).update();
    jdbc.sql("insert into office_business_entity (office_id, name, kind, parted_on) values (?, ?, 'HOTEL', ?)")
        .params(office.id(), entity, LocalDate.of(YEAR + 1, 2, 3))
        .update();
    jdbc.sql("update case_file set outcome = ? where case_number = ?").params(outcome, caseNumber).update();
  }

  @Test
  void whatIsNotThereIsSaidInChinese() {
    for (ResponseEntity<byte[]> answer : List.of(page.disclosure("x", year()), page.disclosure(id(), "1999"),
        page.version(id(), year(), "7"), page.download(id(), year(), "1", "exe"), page.disclosure("99999999999999999999", year()))) {
      assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
      assertThat(text(answer)).contains("没有公布这项内容");
    }
  }

  @Test
  void itMayBeKeptForAMinuteAndRunsNothing() {
    HttpHeaders headers = page.offices().getHeaders();
    assertThat(headers.getCacheControl()).isEqualTo("max-age=60, public");
    assertThat(headers.getFirst("Content-Security-Policy")).contains("default-src 'none'").doesNotContain("script-src", "unsafe");
  }

  @Test
  void anAddressAsksSoOftenAndNoMoreAreRememberedThanFitIn() {
    AskingLimit limit = new AskingLimit(new PublicPageProperties(2, Duration.ofSeconds(60), ""));
    for (int i = 0; i < AskingLimit.MOST_REMEMBERED + 10; i++) {
      ask(limit, "2001:db8::" + i, new MockHttpServletResponse());
    }
    assertThat(limit.remembered()).isEqualTo(AskingLimit.MOST_REMEMBERED);
    ask(limit, "192.0.2.1", new MockHttpServletResponse());
    ask(limit, "192.0.2.1", new MockHttpServletResponse());
    MockHttpServletResponse third = new MockHttpServletResponse();
    assertThatThrownBy(() -> ask(limit, "192.0.2.1", third)).isInstanceOf(ResponseStatusException.class).hasMessageContaining("429");
    assertThat(third.getHeader(HttpHeaders.RETRY_AFTER)).isNotBlank();
    ask(limit, "192.0.2.2", new MockHttpServletResponse());
  }

  private static void ask(AskingLimit limit, String address, MockHttpServletResponse response) {
    MockHttpServletRequest request = new MockHttpServletRequest("GET", PublicPage.PATH);
    request.setRemoteAddr(address);
    limit.preHandle(request, response, PublicPage.PATH);
  }

  private Office established(String name) {
    return register.establish(new OfficeEntry(register.nextRegisterNumber(), name, "410300", SenderKind.GOVERNMENT, null, "340100", "合肥市",
        WorkKind.GENERAL, null, "样政函〔2030〕1号", 3, null, true), "样政函〔2030〕1号", null);
  }

  private void publish(Office of, int version, String state, String content) {
    String caseNumber = cases.open("GK", "reception-disclosure", "样例", "410300", of.id(), null);
    jdbc.sql(
        "insert into disclosure (case_number, office_id, disclosed_year, publish_by, served_from, served_to) values (?, ?, ?, ?, ?, ?)")
        .params(caseNumber, of.id(), YEAR, LocalDate.of(YEAR + 1, 3, 31), LocalDate.of(YEAR, 1, 1), LocalDate.of(YEAR, 12, 31))
        .update();
    LocalDate ended = state.equals("PUBLISHED") ? null : LocalDate.of(YEAR + 1, 3, 9);
    jdbc.sql("insert into disclosure_version (office_id, disclosed_year, version, case_number, state, published_on, ended_on, ended_reason,"
        + " content, content_hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .params(of.id(), YEAR, version, caseNumber, state, LocalDate.of(YEAR + 1, 3, 1), ended,
            state.equals("WITHDRAWN") ? "误公布个人信息" : ended == null ? null : "一笔付款重复记账", content, DigestUtils.sha256Hex(content))
        .update();
  }

  private String content(Office of, int version, String venue) throws Exception {
    BigDecimal paid = new BigDecimal("41300.00");
    return mapper.writeValueAsString(new PublishedDisclosure(of.name(), "洛阳市人民政府", YEAR, LocalDate.of(YEAR, 1, 1),
        LocalDate.of(YEAR, 12, 31), version, LocalDate.of(YEAR + 1, 3, 1), new BigDecimal("50000.00"), new BigDecimal("0.00"), paid,
        new BigDecimal("2800.00"), new BigDecimal("0.00"), new BigDecimal("900.00"), false, 7, "16", List.of(new Line(venue, paid)),
        List.of(new Line("=工作餐", paid)), List.of("工作餐每人每次不超过60.00元"), LocalDate.of(YEAR + 1, 2, 27), "增加两批考察接待。", null, null, List.of(),
        List.of(new KeptBack("场所1", "《政府信息公开条例》第十五条", "含有姓名"))));
  }

  private String id() {
    return String.valueOf(office.id());
  }

  private static String year() {
    return String.valueOf(YEAR);
  }

  private static String text(ResponseEntity<byte[]> answer) {
    return new String(answer.getBody(), StandardCharsets.UTF_8);
  }
}
