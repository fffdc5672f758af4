package cn.gov.officecleanup.mechanism.document;

import cn.gov.officecleanup.mechanism.document.Reply.Approval;
import cn.gov.officecleanup.mechanism.document.Reply.Refusal;
import cn.gov.officecleanup.mechanism.finding.Clauses;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.province.Province;
import cn.gov.officecleanup.mechanism.text.InWords;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Writes official documents (公文) as .docx in the form of GB/T 9704-2012, from Word templates that an official can edit.
 */
@Component
public class OfficialDocuments {

  /** what the country has in the place of a GB/T 2260 code */
  private static final String STATE = "000000";
  private static final String OFFICES = "机关事务";
  /** enough of a hash to compare by eye */
  private static final int SEAL_CHARACTERS = 16;

  private final DocumentTemplates templates;
  private final Province province;

  OfficialDocuments(DocumentTemplates templates, Province province) {
    this.templates = templates;
    this.province = province;
  }

  /**
   * @return .docx: the bureau's opinion on a request to keep an office, to set one up or to change what was approved (C3–C5)
   * @throws RefusedException the template is defective
   */
  public byte[] bureauOpinion(BureauOpinion opinion) {
    Map<String, Object> content = new HashMap<>();
    content.put("plan", province.plan());
    content.put("government", opinion.government());
    content.put("requestTitle", opinion.requestTitle());
    content.put("reasons", opinion.reasons() == null ? "" : withoutFullStop(opinion.reasons()));
    content.put("consulted", !opinion.departments().isEmpty());
    content.put("departments", joined(opinion.departments()));
    content.put("opposed", !opinion.supports());
    content.put("wish", opinion.wish().words());
    content.put("reasoned", opinion.reason() != null && !opinion.reason().isBlank());
    content.put("reason", opinion.reason() == null ? "" : withoutFullStop(opinion.reason()));
    content.put("conditioned", !opinion.conditions().isEmpty());
    content.put("conditions", joined(opinion.conditions()));
    OfficialKind kind = Correspondence.kind(bureau(), provincialGovernment(), Correspondence.Purpose.ASK);
    return fill(OfficialTemplate.BUREAU_OPINION,
        new OfficialDocument(kind, province.bureau(), province.bureau() + "办公室", opinion.number(), opinion.signer(),
            title(province.bureau(), "关于", opinion.office(), opinion.wish().act() + opinion.wish().matter() + "申请审核意见", kind),
            province.government(), opinion.date(), List.of(), List.of()),
        content);
  }

  private OfficialBody bureau() {
    return new OfficialBody(province.bureau(), OfficialBody.Role.DEPARTMENT, province.code(), List.of(STATE), OFFICES);
  }

  private OfficialBody provincialGovernment() {
    return new OfficialBody(province.government(), OfficialBody.Role.GOVERNMENT, province.code(), List.of(STATE), null);
  }

  private static String joined(List<String> parts) {
    return parts.stream().map(OfficialDocuments::withoutFullStop).collect(Collectors.joining("；"));
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
   * @return .docx: the reply to a request to change, prolong or revoke what was approved of an office that is kept (C3, C4)
   * @throws RefusedException the template is defective
   */
  public byte[] changeReply(Reply reply, Wish wish) {
    Map<String, Object> content = common(reply);
    content.put("wish", wish.words());
    if (reply.outcome() instanceof Reply.Change change) {
      content.put("revoked", change.revoked());
      content.put("goesOn", !change.revoked());
      content.put("furtherConditions", paragraphs(change.furtherConditions()));
      return fill(OfficialTemplate.CHANGE_REPLY, frame(reply, "关于同意" + wish.act(), wish.matter()), content);
    }
    content.putAll(refusal((Refusal) reply.outcome()));
    return fill(OfficialTemplate.CHANGE_REFUSAL, frame(reply, "关于不同意" + wish.act(), wish.matter()), content);
  }

  /**
   * @return .docx: the letter that tells of the approval to dispose of an asset (C6, C7)
   * @throws RefusedException the template is defective
   */
  public byte[] disposalReply(DisposalReply reply) {
    Map<String, Object> content = new HashMap<>();
    content.put("office", reply.office());
    content.put("pooled", reply.assets().size() > 1);
    content.put("assets", reply.assets().size());
    content.put("assetNumber", reply.assets().stream().map(DisposalReply.Asset::number).collect(Collectors.joining("、")));
    content.put("assetKind", reply.assets().stream().map(DisposalReply.Asset::kind).distinct().collect(Collectors.joining("、")));
    // the template has the marks of the first and the last
    content.put("assetName", reply.assets().stream().map(DisposalReply.Asset::name).collect(Collectors.joining("”“")));
    content.put("bookValue",
        InWords.amount(reply.assets().stream().map(DisposalReply.Asset::bookValue).reduce(BigDecimal.ZERO, BigDecimal::add)));
    content.put("method", reply.method());
    content.put("rules", withoutFullStop(reply.rules()));
    content.put("government", reply.government());
    boolean byFinance = reply.issuer().role() == OfficialBody.Role.DEPARTMENT;
    content.put("byFinance", byFinance);
    content.put("byGovernment", !byFinance);
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
      content.put("referenceDate", InWords.day(appraisal.referenceDate()));
      content.put("value", InWords.amount(appraisal.value()));
      content.put("percent", appraisal.percent());
      content.put("floor", InWords.amount(appraisal.floor()));
    }
    OfficialKind kind = Correspondence.kind(reply.issuer(), reply.addressee(), Correspondence.Purpose.TELL);
    return fill(OfficialTemplate.DISPOSAL_REPLY,
        new OfficialDocument(kind, reply.issuer().title(), reply.issuer().title(), reply.number(), "",
            title(reply.issuer().title(), "关于同意处置", reply.office(), "资产", kind), reply.addressee().title(), reply.date(), List.of(),
            reply.copyTo()),
        content);
  }

