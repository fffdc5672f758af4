package cn.gov.officecleanup.mechanism.document;

import cn.gov.officecleanup.mechanism.document.Reply.Approval;
import cn.gov.officecleanup.mechanism.document.Reply.Refusal;
import cn.gov.officecleanup.mechanism.finding.Clauses;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.province.Province;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Writes official documents (公文) as .docx in the form of GB/T 9704-2012, from Word templates that an official can edit.
 */
@Component
public class OfficialDocuments {

  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy年M月d日H时m分");
  /** enough of a hash to compare by eye */
  private static final int SEAL_CHARACTERS = 16;

  private final DocumentTemplates templates;
  private final Province province;

  OfficialDocuments(DocumentTemplates templates, Province province) {
    this.templates = templates;
    this.province = province;
  }

  /**
   * @return .docx: the reply to a request to keep an office (C3, C4, C16–C18; refused: C6, C7)
   * @throws RefusedException the template is defective
   */
  public byte[] retentionReply(Reply reply) {
    return reply(reply, "保留", OfficialTemplate.RETENTION_REPLY, OfficialTemplate.RETENTION_REFUSAL);
  }

  /**
   * @return .docx: the reply to a request to set up an office (C5)
   * @throws RefusedException the template is defective
   */
  public byte[] establishmentReply(Reply reply) {
    return reply(reply, "设立", OfficialTemplate.ESTABLISHMENT_REPLY, OfficialTemplate.ESTABLISHMENT_REFUSAL);
  }

  /**
   * @param matter what the change is about, as it stands behind the office's name in the title, e.g. 更名
   * @param wish what is asked for, as it can follow 同意 and 不同意, e.g. 洛阳市人民政府驻郑州办事处更名为…
   * @return .docx: the reply to a request to change, prolong or revoke what was approved of an office that is kept (C3, C4)
   * @throws RefusedException the template is defective
   */
  public byte[] changeReply(Reply reply, String matter, String wish) {
    Map<String, Object> content = common(reply);
    content.put("wish", wish);
    if (reply.outcome() instanceof Reply.Change change) {
      content.put("revoked", change.revoked());
      content.put("goesOn", !change.revoked());
      content.put("furtherConditions", paragraphs(change.furtherConditions()));
      return templates.fill(OfficialTemplate.CHANGE_REPLY, frame(reply, "关于同意", matter), content);
    }
    content.putAll(refusal((Refusal) reply.outcome()));
    return templates.fill(OfficialTemplate.CHANGE_REFUSAL, frame(reply, "关于不同意", matter), content);
  }

  /**
   * @return .docx: the approval of a proposal to dispose of an asset (C6, C7)
   * @throws RefusedException the template is defective
   */
  public byte[] disposalReply(DisposalReply reply) {
    Map<String, Object> content = new HashMap<>();
    content.put("office", reply.office());
    content.put("assetNumber", reply.asset().number());
    content.put("assetKind", reply.asset().kind());
    content.put("assetName", reply.asset().name());
    content.put("bookValue", amount(reply.asset().bookValue()));
    content.put("method", reply.method());
    content.put("rules", withoutFullStop(reply.rules()));
    content.put("receiving", reply.receiver() != null);
    content.put("receiver", reply.receiver());
    content.put("sold", reply.saleMode() != null);
    content.put("saleMode", reply.saleMode());
    DisposalReply.Appraisal appraisal = reply.appraisal();
    content.put("appraised", appraisal != null);
    content.put("dealt", appraisal != null);
    if (appraisal != null) {
      content.put("agency", appraisal.agency());
      content.put("report", appraisal.report());
      content.put("referenceDate", DocumentTemplates.day(appraisal.referenceDate()));
      content.put("value", amount(appraisal.value()));
      content.put("percent", appraisal.percent());
      content.put("floor", amount(appraisal.floor()));
    }
    return templates.fill(OfficialTemplate.DISPOSAL_REPLY,
        new OfficialDocument(reply.issuer(), reply.issuer(), reply.number(),
            List.of(reply.issuer(), "关于同意处置", reply.office(), "“" + reply.asset().name() + "”的批复"), reply.addressee(), reply.date(),
            List.of(), List.of()),
        content);
  }

