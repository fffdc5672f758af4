package cn.gov.officecleanup.mechanism.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.officecleanup.testkit.Henan;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;

/** What the documents of an abolition say and hold (C6, C7). */
class WindingUpDocumentsTest {

  private static final String OFFICE = "兰考县人民政府驻郑州办事处";
  private static final OfficialBody GOVERNMENT = body("兰考县人民政府", OfficialBody.Role.GOVERNMENT, "410225");
  private static final OfficialBody GOVERNMENT_OFFICE = body("兰考县人民政府办公室", OfficialBody.Role.OFFICE, "410225");
  private static final OfficialBody FINANCE = body("兰考县财政局", OfficialBody.Role.DEPARTMENT, "410225");
  private static final OfficialBody BUREAU = body("河南省机关事务管理局", OfficialBody.Role.DEPARTMENT, "410000");

  private final OfficialDocuments documents = new OfficialDocuments(new DocumentTemplates(TemplateVersions::brought), Henan.PROVINCE);

  @Test
  void aSaleIsApprovedOnItsAppraisalAndInTheOpen() throws IOException {
    DisposalReply reply = new DisposalReply("兰考财函〔2015〕1号", LocalDate.of(2015, 9, 1), FINANCE, GOVERNMENT_OFFICE, GOVERNMENT.title(),
        OFFICE, List.of(new DisposalReply.Asset("F-01", "房屋", "办公用房（郑州市金水区）", new BigDecimal("680000.00"))), "出售", "产权交易机构挂牌", null,
        new DisposalReply.Appraisal("河南某资产评估公司", "豫评报字〔2015〕8号", LocalDate.of(2015, 8, 3), new BigDecimal("700000.00"), 90,
            new BigDecimal("630000.00")),
        "《行政事业性国有资产管理条例》。", List.of());
    byte[] docx = documents.disposalReply(reply);
    keep("disposal-reply.docx", docx);
    assertThat(text(docx))
        .contains("兰考财函〔2015〕1号\n兰考县财政局关于同意处置\n兰考县人民政府驻郑州办事处资产的函\n兰考县人民政府办公室：", "根据《行政事业性国有资产管理条例》，经研究，现函复如下", "特此函复。", "账面值680,000.00元",
            "以出售方式处置。", "评估价为700,000.00元", "低于评估价90%（即630,000.00元）", "通过产权交易机构挂牌方式出售", "凭财政票据登记", "2015年9月1日")
        .doesNotContain("接收单位", "{{", "抄送", "批复", "现将审批结果函告如下");
  }

  @Test
  void aTransferNamesWhoReceives() throws IOException {
    DisposalReply reply = new DisposalReply("兰考政办函〔2015〕1号", LocalDate.of(2015, 9, 1), GOVERNMENT_OFFICE, FINANCE, GOVERNMENT.title(),
        OFFICE, List.of(new DisposalReply.Asset("S-01", "设备", "打印机", new BigDecimal("1999.99"))), "无偿划转", null, "县机关事务服务中心", null, "有关规定",
        List.of("兰考县审计局"));
    assertThat(text(documents.disposalReply(reply))).contains("兰考县财政局：", "按照权限由兰考县人民政府审批处置", "接收单位为县机关事务服务中心。", "特此函告。", "抄送：兰考县审计局。")
        .doesNotContain("评估价", "公开进行", "现函复如下", "{{");
  }

  @Test
  void aLotIsApprovedWithEachOfItsAssetsAndTheirSum() throws IOException {
    DisposalReply reply = new DisposalReply("兰考财函〔2015〕2号", LocalDate.of(2015, 9, 1), FINANCE, GOVERNMENT_OFFICE, GOVERNMENT.title(),
        OFFICE,
        List.of(new DisposalReply.Asset("S-01", "设备", "打印机", new BigDecimal("1999.99")),
            new DisposalReply.Asset("S-02", "设备", "复印机", new BigDecimal("58000.00")),
            new DisposalReply.Asset("Q-01", "其他", "文件柜", new BigDecimal("0.02"))),
        "出售", "拍卖", null, null, "有关规定", List.of());
    byte[] docx = documents.disposalReply(reply);
    keep("disposal-reply-lot.docx", docx);
    assertThat(text(docx)).contains("设备、其他“打印机”“复印机”“文件柜”（资产编号S-01、S-02、Q-01，账面值60,000.01元）以出售方式处置。以上3项资产打包处置，一次成交，账面值为合计数。")
        .doesNotContain("{{");
  }

  @Test
  void aGovernmentGivesNoReplyToItsOwnOffice() {
    DisposalReply reply = new DisposalReply("兰考政函〔2015〕1号", LocalDate.of(2015, 9, 1), GOVERNMENT, GOVERNMENT_OFFICE, GOVERNMENT.title(),
        OFFICE, List.of(new DisposalReply.Asset("S-01", "设备", "打印机", new BigDecimal("1999.99"))), "报废", null, null, null, "有关规定",
        List.of());
    assertThatThrownBy(() -> documents.disposalReply(reply)).isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("兰考县人民政府 writes no document to 兰考县人民政府办公室");
  }