  /**
   * @return .docx: the letter that an office is wound up (C6, C7)
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
    content.put("frozenAt", InWords.moment(report.frozenAt()));
    content.put("owned", !report.assets().isEmpty());
    content.put("ownsNothing", report.assets().isEmpty());
    content.put("assets", report.assets().size());
    content.put("frozen", InWords.amount(report.frozen()));
    content.put("due", InWords.amount(report.due()));
    content.put("received", InWords.amount(report.received()));
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
            .map(closed -> InWords.day(closed.getValue()) + closed.getKey())
            .collect(Collectors.joining("，")));
    content.put("assetRows", rows(report));
    OfficialKind kind = Correspondence.kind(report.issuer(), report.addressee(), Correspondence.Purpose.TELL);
    return fill(OfficialTemplate.CLOSURE_REPORT,
        new OfficialDocument(kind, report.issuer().title(), report.issuer().title(), report.number(), "",
            title(report.issuer().title(), "关于", report.office(), "撤销办结情况", kind), report.addressee().title(), report.date(),
            report.assets().isEmpty() ? List.of() : List.of("资产处置情况表"), report.copyTo()),
        content);
  }

  /**
   * @return .docx: the letter by which a government or provincial department sends its 工作总结 to the bureau (C20)
   * @throws RefusedException the template is defective
   */
  public byte[] localitySummary(LocalitySummary summary) {
    Map<String, Object> content = new HashMap<>();
    content.put("plan", province.plan());
    content.put("done", withoutFullStop(summary.done()));
    content.put("figures", String.join("。", summary.figures()));
    content.put("isOpen", !summary.open().isEmpty());
    content.put("open", String.join("；", summary.open().stream().map(OfficialDocuments::withoutFullStop).toList()));
    putWhereSaid(content, "hasProblems", "problems", summary.problems());
    putWhereSaid(content, "hasNextSteps", "nextSteps", summary.nextSteps());
    putWhereSaid(content, "explained", "explanation", summary.explanation());
    // none of those who report is below the bureau
    OfficialKind kind = OfficialKind.LETTER;
    return fill(OfficialTemplate.LOCALITY_SUMMARY,
        new OfficialDocument(kind, summary.issuer(), summary.issuer() + "办公室", summary.number(), "",
            List.of(summary.issuer(), "关于报送清理规范", "驻省会城市办事机构", "工作总结的" + kind.label()), province.bureau(), summary.date(),
            List.of("驻省会城市办事机构清理情况表"), List.of()),
        content);
  }

  private static void putWhereSaid(Map<String, Object> content, String whether, String tag, String words) {
    content.put(whether, words != null);
    content.put(tag, words == null ? "" : withoutFullStop(words));
  }