  /**
   * @return .docx: the report that an office is wound up (C6, C7)
   * @throws RefusedException the template is defective
   */
  public byte[] closureReport(ClosureReport report) {
    Map<String, Object> content = new HashMap<>();
    content.put("plan", province.plan());
    content.put("government", report.government());
    content.put("office", report.office());
    content.put("registerNumber", report.registerNumber());
    content.put("clause", Clauses.cited(report.clause()));
    content.put("reason", withoutFullStop(report.reason()) + "。");
    content.put("frozenAt", MOMENT.format(report.frozenAt()));
    content.put("owned", !report.assets().isEmpty());
    content.put("ownsNothing", report.assets().isEmpty());
    content.put("assets", report.assets().size());
    content.put("frozen", amount(report.frozen()));
    content.put("due", amount(report.due()));
    content.put("received", amount(report.received()));
    content.put("entries", report.ledgerEntries());
    content.put("seal", report.seal() == null ? "" : report.seal().substring(0, SEAL_CHARACTERS));
    content.put("differing", !report.differences().isEmpty());
    content.put("differences", String.join("；", report.differences().stream().map(OfficialDocuments::withoutFullStop).toList()));
    content.put("staffed", !report.placements().isEmpty());
    content.put("staffless", report.placements().isEmpty());
    content.put("people", report.placements().values().stream().mapToInt(Integer::intValue).sum());
    content.put("placements",
        report.placements().entrySet().stream().map(placed -> placed.getKey() + placed.getValue() + "人").collect(Collectors.joining("、")));
    content.put("closing",
        report.closing()
            .entrySet()
            .stream()
            .map(closed -> DocumentTemplates.day(closed.getValue()) + closed.getKey())
            .collect(Collectors.joining("，")));
    content.put("assetRows", rows(report));
    return templates
        .fill(OfficialTemplate.CLOSURE_REPORT,
            new OfficialDocument(report.government(), report.government() + "办公室", report.number(),
                List.of(report.government(), "关于", report.office(), "撤销办结情况的报告"), "省机关事务管理局", report.date(), List.of(), List.of()),
            content);
  }

  /**
   * @return .docx: the bureau's report on the whole province (C20, C21)
   * @throws RefusedException the template is defective
   */
  public byte[] cleanupSummary(CleanupSummary summary) {
    Map<String, Object> content = new HashMap<>();
    content.put("plan", province.plan());
    content.put("cleanupDeadline", DocumentTemplates.day(summary.cleanupDeadline()));
    content.put("reportDeadline", DocumentTemplates.day(summary.reportDeadline()));
    content.put("units", summary.units());
    content.put("reported", summary.reported());
    content.put("figures", String.join("。", summary.figures()));
    content.put("overview", withoutFullStop(summary.overview()));
    content.put("problems", withoutFullStop(summary.problems()));
    content.put("proposals", withoutFullStop(summary.proposals()));
    content.put("isMissing", !summary.missing().isEmpty());
    content.put("missing", String.join("；", summary.missing()));
    content.put("isLate", !summary.late().isEmpty());
    content.put("late", String.join("；", summary.late()));
    content.put("inspected", !summary.inspections().isEmpty());
    content.put("inspections", String.join("；", summary.inspections().stream().map(OfficialDocuments::withoutFullStop).toList()));
    content.put("localityRows",
        summary.rows()
            .stream()
            .map(row -> Map.of("unit", row.unit(), "before", row.before(), "retained", row.retained(), "merged", row.merged(), "abolished",
                row.abolished(), "toBeAbolished", row.toBeAbolished(), "pending", row.pending(), "sending", row.sending()))
            .toList());
    return templates.fill(OfficialTemplate.CLEANUP_SUMMARY,
        new OfficialDocument(province.bureau(), province.bureau() + "办公室", summary.number(),
            List.of(province.bureau(), "关于全省清理规范驻省会城市办事机构", "工作情况的报告"), "国家机关事务管理局", summary.date(), List.of("全省驻省会城市办事机构清理情况汇总表"),
            List.of()),
        content);
  }

