package cn.gov.officecleanup.mechanism.document;

import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.province.Province;
import com.deepoove.poi.XWPFTemplate;
import com.deepoove.poi.template.BlockTemplate;
import com.deepoove.poi.template.MetaTemplate;
import com.deepoove.poi.template.run.RunTemplate;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.springframework.stereotype.Component;

/**
 * Tries an edited template out before it comes into use: tells what is wrong with it in words for the official who edited it, and fills it
 * with a made-up case (样张).
 */
@Component
public class TemplateTrial {

  private static final String RULE = "GB/T 9704";
  /** What no official document can do without. */
  private static final Map<String, String> INDISPENSABLE = Map.of("issuer", "发文机关", "number", "发文字号", "title", "标题", "addressee", "主送机关",
      "date", "成文日期");
  private static final Set<String> STYLES = Set.of(DocumentTemplates.ISSUER_MARK, DocumentTemplates.SIGNATURE,
      DocumentTemplates.SIGNATURE_DATE);
  private static final LocalDate DAY = LocalDate.of(2015, 11, 2);

  private final Province province;

  TemplateTrial(Province province) {
    this.province = province;
  }

  /**
   * @param docx the edited template
   * @return .docx: a specimen made from it
   * @throws RefusedException tags that are not known, indispensable ones or styles missing, sections that do not end, no Word document
   */
  public byte[] specimen(OfficialTemplate template, byte[] docx) {
    Set<String> tags = tags(docx);
    Set<String> known = tags(TemplateVersions.brought(template));
    List<Finding> faults = new ArrayList<>();
    List<String> unknown = tags.stream().filter(tag -> !known.contains(tag)).toList();
    if (!unknown.isEmpty()) {
      faults.add(fault("TEMPLATE_TAG_UNKNOWN", "模板中有系统不认识的标签：%s。可用的标签是：%s。请改正后重新上传。".formatted(inBraces(unknown), inBraces(known))));
    }
    INDISPENSABLE.entrySet()
        .stream()
        .sorted(Map.Entry.comparingByKey())
        .filter(part -> !tags.contains(part.getKey()))
        .forEach(part -> faults.add(fault("TEMPLATE_TAG_MISSING", "模板缺少标签{{%s}}（%s），请补上后重新上传。".formatted(part.getKey(), part.getValue()))));
    stylesMissingIn(docx)
        .forEach(style -> faults.add(fault("TEMPLATE_STYLE_MISSING", "模板中没有使用样式“%s”的段落，该部分将无法按国家标准排版，请恢复该样式后重新上传。".formatted(style))));
    if (!faults.isEmpty()) {
      throw new RefusedException(faults);
    }
    return draw(template, new OfficialDocuments(new DocumentTemplates(any -> docx), province));
  }

  private static Finding fault(String code, String message) {
    return new Finding(code, message, RULE);
  }

  private static String inBraces(Collection<String> tags) {
    return tags.stream().sorted().map(tag -> "{{%s}}".formatted(tag)).collect(Collectors.joining("、"));
  }

  private static Set<String> tags(byte[] docx) {
    try (XWPFTemplate template = DocumentTemplates.compile(docx)) {
      return tags(template.getElementTemplates()).collect(Collectors.toCollection(LinkedHashSet::new));
    } catch (IOException | RuntimeException e) {
      // poi-tl and POI tell what is wrong with a template by many types of exception
      throw new RefusedException(fault("TEMPLATE_NOT_READABLE",
          "模板无法读取，请检查文件是否为DOCX格式，成对的标签（如{{?special}}与{{/special}}）是否完整，改正后重新上传：%s".formatted(e.getMessage())), e);
    }
  }

  private static Stream<String> tags(List<MetaTemplate> templates) {
    return templates.stream().flatMap(template -> {
      if (template instanceof BlockTemplate block) {
        return Stream.concat(Stream.of(block.getStartMark().getTagName()), tags(block.getTemplates()));
      }
      return template instanceof RunTemplate run ? Stream.of(run.getTagName()) : Stream.empty();
    }).filter(tag -> !tag.isBlank());
  }

  private static List<String> stylesMissingIn(byte[] docx) {
    try (XWPFDocument document = new XWPFDocument(DocumentTemplates.opened(docx))) {
      Set<String> used = document.getParagraphs().stream().map(DocumentTemplates::styleName).collect(Collectors.toSet());
      return STYLES.stream().filter(style -> !used.contains(style)).sorted().toList();
    } catch (IOException e) {
      throw new IllegalStateException("was read a moment ago", e);
    }
  }