  /**
   * @return .docx: the request by which the bureau hands the draft of its report to the provincial government (C20)
   * @throws RefusedException the template is defective
   */
  public byte[] cleanupRequest(CleanupRequest request) {
    Map<String, Object> content = new HashMap<>();
    content.put("plan", province.plan());
    content.put("units", request.units());
    content.put("reported", request.reported());
    content.put("figures", String.join("。", request.figures()));
    content.put("isMissing", !request.missing().isEmpty());
    content.put("missing", String.join("；", request.missing()));
    OfficialKind kind = Correspondence.kind(bureau(), provincialGovernment(), Correspondence.Purpose.ASK);
    return fill(OfficialTemplate.CLEANUP_REQUEST,
        new OfficialDocument(kind, province.bureau(), province.bureau() + "办公室", request.number(), request.signer(),
            List.of(province.bureau(), "关于报送全省清理规范", "驻省会城市办事机构", "工作情况的" + kind.label()), province.government(), request.date(),
            List.of("全省清理规范驻省会城市办事机构工作情况的报告（送审稿）", "全省驻省会城市办事机构清理情况汇总表"), List.of()),
        content);
  }

  /**
   * @return .docx: the notice that an office is abolished (C6)
   * @throws RefusedException the template is defective
   */
  public byte[] abolitionNotice(AbolitionNotice notice) {
    Map<String, Object> content = new HashMap<>();
    content.put("plan", province.plan());
    content.put("government", notice.government());
    content.put("office", notice.office());
    content.put("registerNumber", notice.registerNumber());
    content.put("clause", Clauses.cited(notice.clause()));
    content.put("reason", withoutFullStop(notice.reason()));
    content.put("successor", notice.successor());
    content.put("archived", notice.archivesReceiver() != null);
    content.put("archivesReceiver", notice.archivesReceiver());
    // whoever it concerns is told, and that below the government
    OfficialKind kind = OfficialKind.NOTICE;
    return fill(OfficialTemplate.ABOLITION_NOTICE,
        new OfficialDocument(kind, notice.government(), notice.government() + "办公室", notice.number(), "",
            title(notice.government(), "关于撤销", notice.office(), "", kind), notice.addressee(), notice.date(), List.of(), notice.copyTo()),
        content);
  }

  /**
   * @return .docx: the notice that tells an office how its year was appraised (C12)
   * @throws RefusedException the template is defective
   */
  public byte[] appraisalNotice(AppraisalNotice notice) {
    Map<String, Object> content = result(notice);
    content.put("reviewable", notice.personReviewable());
    // it goes to an office of the government's own, which is below it
    OfficialKind kind = OfficialKind.NOTICE;
    return fill(OfficialTemplate.APPRAISAL_NOTICE,
        new OfficialDocument(
            kind, notice.government(), notice.government() + "办公室", notice.number(), "", title(notice.government(),
                notice.corrects() == null ? "关于" : "关于更正", notice.office(), "%d年度考核结果".formatted(notice.year()), kind),
            notice.office(), notice.date(), List.of(), List.of()),
        content);
  }

  /**
   * @return .docx: the letter that tells the bureau how an office's year was appraised (C12)
   * @throws RefusedException the template is defective
   */
  public byte[] appraisalLetter(AppraisalNotice notice) {
    Map<String, Object> content = result(notice);
    content.put("office", notice.office());
    // neither of the two is above the other
    OfficialKind kind = OfficialKind.LETTER;
    return fill(OfficialTemplate.APPRAISAL_LETTER,
        new OfficialDocument(
            kind, notice.government(), notice.government() + "办公室", notice.number(), "", title(notice.government(),
                notice.corrects() == null ? "关于报送" : "关于更正", notice.office(), "%d年度考核结果".formatted(notice.year()), kind),
            province.bureau(), notice.date(), List.of(), List.of()),
        content);
  }

  private Map<String, Object> result(AppraisalNotice notice) {
    Map<String, Object> content = new HashMap<>();
    content.put("plan", province.plan());
    content.put("year", notice.year());
    content.put("total", notice.score());
    content.put("grade", notice.grade());
    content.put("limited", !notice.limits().isEmpty());
    content.put("limits", String.join("；", notice.limits()));
    content.put("rectified", notice.rectifyBy() != null);
    content.put("rectifyBy", notice.rectifyBy() == null ? "" : InWords.day(notice.rectifyBy()));
    AppraisalNotice.Correction corrects = notice.corrects();
    content.put("corrected", corrects != null);
    content.put("formerGrade",
        corrects == null ? "" : corrects.score() == null ? corrects.grade() : "%s（考核得分%s分）".formatted(corrects.grade(), corrects.score()));
    content.put("formerDate", corrects == null ? "" : InWords.day(corrects.date()));
    content.put("correctionReason", corrects == null ? "" : withoutFullStop(corrects.reason()));
    return content;
  }