  private static List<Map<String, Object>> rows(ClosureReport report) {
    List<Map<String, Object>> rows = new ArrayList<>();
    report.assets()
        .forEach(asset -> rows
            .add(Map.of("number", asset.number(), "name", asset.name(), "kind", asset.kind(), "bookValue", amount(asset.bookValue()),
                "method", asset.method(), "proceeds", amount(asset.proceeds()), "receipts", String.join("、", asset.receipts()))));
    rows.add(Map.of("number", "合计", "name", "", "kind", "", "bookValue", amount(report.frozen()), "method", "", "proceeds",
        amount(report.received()), "receipts", ""));
    return rows;
  }

  private byte[] reply(Reply reply, String act, OfficialTemplate approving, OfficialTemplate refusing) {
    Map<String, Object> content = common(reply);
    if (reply.outcome() instanceof Approval approval) {
      content.putAll(approval(approval));
      return templates.fill(approving, frame(reply, "关于" + act, ""), content);
    }
    content.putAll(refusal((Refusal) reply.outcome()));
    return templates.fill(refusing, frame(reply, "关于不同意" + act, ""), content);
  }

  private Map<String, Object> common(Reply reply) {
    Map<String, Object> content = new HashMap<>();
    content.put("plan", province.plan());
    content.put("you", you(reply.government()));
    content.put("office", reply.office());
    content.put("requestTitle", reply.request().title());
    content.put("numbered", reply.request().number() != null);
    content.put("requestNumber", reply.request().number());
    content.put("requestDate", reply.request().date() == null ? "" : DocumentTemplates.day(reply.request().date()));
    return content;
  }

  private OfficialDocument frame(Reply reply, String before, String after) {
    List<String> title = new ArrayList<>(List.of(province.government(), before));
    String office = reply.office();
    if (office.startsWith(reply.government())) {
      title.add(reply.government());
      office = office.substring(reply.government().length());
    }
    title.add(office + after + "的批复");
    return new OfficialDocument(province.government(), province.governmentOffice(), reply.number(), title, reply.government(), reply.date(),
        reply.attachments(), reply.copyTo());
  }

  private static Map<String, Object> approval(Approval approval) {
    Map<String, Object> content = new HashMap<>();
    content.put("staffEstablishment", approval.staffEstablishment());
    content.put("functionsListed", !approval.functions().isEmpty());
    content.put("functions", String.join("；", approval.functions().stream().map(OfficialDocuments::withoutFullStop).toList()));
    content.put("entitiesOwned", !approval.entities().isEmpty());
    content.put("entitiesNone", approval.entities().isEmpty());
    content.put("entities", String.join("、", approval.entities()));
    content.put("partedBy", approval.partedBy() == null ? "" : DocumentTemplates.day(approval.partedBy()));
    content.put("special", approval.specialWork() != null);
    content.put("specialWork", approval.specialWork() == null ? "" : approval.specialWork().strip().replaceFirst("专项工作$", ""));
    content.put("specialWorkEnd", approval.specialWorkEnd() == null ? "" : DocumentTemplates.day(approval.specialWorkEnd()));
    content.put("furtherConditions", paragraphs(approval.furtherConditions()));
    return content;
  }

  private static List<Map<String, String>> paragraphs(List<String> sentences) {
    return sentences.stream().map(sentence -> Map.of("text", withoutFullStop(sentence) + "。")).toList();
  }

  private static Map<String, Object> refusal(Refusal refusal) {
    Map<String, Object> content = new HashMap<>();
    content.put("reasoned", refusal.reason() != null && !refusal.reason().isBlank());
    content.put("reason", refusal.reason() == null ? "" : withoutFullStop(refusal.reason()));
    content.put("dated", refusal.woundUpBy() != null);
    content.put("woundUpBy", refusal.woundUpBy() == null ? "" : DocumentTemplates.day(refusal.woundUpBy()));
    return content;
  }

  /** How the reply addresses the government that asked: 你市, 你县, 你区. */
  private static String you(String government) {
    String place = government.replaceFirst("人民政府$", "");
    char level = place.charAt(place.length() - 1);
    return "市县区".indexOf(level) >= 0 ? "你" + level : "你单位";
  }

  private static String amount(BigDecimal yuan) {
    return "%,.2f".formatted(yuan);
  }

  /** Officials end what they type with or without a full stop; the template sets its own. */
  private static String withoutFullStop(String text) {
    return text.strip().replaceFirst("[。.；;]+$", "");
  }
}
