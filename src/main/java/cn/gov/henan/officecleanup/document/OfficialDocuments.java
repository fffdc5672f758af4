package cn.gov.henan.officecleanup.document;

import cn.gov.henan.officecleanup.document.Reply.Approval;
import cn.gov.henan.officecleanup.document.Reply.Refusal;
import cn.gov.henan.officecleanup.finding.RefusedException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Writes official documents (公文) as .docx in the form of GB/T 9704-2012, from Word templates that an official can edit.
 */
@Component
public class OfficialDocuments {

  private static final String PROVINCIAL_GOVERNMENT = "河南省人民政府";
  private static final String PRINTING_OFFICE = "河南省人民政府办公厅";

  private final DocumentTemplates templates;

  OfficialDocuments(DocumentTemplates templates) {
    this.templates = templates;
  }

  /**
   * @return .docx: the reply to a request to keep an office (C3, C4, C16–C18; refused: C6, C7)
   * @throws RefusedException the template is missing or defective
   */
  public byte[] retentionReply(Reply reply) {
    return reply(reply, "保留", "retention");
  }

  /**
   * @return .docx: the reply to a request to set up an office (C5)
   * @throws RefusedException the template is missing or defective
   */
  public byte[] establishmentReply(Reply reply) {
    return reply(reply, "设立", "establishment");
  }

  private byte[] reply(Reply reply, String act, String template) {
    Map<String, Object> content = new HashMap<>();
    content.put("you", you(reply.government()));
    content.put("office", reply.office());
    content.put("requestTitle", reply.request().title());
    content.put("numbered", reply.request().number() != null);
    content.put("requestNumber", reply.request().number());
    if (reply.outcome() instanceof Approval approval) {
      content.putAll(approval(approval));
      return templates.fill(template + "-reply.docx", frame(reply, "关于" + act), content);
    }
    content.putAll(refusal((Refusal) reply.outcome()));
    return templates.fill(template + "-refusal.docx", frame(reply, "关于不同意" + act), content);
  }

  private static OfficialDocument frame(Reply reply, String matter) {
    List<String> title = new ArrayList<>(List.of(PROVINCIAL_GOVERNMENT, matter));
    String office = reply.office();
    if (office.startsWith(reply.government())) {
      title.add(reply.government());
      office = office.substring(reply.government().length());
    }
    title.add(office + "的批复");
    return new OfficialDocument(PROVINCIAL_GOVERNMENT, PRINTING_OFFICE, reply.number(), title, reply.government(), reply.date(),
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
    content.put("specialWork", approval.specialWork());
    content.put("specialWorkEnd", approval.specialWorkEnd() == null ? "" : DocumentTemplates.day(approval.specialWorkEnd()));
    content.put("furtherConditions", approval.furtherConditions().stream()
        .map(condition -> Map.of("text", withoutFullStop(condition) + "。"))
        .toList());
    return content;
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

  /** Officials end what they type with or without a full stop; the template sets its own. */
  private static String withoutFullStop(String text) {
    return text.strip().replaceFirst("[。.；;]+$", "");
  }
}