  /**
   * @return .docx: the request by which an office hands its plan of parting to its government (C17)
   * @throws RefusedException the template is defective
   */
  public byte[] decouplingRequest(Parting.Request request) {
    Map<String, Object> content = parting(request.parting());
    content.put("kind", request.kind());
    content.put("registration", withoutFullStop(request.registration()));
    content.put("share", request.share());
    content.put("netAssets", InWords.amount(request.netAssets()));
    content.put("liabilities", InWords.amount(request.liabilities()));
    content.put("employees", request.employees());
    content.put("settlements", withoutFullStop(request.settlements()));
    // an office is below the government that sends it
    return upwards(OfficialTemplate.DECOUPLING_REQUEST, request.parting(), request.number(), request.signer(), request.date(), "脱钩方案",
        List.of("经营性实体脱钩方案"), content);
  }

  /**
   * @return .docx: the reply by which a government approves the plan of parting of its office (C17)
   * @throws RefusedException the template is defective
   */
  public byte[] decouplingReply(Parting.Reply reply) {
    Parting parting = reply.parting();
    Map<String, Object> content = parting(parting);
    content.put("requestTitle", reply.request().title());
    content.put("requestNumber", reply.request().number());
    content.put("bureau", province.bureau());
    // it answers a request of an office of the government's own, which is below it
    OfficialKind kind = OfficialKind.REPLY;
    return fill(OfficialTemplate.DECOUPLING_REPLY,
        new OfficialDocument(kind, parting.government(), parting.government() + "办公室", reply.number(), "",
            List.of(parting.government(), "关于同意与" + parting.entity(), "脱钩方案的" + kind.label()), parting.office(), reply.date(), List.of(),
            reply.copyTo()),
        content);
  }

  /**
   * @return .docx: the report of an office to its government that it has parted (C17)
   * @throws RefusedException the template is defective
   */
  public byte[] decouplingReport(Parting.Report report) {
    Map<String, Object> content = parting(report.parting());
    content.putAll(completion(report.completion()));
    content.put("replied", report.reply() != null);
    content.put("unreplied", report.reply() == null);
    content.put("replyTitle", report.reply() == null ? "" : report.reply().title());
    content.put("replyNumber", report.reply() == null ? "" : report.reply().number());
    return upwards(OfficialTemplate.DECOUPLING_REPORT, report.parting(), report.number(), report.signer(), report.date(), "脱钩完成情况",
        List.of(), content);
  }

  /**
   * @return .docx: the letter by which a government asks the bureau to verify a parting (C17)
   * @throws RefusedException the template is defective
   */
  public byte[] decouplingLetter(Parting.Letter letter) {
    Map<String, Object> content = parting(letter.parting());
    content.putAll(completion(letter.completion()));
    OfficialKind kind = Correspondence.kind(letter.issuer(), letter.bureau(), Correspondence.Purpose.ASK);
    return fill(OfficialTemplate.DECOUPLING_LETTER,
        new OfficialDocument(kind, letter.issuer().title(), letter.issuer().title(), letter.number(), "",
            title(letter.issuer().title(), "关于请予核验", letter.parting().office(), "与" + letter.parting().entity() + "脱钩情况", kind),
            letter.bureau().title(), letter.date(), List.of(), letter.copyTo()),
        content);
  }

  /**
   * @return .docx: whom the bureau inspects in a year (C14)
   * @throws RefusedException the template is defective
   */
  public byte[] inspectionPlan(Visit.Plan plan) {
    Map<String, Object> content = new HashMap<>();
    content.put("plan", province.plan());
    content.put("year", plan.year());
    content.put("purpose", withoutFullStop(plan.purpose()));
    content.put("risky", !plan.byRisk().isEmpty());
    content.put("byRisk", String.join("；", plan.byRisk()));
    content.put("drawn", !plan.byChance().isEmpty());
    content.put("byChance", String.join("；", plan.byChance()));
    content.put("seed", String.valueOf(plan.seed()));
    return fill(OfficialTemplate.INSPECTION_PLAN,
        new OfficialDocument(OfficialKind.NOTICE, plan.issuer().title(), plan.issuer().title() + "办公室", plan.number(), "",
            List.of(plan.issuer().title(), "关于印发%d年度".formatted(plan.year()), "巡查计划的通知"), "各巡查组", plan.date(), List.of(), List.of()),
        content);
  }

