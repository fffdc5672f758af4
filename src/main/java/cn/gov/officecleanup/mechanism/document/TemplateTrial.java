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

  /** tags that templates of earlier versions had: those that bodies made from them are taken and filled as before */
  private static final Map<OfficialTemplate, Set<String>> FILLED_STILL = Map.of(OfficialTemplate.RETENTION_REPLY,
      Set.of("staffEstablishment"), OfficialTemplate.ESTABLISHMENT_REPLY, Set.of("staffEstablishment"));

  private static final String RULE = "GB/T 9704";
  /** What no official document can do without. */
  private static final Map<String, String> INDISPENSABLE = Map.of("issuer", "发文机关", "number", "发文字号", "title", "标题", "addressee", "主送机关",
      "date", "成文日期");
  /** what of it a form has, too */
  private static final Set<String> OF_FORMS = Set.of("number", "title", "date");
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
   * @throws RefusedException what looks like a tag and is none, tags that are not known, indispensable ones or styles missing, sections
   * that do not end, no Word document
   */
  public byte[] specimen(OfficialTemplate template, byte[] docx) {
    Set<String> known = new LinkedHashSet<>(tags(TemplateVersions.brought(template)));
    known.addAll(DocumentTemplates.frameTags());
    known.addAll(FILLED_STILL.getOrDefault(template, Set.of()));
    List<Finding> faults = new ArrayList<>(loose(docx, known));
    if (!faults.isEmpty()) {
      throw new RefusedException(faults);
    }
    Set<String> tags = tags(docx);
    List<String> unknown = tags.stream().filter(tag -> !known.contains(tag)).toList();
    if (!unknown.isEmpty()) {
      faults.add(fault("TEMPLATE_TAG_UNKNOWN", "模板中有系统不认识的标签：%s。可用的标签是：%s。请改正后重新上传。".formatted(inBraces(unknown), inBraces(known))));
    }
    boolean form = template.kind().layout() == OfficialKind.Layout.FORM;
    Stream
        .concat(INDISPENSABLE.entrySet().stream().filter(part -> !form || OF_FORMS.contains(part.getKey())),
            template.kind().layout() == OfficialKind.Layout.UPWARDS ? Stream.of(Map.entry("signer", "签发人")) : Stream.of())
        .sorted(Map.Entry.comparingByKey())
        .filter(part -> !tags.contains(part.getKey()))
        .forEach(part -> faults.add(fault("TEMPLATE_TAG_MISSING", "模板缺少标签{{%s}}（%s），请补上后重新上传。".formatted(part.getKey(), part.getValue()))));
    Stream.of(docx)
        .filter(any -> !form)
        .flatMap(official -> stylesMissingIn(official).stream())
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

  private static List<Finding> loose(byte[] docx, Set<String> known) {
    try {
      return LooseTags.of(docx, known).stream().map(what -> fault("TEMPLATE_TAG_BROKEN", what)).toList();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private static RefusedException unreadable(Exception e) {
    return new RefusedException(fault("TEMPLATE_NOT_READABLE", "模板无法读取，请检查文件是否为DOCX格式，成对的标签（如{{?special}}与{{/special}}）是否完整，改正后重新上传。"), e);
  }

  private static Set<String> tags(byte[] docx) {
    try (XWPFTemplate template = DocumentTemplates.compile(docx)) {
      return tags(template.getElementTemplates()).collect(Collectors.toCollection(LinkedHashSet::new));
    } catch (IOException | RuntimeException e) {
      // poi-tl and POI tell what is wrong with a template by many types of exception
      throw unreadable(e);
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
      Set<String> used = DocumentTemplates.paragraphs(document).map(DocumentTemplates::styleName).collect(Collectors.toSet());
      return STYLES.stream().filter(style -> !used.contains(style)).sorted().toList();
    } catch (IOException e) {
      throw new IllegalStateException("was read a moment ago", e);
    }
  }

  // ---- the made-up case

  /** @return .docx: the made-up case by one of the templates of {@code documents} */
  byte[] draw(OfficialTemplate template, OfficialDocuments documents) {
    return switch (template) {
      case BUREAU_OPINION -> documents.bureauOpinion(bureauOpinion());
      case RETENTION_REPLY -> documents.retentionReply(reply("保留", approval()));
      case RETENTION_REFUSAL -> documents.retentionReply(reply("保留", refusal()));
      case ESTABLISHMENT_REPLY -> documents.establishmentReply(reply("设立", approval()));
      case ESTABLISHMENT_REFUSAL -> documents.establishmentReply(reply("设立", refusal()));
      case CHANGE_REPLY -> documents.changeReply(reply("变更", new Reply.Change(true, List.of("每年报告职能履行情况"))), wish("撤销"));
      case CHANGE_REFUSAL -> documents.changeReply(reply("变更", refusal()), wish("撤销"));
      case DISPOSAL_REPLY -> documents.disposalReply(disposal());
      case ABOLITION_NOTICE -> documents.abolitionNotice(notice());
      case APPRAISAL_NOTICE -> documents.appraisalNotice(appraisal());
      case APPRAISAL_LETTER -> documents.appraisalLetter(appraisal());
      case DECOUPLING_REQUEST -> documents.decouplingRequest(new Parting.Request(unnumbered("某驻办"), "某某某", DAY, parting(), "宾馆", "登记为公司",
          "100", new BigDecimal("350000.00"), new BigDecimal("120000.00"), 12, "职工由接收单位安置，往来款结清，没有担保"));
      case DECOUPLING_REPLY -> documents.decouplingReply(
          new Parting.Reply(unnumbered("某政函"), DAY, parting(), new Parting.Named("关于与某某宾馆脱钩方案的请示", "某驻办〔2015〕1号"), List.of("某某市财政局")));
      case DECOUPLING_REPORT -> documents.decouplingReport(
          new Parting.Report(unnumbered("某驻办"), "某某某", DAY, parting(), new Parting.Named("关于同意与某某宾馆脱钩方案的批复", "某政函〔2015〕2号"), completion()));
      case DECOUPLING_LETTER -> documents.decouplingLetter(new Parting.Letter(unnumbered("某政函"), DAY,
          body("某某市人民政府", OfficialBody.Role.GOVERNMENT, null), bureau(), parting(), completion(), List.of("某某市财政局")));
      case CLOSURE_REPORT -> documents.closureReport(closure());
      case LOCALITY_SUMMARY -> documents.localitySummary(locality());
      case CLEANUP_REQUEST -> documents.cleanupRequest(request());
      case CLEANUP_SUMMARY -> documents.cleanupSummary(summary());
      case COMPLAINT_ACCEPTANCE ->
        documents.complaintAcceptance(new PetitionLetter.Acceptance(petition("XF-2026-0001"), "某某市人民政府", LocalDate.of(2026, 5, 9)));
      case COMPLAINT_REFUSAL ->
        documents.complaintRefusal(new PetitionLetter.Refusal(petition("XF-2026-0001"), "反映的事项已经由人民法院审理", "可以依照法律规定向人民法院提出"));
      case COMPLAINT_REPLY -> documents
          .complaintReply(new PetitionLetter.Reply(petition(unnumbered("某政函")), "要求补发工资", "经查，欠发工资情况属实", "已经责成该办事机构补发", "有关规定", "某某省人民政府"));
      case INSPECTION_PLAN -> documents.inspectionPlan(new Visit.Plan(unnumbered("某管"), DAY, bureau(), 2015, "资产和公务接待的管理", 20150716L,
          List.of("某某市人民政府驻某市办事处（逾期未办结的事项2件）"), List.of("某某市人民政府驻某地办事处")));
      case INSPECTION_NOTICE -> documents.inspectionNotice(new Visit.Notice(unnumbered("某管"), DAY, bureau(), visit(), "资产、公务接待、人员和职能的情况"));
      case INSPECTION_STATEMENT -> documents.inspectionStatement(new Visit.Statement("XC-2015-0001", DAY, visit(), "2015年10月12日09:30",
          "2015年10月14日", "某某某", List.of("公务接待：超出接待标准接待三批次；不符合接待标准的规定，涉及金额1,200.00元"), "被巡查单位已经签字确认。"));
      case INSPECTION_FEEDBACK -> documents.inspectionFeedback(new Visit.Feedback(unnumbered("某管函"), DAY, bureau(),
          body("某某市人民政府", OfficialBody.Role.GOVERNMENT, null), visit(), "2015年10月12日09:30", "2015年10月14日", "管理比较规范，存在一个问题",
          List.of(new Visit.Demand("公务接待：超出接待标准接待三批次；不符合接待标准的规定，涉及金额1,200.00元", "退回超出标准的费用", LocalDate.of(2015, 12, 31))),
          List.of("某某市财政局")));
      case RECEPTION_APPROVAL, RECEPTION_LIST, RECEPTION_REIMBURSEMENT -> documents.receptionSheet(reception(template));
    };
  }

  private Reply reply(String act, Reply.Outcome outcome) {
    return new Reply(unnumbered("某政函"), DAY, "某某市人民政府", office(),
        new Reply.Request("关于%s%s的请示".formatted(act, office()), "某政文〔2015〕1号", DAY), outcome, List.of("职能清单", "管理制度"),
        List.of("省机关事务管理局", "省委编办"));
  }

  private BureauOpinion bureauOpinion() {
    return new BureauOpinion(unnumbered("某机管"), "某某某", DAY, "某某市人民政府", office(), wish("保留"), "关于保留%s的请示".formatted(office()), "外出务工人员较多",
        List.of("省委编办同意：编制有保障"), true, "确有需要", List.of("每年报告职能履行情况"));
  }

  private Wish wish(String act) {
    return new Wish(act, "", act + office());
  }

  private static String unnumbered(String word) {
    return DocumentNumbers.unnumbered(word, DAY.getYear());
  }

  private String office() {
    return office("某某市");
  }

  private String office(String place) {
    return "%s人民政府驻%s办事处".formatted(place, province.capitalInShort());
  }

  private static Reply.Approval approval() {
    return new Reply.Approval(6, List.of("促进区域间经济合作", "服务外出务工人员"), List.of("某某宾馆"), LocalDate.of(2015, 12, 31), "某某专项工作",
        LocalDate.of(2017, 6, 30), List.of("每年报告职能履行情况"));
  }

  private static Reply.Refusal refusal() {
    return new Reply.Refusal("工作需要不充分", LocalDate.of(2015, 12, 31));
  }

  private DisposalReply disposal() {
    return new DisposalReply(unnumbered("某财函"), DAY, body("某某县财政局", OfficialBody.Role.DEPARTMENT, "财政"),
        body("某某县人民政府办公室", OfficialBody.Role.OFFICE, null), "某某县人民政府", office("某某县"),
        List.of(new DisposalReply.Asset("F-01", "房屋", "办公用房", new BigDecimal("680000.00"))), "出售", "产权交易机构挂牌", null,
        new DisposalReply.Appraisal("某某资产评估公司", "某评报〔2015〕1号", DAY, new BigDecimal("700000.00"), 90, new BigDecimal("630000.00")),
        "行政单位国有资产管理和处置的有关规定", List.of("某某县审计局"));
  }

  private OfficialBody bureau() {
    return new OfficialBody(province.bureau(), OfficialBody.Role.DEPARTMENT, province.code(), List.of(), "机关事务");
  }

  private OfficialBody body(String title, OfficialBody.Role role, String line) {
    return new OfficialBody(title, role, "某某县", List.of(province.code()), line);
  }

  private ClosureReport closure() {
    return new ClosureReport(unnumbered("某政函"), DAY, body("某某县人民政府", OfficialBody.Role.GOVERNMENT, null), bureau(), "某某县人民政府",
        office("某某县"), province.shortForm() + "驻0000", "C1", "县级政府驻%s办事机构一律撤销".formatted(province.capitalInShort()),
        OffsetDateTime.of(2015, 8, 3, 9, 0, 0, 0, ZoneOffset.ofHours(8)), new BigDecimal("680000.00"), new BigDecimal("650000.00"),
        new BigDecimal("650000.00"),
        List.of(new ClosureReport.Asset("F-01", "办公用房", "房屋", new BigDecimal("680000.00"), "出售", new BigDecimal("650000.00"),
            List.of("财票0001"))),
        List.of(new ClosureReport.Asset("Z-01", "应付工程款", "债务", new BigDecimal("10000.00"), "清偿债务", new BigDecimal("0.00"), List.of())), 4,
        "0".repeat(64), List.of("盘亏“S-01 打印机”（已报废）"), Map.of("调配", 2), Map.of("银行账户注销", DAY), List.of("省委编办"));
  }

  private AbolitionNotice notice() {
    return new AbolitionNotice(unnumbered("某政文"), DAY, "某某县人民政府", office("某某县"), province.shortForm() + "驻0000", "C1",
        "县级政府驻%s办事机构一律撤销".formatted(province.capitalInShort()), "某某县人民政府办公室", "某某县档案馆", "各有关单位", List.of("省机关事务管理局"));
  }

  private AppraisalNotice appraisal() {
    return new AppraisalNotice(unnumbered("某政文"), DAY, "某某市人民政府", office(), 2014, "58.40", "不合格", List.of("所属实体没有按期脱钩，最高为合格"),
        LocalDate.of(2016, 1, 4), true, new AppraisalNotice.Correction("60.40", "合格", LocalDate.of(2015, 3, 31), "经复核，原认定的事项不成立"));
  }

  private ReceptionSheet reception(OfficialTemplate form) {
    BigDecimal sum = new BigDecimal("240.00");
    return new ReceptionSheet(form, "JD-2015-0001", DAY, office(),
        new ReceptionSheet.Letter("某某市商务局", "某商函〔2015〕1号", DAY, "考察调研", "其他人员", DAY, DAY, "上午座谈，中午工作餐，下午返回"),
        List.of("某某某（某某市商务局，科长）", "某某某（某某市商务局，科员）"), List.of("某某某（办事处，副主任）", "某某某（办事处，科员）"),
        List.of(new ReceptionSheet.Item("工作餐", DAY, "机关食堂", "工作餐", 4, new BigDecimal("60.00"), sum)), sum, sum, "", "2015年度，50,000.00元",
        List.of(new ReceptionSheet.Payment(DAY, "机关食堂", sum, "公务卡", "00000001")), "同意。", "某某某");
  }

  private PetitionLetter petition(String number) {
    return new PetitionLetter(number, DAY, bureau(), "XF-2026-0001", LocalDate.of(2026, 3, 2));
  }

  private Visit visit() {
    return new Visit(office(), List.of("某某某", "某某"));
  }

  private Parting parting() {
    return new Parting(office(), "某某市人民政府", "某某宾馆", "划转国资监管机构", "某某市国有资产监督管理委员会", LocalDate.of(2015, 12, 31), 3);
  }

  private static Parting.Completion completion() {
    return new Parting.Completion("于2015年10月12日办结，职工12名全部安置，没有公务员兼职、取酬", "于2015年10月16日办结，往来款结清，担保解除", "于2015年10月30日办结，办事机构的资产3项处置完毕",
        "于2015年10月20日办结，已变更出资人", LocalDate.of(2015, 10, 30), "按期脱钩", "没有遗留问题");
  }

  private LocalitySummary locality() {
    return new LocalitySummary(unnumbered("某政函"), DAY, "某某市人民政府", "工作按期完成", List.of("清理前共有2个，保留1个"),
        List.of("某某县人民政府驻%s办事处（正在办理撤销，预计2015年12月31日办结）".formatted(province.capitalInShort())), "个别资产尚待处置", "加强日常监管", "数字正在核对");
  }

  private CleanupRequest request() {
    return new CleanupRequest(unnumbered("某机管"), "某某某", DAY, 2, 1, List.of("清理前共有2个，保留1个"), List.of("某某县（未报送）"));
  }

  private CleanupSummary summary() {
    return new CleanupSummary(unnumbered("某机管"), "某某某", DAY, LocalDate.of(2015, 10, 31), LocalDate.of(2015, 11, 15), 2, 1,
        List.of("清理前共有2个，保留1个"), "工作按期完成", "个别资产尚待处置", "加强日常监管", List.of("某某县（未报送）"), List.of("某某市（逾期2天）"), List.of("某某市（随机）：未发现问题"),
        List.of(new CleanupSummary.Row("某某市", 1, 1, 0, 0, 0, 0, 0, "按期报送")));
  }
}