  @Test
  void aClosureReportListsEveryAssetAndItsSum() throws IOException {
    List<ClosureReport.Asset> assets = IntStream.rangeClosed(1, 200)
        .mapToObj(i -> new ClosureReport.Asset("S-%03d".formatted(i), i == 1 ? "=SUM(A1)名称很长的资产".repeat(6) : "设备" + i, "设备",
            new BigDecimal("1234567.89"), i % 2 == 0 ? "出售" : "无偿划转", i % 2 == 0 ? new BigDecimal("1000.00") : new BigDecimal("0.00"),
            i % 2 == 0 ? List.of("豫财%04d".formatted(i)) : List.of()))
        .toList();
    byte[] docx = documents.closureReport(report(assets, List.of("盘盈“S-09 打印机”（赠送未入账）"), Map.of("编制内调动", 2)));
    keep("closure-report.docx", docx);
    assertThat(text(docx))
        .contains("兰考县人民政府关于兰考县人民政府\n驻郑州办事处撤销办结情况的函\n河南省机关事务管理局：", "特此函告。\n附件：资产处置情况表\n兰考县人民政府\n2015年10月20日\n附件\n资产处置情况表\n",
            "2015年8月3日 09:00冻结", "共有资产200项", "246,913,578.00元", "末条记录校验值0123456789abcdef", "盘盈“S-09 打印机”（赠送未入账）", "共有工作人员2人，已全部安置：编制内调动2人",
            "2015年10月1日印章缴销")
        .doesNotContain("{{", "[number]");
    try (XWPFDocument read = new XWPFDocument(new ByteArrayInputStream(docx))) {
      XWPFTable table = read.getTables().get(0);
      assertThat(table.getNumberOfRows()).isEqualTo(202);
      assertThat(table.getRow(0).isRepeatHeader()).isTrue();
      assertThat(table.getRow(201).getCell(0).getText()).isEqualTo("合计");
      assertThat(table.getRow(201).getCell(3).getText()).isEqualTo("246,913,578.00");
    }
  }

  @Test
  void anOfficeWithNothingIsReportedWithoutAHole() throws IOException {
    byte[] docx = documents.closureReport(report(List.of(), List.of(), Map.of()));
    assertThat(text(docx)).contains("该机构没有资产。", "该机构没有需要安置的工作人员。").doesNotContain("附件", "盘点出入", "{{", "处置方式");
    try (XWPFDocument read = new XWPFDocument(new ByteArrayInputStream(docx))) {
      assertThat(read.getTables()).as("neither assets nor copies").isEmpty();
    }
  }

  private static ClosureReport report(List<ClosureReport.Asset> assets, List<String> differences, Map<String, Integer> placements) {
    Map<String, LocalDate> closing = new LinkedHashMap<>();
    closing.put("银行账户注销", LocalDate.of(2015, 9, 30));
    closing.put("印章缴销", LocalDate.of(2015, 10, 1));
    BigDecimal frozen = assets.stream().map(ClosureReport.Asset::bookValue).reduce(new BigDecimal("0.00"), BigDecimal::add);
    BigDecimal received = assets.stream().map(ClosureReport.Asset::proceeds).reduce(new BigDecimal("0.00"), BigDecimal::add);
    return new ClosureReport("兰考政函〔2015〕1号", LocalDate.of(2015, 10, 20), GOVERNMENT, BUREAU, GOVERNMENT.title(), OFFICE, "豫驻0017", "C1",
        "县级政府（含省直管县、市）驻郑州办事机构一律撤销。", OffsetDateTime.parse("2015-08-03T09:00:00+08:00"), frozen, received, received, assets, List.of(),
        assets.size() * 3, assets.isEmpty() ? null : "0123456789abcdef".repeat(4), differences, placements, closing, List.of());
  }

  private static OfficialBody body(String title, OfficialBody.Role role, String government) {
    return new OfficialBody(title, role, government, government.equals("410000") ? List.of() : List.of("410000"), null);
  }

  @Test
  void theNoticeTellsThoseConcernedWhoAnswersForTheOffice() throws IOException {
    byte[] docx = documents.abolitionNotice(new AbolitionNotice("兰考县政文〔2015〕2号", LocalDate.of(2015, 10, 20), "兰考县人民政府", OFFICE, "豫驻0017",
        "C1", "县级政府（含省直管县、市）驻郑州办事机构一律撤销。", "兰考县人民政府办公室", "兰考县档案馆", "各有关单位", List.of("省机关事务管理局")));
    keep("abolition-notice.docx", docx);
    assertThat(text(docx)).contains("关于撤销", "各有关单位：", "决定撤销" + OFFICE + "（登记编号豫驻0017）", "由兰考县人民政府办公室承接", "原有档案已移交兰考县档案馆。", "特此通知。")
        .doesNotContain("{{");
  }

  /** Build output to look at in Word. */
  private static void keep(String name, byte[] docx) throws IOException {
    Files.write(Files.createDirectories(Path.of("target/documents")).resolve(name), docx);
  }

  private static String text(byte[] docx) throws IOException {
    try (XWPFDocument read = new XWPFDocument(new ByteArrayInputStream(docx)); XWPFWordExtractor extractor = new XWPFWordExtractor(read)) {
      return extractor.getText();
    }
  }
}