  /**
   * @return .docx: the notice that a team shows at the door (C14)
   * @throws RefusedException the template is defective
   */
  public byte[] inspectionNotice(Visit.Notice notice) {
    Map<String, Object> content = new HashMap<>();
    content.put("plan", province.plan());
    content.put("office", notice.visit().office());
    content.put("team", String.join("、", notice.visit().team()));
    content.put("scope", withoutFullStop(notice.scope()));
    return fill(OfficialTemplate.INSPECTION_NOTICE,
        new OfficialDocument(OfficialKind.NOTICE, notice.issuer().title(), notice.issuer().title() + "办公室", notice.number(), "",
            title(notice.issuer().title(), "关于巡查", notice.visit().office(), "", OfficialKind.NOTICE), notice.visit().office(),
            notice.date(), List.of(), List.of()),
        content);
  }

  /**
   * @return .docx: the facts that an inspection found, to be signed (C14)
   * @throws RefusedException the template is defective
   */
  public byte[] inspectionStatement(Visit.Statement statement) {
    Map<String, Object> content = new HashMap<>();
    content.put("office", statement.visit().office());
    content.put("team", String.join("、", statement.visit().team()));
    content.put("arrived", statement.arrived());
    content.put("left", statement.left());
    content.put("receivedBy", statement.receivedBy());
    content.put("facts", statement.facts().isEmpty() ? "没有发现问题。" : numbered(statement.facts()));
    content.put("signing", statement.signing());
    return fill(OfficialTemplate.INSPECTION_STATEMENT,
        new OfficialDocument(OfficialKind.FORM, statement.visit().office(), "", statement.caseNumber(), "",
            List.of(statement.visit().office(), OfficialTemplate.INSPECTION_STATEMENT.label()), "", statement.date(), List.of(), List.of()),
        content);
  }

  private static String numbered(List<String> sentences) {
    return IntStream.range(0, sentences.size())
        .mapToObj(i -> "%d．%s。".formatted(i + 1, withoutFullStop(sentences.get(i))))
        .collect(Collectors.joining("\n"));
  }

  /**
   * @return .docx: what an inspection found and what is demanded (C14)
   * @throws RefusedException the template is defective
   */
  public byte[] inspectionFeedback(Visit.Feedback feedback) {
    Map<String, Object> content = new HashMap<>();
    content.put("plan", province.plan());
    content.put("office", feedback.visit().office());
    content.put("arrived", feedback.arrived());
    content.put("left", feedback.left());
    content.put("conclusion", withoutFullStop(feedback.conclusion()));
    content.put("found", !feedback.demands().isEmpty());
    content.put("nothingFound", feedback.demands().isEmpty());
    content.put("demands",
        paragraphs(feedback.demands()
            .stream()
            .map(demand -> "%s。整改要求：%s%s".formatted(withoutFullStop(demand.fact()), withoutFullStop(demand.measure()),
                demand.dueOn() == null ? "" : "，于%s前（含当日）完成".formatted(InWords.day(demand.dueOn()))))
            .toList()));
    OfficialKind kind = Correspondence.kind(feedback.issuer(), feedback.government(), Correspondence.Purpose.TELL);
    return fill(OfficialTemplate.INSPECTION_FEEDBACK,
        new OfficialDocument(kind, feedback.issuer().title(), feedback.issuer().title(), feedback.number(), "",
            title(feedback.issuer().title(), "关于反馈", feedback.visit().office(), "巡查意见", kind), feedback.government().title(),
            feedback.date(), List.of(), feedback.copyTo()),
        content);
  }

  /**
   * @return .docx: the notice that a complaint is accepted (C14)
   * @throws RefusedException the template is defective
   */
  public byte[] complaintAcceptance(PetitionLetter.Acceptance acceptance) {
    Map<String, Object> content = new HashMap<>();
    content.put("received", InWords.day(acceptance.letter().receivedOn()));
    content.put("handler", acceptance.handler());
    content.put("timed", acceptance.decidedBy() != null);
    content.put("untimed", acceptance.decidedBy() == null);
    content.put("decidedBy", acceptance.decidedBy() == null ? "" : InWords.day(acceptance.decidedBy()));
    return petition(OfficialTemplate.COMPLAINT_ACCEPTANCE, acceptance.letter(), content);
  }