  // ---- the made-up case

  private byte[] draw(OfficialTemplate template, OfficialDocuments documents) {
    return switch (template) {
      case RETENTION_REPLY -> documents.retentionReply(reply("保留", approval()));
      case RETENTION_REFUSAL -> documents.retentionReply(reply("保留", refusal()));
      case ESTABLISHMENT_REPLY -> documents.establishmentReply(reply("设立", approval()));
      case ESTABLISHMENT_REFUSAL -> documents.establishmentReply(reply("设立", refusal()));
      case CHANGE_REPLY -> documents.changeReply(reply("变更", new Reply.Change(true, List.of("每年报告职能履行情况"))), "撤销保留", "撤销" + office());
      case CHANGE_REFUSAL -> documents.changeReply(reply("变更", refusal()), "更名", office() + "更名");
      case DISPOSAL_REPLY -> documents.disposalReply(disposal());
      case CLOSURE_REPORT -> documents.closureReport(closure());
      case CLEANUP_SUMMARY -> documents.cleanupSummary(summary());
    };
  }

  private Reply reply(String act, Reply.Outcome outcome) {
    return new Reply(DocumentNumbers.unnumbered(province.codeWords().government(), DAY.getYear()), DAY, "某某市人民政府", office(),
        new Reply.Request("关于%s%s的请示".formatted(act, office()), "某政文〔2015〕1号", DAY), outcome, List.of("职能清单", "管理制度"), List.of("省机关事务管理局"));
  }

  private String office() {
    return "某某市人民政府驻%s办事处".formatted(province.capitalInShort());
  }

  private static Reply.Approval approval() {
    return new Reply.Approval(6, List.of("促进区域间经济合作", "服务外出务工人员"), List.of("某某宾馆"), LocalDate.of(2015, 12, 31), "某某专项工作",
        LocalDate.of(2017, 6, 30), List.of("每年报告职能履行情况"));
  }

  private static Reply.Refusal refusal() {
    return new Reply.Refusal("工作需要不充分", LocalDate.of(2015, 12, 31));
  }

  private DisposalReply disposal() {
    return new DisposalReply("某某县财资〔2015〕　号", DAY, "某某县财政局", "某某县人民政府办公室", office(),
        new DisposalReply.Asset("F-01", "房屋", "办公用房", new BigDecimal("680000.00")), "出售", "产权交易机构挂牌", null,
        new DisposalReply.Appraisal("某某资产评估公司", "评报字〔2015〕1号", DAY, new BigDecimal("700000.00"), 90, new BigDecimal("630000.00")),
        "行政单位国有资产管理和处置的有关规定");
  }

  private ClosureReport closure() {
    return new ClosureReport("某某县政文〔2015〕　号", DAY, "某某县人民政府", office(), province.shortForm() + "驻0000", "C1",
        "县级政府驻%s办事机构一律撤销".formatted(province.capitalInShort()), OffsetDateTime.of(2015, 8, 3, 9, 0, 0, 0, ZoneOffset.ofHours(8)),
        new BigDecimal("680000.00"), new BigDecimal("650000.00"), new BigDecimal("650000.00"), List.of(new ClosureReport.Asset("F-01",
            "办公用房", "房屋", new BigDecimal("680000.00"), "出售", new BigDecimal("650000.00"), List.of("财票0001"))),
        4, "0".repeat(64), List.of("盘亏“S-01 打印机”（已报废）"), Map.of("调配", 2), Map.of("银行账户注销", DAY));
  }

  private CleanupSummary summary() {
    return new CleanupSummary(DocumentNumbers.unnumbered(province.codeWords().bureau(), DAY.getYear()), DAY, LocalDate.of(2015, 10, 31),
        LocalDate.of(2015, 11, 15), 2, 1, List.of("清理前共有2个，保留1个"), "工作按期完成", "个别资产尚待处置", "加强日常监管", List.of("某某县（未报送）"),
        List.of("某某市（逾期2天）"), List.of("某某市（随机）：未发现问题"), List.of(new CleanupSummary.Row("某某市", 1, 1, 0, 0, 0, 0, "按期报送")));
  }
}