  /**
   * @return .docx: the notice that a complaint is not accepted (C14)
   * @throws RefusedException the template is defective
   */
  public byte[] complaintRefusal(PetitionLetter.Refusal refusal) {
    Map<String, Object> content = new HashMap<>();
    content.put("received", InWords.day(refusal.letter().receivedOn()));
    content.put("reason", withoutFullStop(refusal.reason()));
    content.put("otherWay", withoutFullStop(refusal.otherWay()));
    return petition(OfficialTemplate.COMPLAINT_REFUSAL, refusal.letter(), content);
  }

  /**
   * @return .docx: how a complaint was handled (C14)
   * @throws RefusedException the template is defective
   */
  public byte[] complaintReply(PetitionLetter.Reply reply) {
    Map<String, Object> content = new HashMap<>();
    content.put("received", InWords.day(reply.letter().receivedOn()));
    content.put("request", withoutFullStop(reply.request()));
    content.put("facts", withoutFullStop(reply.facts()));
    content.put("opinion", withoutFullStop(reply.opinion()));
    content.put("basis", withoutFullStop(reply.basis()));
    content.put("reviewable", reply.reviewer() != null);
    content.put("reviewer", Objects.toString(reply.reviewer(), ""));
    return petition(OfficialTemplate.COMPLAINT_REPLY, reply.letter(), content);
  }

  private byte[] petition(OfficialTemplate template, PetitionLetter letter, Map<String, Object> content) {
    return fill(template,
        new OfficialDocument(template.kind(), letter.issuer().title(), letter.issuer().title(), letter.number(), "",
            List.of(letter.issuer().title(), template.label()), "%s号信访事项的信访人".formatted(letter.caseNumber()), letter.date(), List.of(),
            List.of()),
        content);
  }

  private byte[] upwards(OfficialTemplate template, Parting parting, String number, String signer, LocalDate date, String matter,
      List<String> attachments, Map<String, Object> content) {
    List<String> title = Stream
        .concat(Stream.of(parting.office().split("(?<=.{4})(?=驻)")),
            Stream.of("关于与" + parting.entity(), matter + "的" + template.kind().label()))
        .toList();
    return fill(template, new OfficialDocument(template.kind(), parting.office(), parting.office(), number, signer, title,
        parting.government(), date, attachments, List.of()), content);
  }

  private Map<String, Object> parting(Parting parting) {
    Map<String, Object> content = new HashMap<>();
    content.put("plan", province.plan());
    content.put("office", parting.office());
    content.put("entity", parting.entity());
    content.put("way", parting.way());
    content.put("received", parting.transferee() != null);
    content.put("transferee", parting.transferee());
    content.put("promised", parting.partBy() != null);
    content.put("unpromised", parting.partBy() == null);
    content.put("partBy", parting.partBy() == null ? "" : InWords.day(parting.partBy()));
    content.put("using", parting.assets() > 0);
    content.put("notUsing", parting.assets() == 0);
    content.put("assets", parting.assets());
    return content;
  }

  private static Map<String, Object> completion(Parting.Completion completion) {
    Map<String, Object> content = new HashMap<>();
    content.put("people", withoutFullStop(completion.people()));
    content.put("accounts", withoutFullStop(completion.accounts()));
    content.put("assetsParted", withoutFullStop(completion.assets()));
    content.put("functions", withoutFullStop(completion.functions()));
    content.put("partedOn", InWords.day(completion.partedOn()));
    content.put("timed", completion.punctuality() != null);
    content.put("punctuality", completion.punctuality());
    putWhereSaid(content, "noted", "note", completion.note());
    return content;
  }

  /**
   * @return .docx: the bureau's report on the whole province (C20, C21)
   * @throws RefusedException the template is defective
   */
  public byte[] cleanupSummary(CleanupSummary summary) {
    Map<String, Object> content = new HashMap<>();
    content.put("plan", province.plan());
    content.put("cleanupDeadline", InWords.day(summary.cleanupDeadline()));
    content.put("reportDeadline", InWords.day(summary.reportDeadline()));
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
            .map(row -> Map.of("unit", row.unit(), "before", row.before(), "retained", row.retained(), "noMeasure", row.noMeasure(),
                "merged", row.merged(), "abolished", row.abolished(), "toBeAbolished", row.toBeAbolished(), "pending", row.pending(),
                "sending", row.sending()))
            .toList());
    OfficialBody bureau = bureau();
    OfficialBody superior = new OfficialBody("国家机关事务管理局", OfficialBody.Role.DEPARTMENT, STATE, List.of(), OFFICES);
    OfficialKind kind = Correspondence.kind(bureau, superior, Correspondence.Purpose.TELL);
    return fill(OfficialTemplate.CLEANUP_SUMMARY,
        new OfficialDocument(kind, bureau.title(), bureau.title() + "办公室", summary.number(), summary.signer(),
            List.of(bureau.title(), "关于全省清理规范", "驻省会城市办事机构", "工作情况的" + kind.label()), superior.title(), summary.date(),
            List.of("全省驻省会城市办事机构清理情况汇总表"), List.of()),
        content);
  }

  /**
   * @return .docx: a form of a reception (C18)
   * @throws RefusedException the template is defective
   */
  public byte[] receptionSheet(ReceptionSheet sheet) {
    Map<String, Object> content = new HashMap<>();
    ReceptionSheet.Letter letter = sheet.letter();
    content.put("letterSender", letter.sender());
    content.put("letterNumber", letter.number());
    content.put("letterDate", InWords.day(letter.date()));
    content.put("purpose", letter.purpose());
    content.put("guestClass", letter.guestClass());
    content.put("days", Stream.of(letter.from(), letter.to()).distinct().map(InWords::day).collect(Collectors.joining("至")));
    content.put("route", letter.route());
    content.put("guestCount", sheet.guests().size());
    content.put("guests", String.join("、", sheet.guests()));
    content.put("companionCount", sheet.companions().size());
    content.put("companions", sheet.companions().isEmpty() ? "" : "：" + String.join("、", sheet.companions()));
    content.put("itemRows",
        sheet.items()
            .stream()
            .map(item -> Map.of("kind", item.kind(), "day", InWords.day(item.day()), "supplier", item.supplier(), "content", item.content(),
                "quantity", item.quantity(), "price", InWords.amount(item.price()), "amount", InWords.amount(item.amount())))
            .toList());
    content.put("paymentRows",
        sheet.payments()
            .stream()
            .map(payment -> Map.of("day", InWords.day(payment.day()), "supplier", payment.supplier(), "amount",
                InWords.amount(payment.amount()), "method", payment.method(), "invoice", payment.invoice()))
            .toList());
    BigDecimal paid = sheet.payments().stream().map(ReceptionSheet.Payment::amount).reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
    content.put("total", InWords.amount(sheet.total()));
    content.put("payable", InWords.amount(sheet.payable()) + sheet.cut());
    content.put("available", sheet.available());
    content.put("paid", InWords.amount(paid));
    content.put("open", InWords.amount(sheet.payable().subtract(paid)));
    content.put("opinion", sheet.opinion());
    return fill(sheet.form(), new OfficialDocument(OfficialKind.FORM, sheet.office(), "", sheet.caseNumber(), sheet.signer(),
        List.of(sheet.office(), sheet.form().label()), "", sheet.date(), List.of(), List.of()), content);
  }

  private static List<Map<String, Object>> rows(ClosureReport report) {
    List<Map<String, Object>> rows = new ArrayList<>();
    report.assets().forEach(asset -> rows.add(row(asset)));
    rows.add(Map.of("number", "合计", "name", "", "kind", "", "bookValue", InWords.amount(report.frozen()), "method", "", "proceeds",
        InWords.amount(report.received()), "receipts", ""));
    // what is owed is no asset and not in the sum
    report.debts().forEach(debt -> rows.add(row(debt)));
    return rows;
  }

  private static Map<String, Object> row(ClosureReport.Asset asset) {
    return Map.of("number", asset.number(), "name", asset.name(), "kind", asset.kind(), "bookValue", InWords.amount(asset.bookValue()),
        "method", asset.method(), "proceeds", InWords.amount(asset.proceeds()), "receipts", String.join("、", asset.receipts()));
  }

  private byte[] reply(Reply reply, String act, OfficialTemplate approving, OfficialTemplate refusing) {
    Map<String, Object> content = common(reply);
    if (reply.outcome() instanceof Approval approval) {
      content.putAll(approval(approval));
      return fill(approving, frame(reply, "关于同意" + act, ""), content);
    }
    content.putAll(refusal((Refusal) reply.outcome()));
    return fill(refusing, frame(reply, "关于不同意" + act, ""), content);
  }

  private Map<String, Object> common(Reply reply) {
    Map<String, Object> content = new HashMap<>();
    content.put("plan", province.plan());
    content.put("you", you(reply.government()));
    content.put("office", reply.office());
    content.put("requestTitle", reply.request().title());
    content.put("numbered", reply.request().number() != null);
    content.put("requestNumber", reply.request().number());
    content.put("requestDate", reply.request().date() == null ? "" : InWords.day(reply.request().date()));
    return content;
  }

  /** @throws IllegalArgumentException when its issuer may not write such a document to its addressee */
  private byte[] fill(OfficialTemplate template, OfficialDocument document, Map<String, Object> content) {
    if (document.kind() != template.kind()) {
      throw new IllegalArgumentException(
          "%s writes a %s to %s, no %s".formatted(document.issuer(), document.kind(), document.addressee(), template.kind()));
    }
    return templates.fill(template, document, content);
  }

  /** @return a title in pieces: the government in whose name an office stands is a piece of its own, before 驻 */
  private static List<String> title(String issuer, String matter, String office, String about, OfficialKind kind) {
    return Stream.concat(Stream.of(issuer, matter), Stream.of((office + about + "的" + kind.label()).split("(?<=.{4})(?=驻)"))).toList();
  }

  private OfficialDocument frame(Reply reply, String act, String matter) {
    OfficialBody from = new OfficialBody(province.government(), OfficialBody.Role.GOVERNMENT, province.code(), List.of(STATE), null);
    OfficialBody to = new OfficialBody(reply.government(), OfficialBody.Role.GOVERNMENT, reply.government(),
        List.of(province.code(), STATE), null);
    OfficialKind kind = Correspondence.kind(from, to, Correspondence.Purpose.ANSWER_REQUEST);
    return new OfficialDocument(kind, from.title(), province.governmentOffice(), reply.number(), "",
        title(from.title(), act, reply.office(), matter, kind), to.title(), reply.date(), reply.attachments(), reply.copyTo());
  }

  private static Map<String, Object> approval(Approval approval) {
    Map<String, Object> content = new HashMap<>();
    content.put("staffEstablishment", approval.staffEstablishment());
    content.put("functionsListed", !approval.functions().isEmpty());
    content.put("functions", String.join("；", approval.functions().stream().map(OfficialDocuments::withoutFullStop).toList()));
    content.put("entitiesOwned", !approval.entities().isEmpty());
    content.put("entitiesNone", approval.entities().isEmpty());
    content.put("entities", String.join("、", approval.entities()));
    content.put("partedBy", approval.partedBy() == null ? "" : InWords.day(approval.partedBy()));
    content.put("special", approval.specialWork() != null);
    content.put("specialWork", approval.specialWork() == null ? "" : approval.specialWork().strip().replaceFirst("专项工作$", ""));
    content.put("specialWorkEnd", approval.specialWorkEnd() == null ? "" : InWords.day(approval.specialWorkEnd()));
    content.put("furtherConditions", paragraphs(approval.furtherConditions()));
    return content;
  }

  private static List<Map<String, String>> paragraphs(List<String> sentences) {
    return sentences.stream().map(sentence -> Map.of("text", withoutFullStop(withoutNumber(sentence)) + "。")).toList();
  }

  private static Map<String, Object> refusal(Refusal refusal) {
    Map<String, Object> content = new HashMap<>();
    content.put("reasoned", refusal.reason() != null && !refusal.reason().isBlank());
    content.put("reason", refusal.reason() == null ? "" : withoutFullStop(refusal.reason()));
    content.put("dated", refusal.woundUpBy() != null);
    content.put("woundUpBy", refusal.woundUpBy() == null ? "" : InWords.day(refusal.woundUpBy()));
    return content;
  }

  /** How the reply addresses the government that asked: 你市, 你县, 你区. */
  private static String you(String government) {
    String place = government.replaceFirst("人民政府$", "");
    char level = place.charAt(place.length() - 1);
    return "市县区".indexOf(level) >= 0 ? "你" + level : "你单位";
  }

  /** The paragraphs are numbered by the template. */
  private static String withoutNumber(String text) {
    return text.strip().replaceFirst("^(?:[（(][一二三四五六七八九十\\d]{1,3}[)）]|[一二三四五六七八九十]{1,3}[、.．]|\\d{1,2}[、.．)）](?!\\d))\\s*", "");
  }

  /** Officials end what they type with or without a full stop; the template sets its own. */
  private static String withoutFullStop(String text) {
    return text.strip().replaceFirst("[。.；;]+$", "");
  }
}
