package cn.gov.officecleanup.procedure.decoupling;

import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.document.CaseDocuments;
import cn.gov.officecleanup.mechanism.document.DocumentNumbers;
import cn.gov.officecleanup.mechanism.document.NewDocument;
import cn.gov.officecleanup.mechanism.document.OfficialBody;
import cn.gov.officecleanup.mechanism.document.OfficialDocumentProperties;
import cn.gov.officecleanup.mechanism.document.OfficialDocuments;
import cn.gov.officecleanup.mechanism.document.OfficialTemplate;
import cn.gov.officecleanup.mechanism.document.Parting;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.ledger.AssetLedger;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.mechanism.register.OfficialBodies;
import cn.gov.officecleanup.mechanism.text.InWords;
import cn.gov.officecleanup.procedure.decoupling.Decoupling.StrandState;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.lang3.math.NumberUtils;
import org.springframework.stereotype.Component;

/**
 * The documents of a parting (C17): the office asks its government for approval and reports to it, the government answers, and asks the
 * bureau to verify. An office that has ended writes nothing and is answered nothing; its government approves inside.
 */
@Component
public class DecouplingPapers {

  /** what the request says of the plan, by the fields of its form */
  private static final List<String> PLANNED = List.of("partingWay", "transferee", "legalForm", "creditCode", "unregisteredReason", "share",
      "netAssets", "liabilities", "employees", "settlements", "requestSigner");

  private final Decouplings decouplings;
  private final UsedAssets used;
  private final PartingDays days;
  private final AssetLedger ledger;
  private final CaseFiles cases;
  private final OfficeRegister register;
  private final OfficialBodies bodies;
  private final DocumentNumbers numbers;
  private final OfficialDocuments documents;
  private final OfficialDocumentProperties properties;
  private final CaseDocuments filed;
  private final Clock clock;

  DecouplingPapers(Decouplings decouplings, UsedAssets used, PartingDays days, AssetLedger ledger, CaseFiles cases, OfficeRegister register,
      OfficialBodies bodies, DocumentNumbers numbers, OfficialDocuments documents, OfficialDocumentProperties properties,
      CaseDocuments filed, Clock clock) {
    this.decouplings = decouplings;
    this.used = used;
    this.days = days;
    this.ledger = ledger;
    this.cases = cases;
    this.register = register;
    this.bodies = bodies;
    this.numbers = numbers;
    this.documents = documents;
    this.properties = properties;
    this.filed = filed;
    this.clock = clock;
  }

  /** Files the office's request, which is new each time a plan is handed in; the model asks for this. */
  public void issueRequest(String caseNumber) {
    String number = office(caseNumber).map(office -> numbers.issue(caseNumber, office, today().getYear())).orElse(null);
    if (number != null) {
      file(caseNumber, OfficialTemplate.DECOUPLING_REQUEST, number, request(caseNumber, Map.of(), number),
          office(caseNumber).orElseThrow());
    }
    decouplings.requested(caseNumber, number);
  }

  /** Files the government's answer to the office's request; the model asks for this. */
  public void issueReply(String caseNumber) {
    replying(caseNumber).ifPresent(government -> {
      String number = numbers.issue(caseNumber, government, today().getYear());
      file(caseNumber, OfficialTemplate.DECOUPLING_REPLY, number, reply(caseNumber, number), government);
      decouplings.replied(caseNumber, number);
    });
  }

  /** Files the office's report that it has parted; the model asks for this. */
  public void issueReport(String caseNumber) {
    office(caseNumber).ifPresent(office -> {
      String number = numbers.issue(caseNumber, office, today().getYear());
      file(caseNumber, OfficialTemplate.DECOUPLING_REPORT, number, report(caseNumber, Map.of(), number), office);
    });
  }

  /** Files the letter by which the government asks the bureau to verify; the model asks for this. */
  public void issueLetter(String caseNumber) {
    String issuer = writer(caseNumber).title();
    String number = numbers.issue(caseNumber, issuer, today().getYear());
    file(caseNumber, OfficialTemplate.DECOUPLING_LETTER, number, letter(caseNumber, number), issuer);
  }

  /** @return full name of the office that writes; empty where it has ended */
  Optional<String> office(String caseNumber) {
    return decouplings.officeWrites(caseNumber) ? Optional.of(register.get(decouplings.get(caseNumber).officeId()).name())
        : Optional.empty();
  }

  /** @return full title of the government that answers the request; empty where there is none to answer */
  Optional<String> replying(String caseNumber) {
    return Optional.ofNullable(decouplings.get(caseNumber).requestNumber()).map(request -> government(caseNumber));
  }

  /** @return the body that asks the bureau to verify */
  OfficialBody writer(String caseNumber) {
    return bodies.writingToBureau(cases.get(caseNumber).governmentCode());
  }

  /**
   * @param typed what is filled into the plan and not handed in yet, by field
   * @return .docx: the request as it would be issued
   */
  byte[] draftRequest(String caseNumber, Map<String, String> typed) {
    return request(caseNumber, typed, unnumbered(office(caseNumber).orElseThrow(DecouplingPapers::nobodyWrites)));
  }

  /** @return .docx: the answer as it would be issued */
  byte[] draftReply(String caseNumber) {
    return reply(caseNumber, unnumbered(replying(caseNumber).orElseThrow(DecouplingPapers::nobodyWrites)));
  }

  /** @return .docx: the report as it would be issued, with what is typed */
  byte[] draftReport(String caseNumber, Map<String, String> typed) {
    return report(caseNumber, typed, unnumbered(office(caseNumber).orElseThrow(DecouplingPapers::nobodyWrites)));
  }

  /** @return .docx: the letter as it would be issued */
  byte[] draftLetter(String caseNumber) {
    return letter(caseNumber, unnumbered(writer(caseNumber).title()));
  }

  private static RefusedException nobodyWrites() {
    return new RefusedException("NO_DOCUMENT", "办事机构已经撤销、并入，或者没有报送请示，方案由派出地政府内部审批，不制发该公文，没有可以预览的。", "GB/T 9704");
  }

  private String unnumbered(String body) {
    return numbers.draft(body, today().getYear());
  }

  private void file(String caseNumber, OfficialTemplate template, String number, byte[] docx, String issuer) {
    filed.store(new NewDocument(caseNumber, cases.get(caseNumber).governmentCode(), template.name(),
        "%s %s.docx".formatted(number, template.label()), docx, CaseFiles.SYSTEM).issuedBy(issuer));
  }

  private byte[] request(String caseNumber, Map<String, String> typed, String number) {
    Decoupling decoupling = decouplings.get(caseNumber);
    Map<String, String> said = new HashMap<>();
    decouplings.values(decoupling, PLANNED).forEach((field, value) -> said.put(field, value.toString()));
    PLANNED.stream().filter(field -> typed.get(field) != null).forEach(field -> said.put(field, typed.get(field)));
    String way = said.getOrDefault("partingWay", "");
    Parting parting = parting(decoupling,
        Stream.of(PartingWay.values()).filter(known -> known.name().equals(way)).map(PartingWay::label).findFirst().orElse("　　"),
        PartingWay.TRANSFER_TO_REGULATOR.name().equals(way) ? said.getOrDefault("transferee", "　　") : null,
        typed.get(DecouplingAssets.TABLE) != null ? DecouplingAssets.inUse(typed.get(DecouplingAssets.TABLE)) : assetsInUse(caseNumber));
    return documents.decouplingRequest(new Parting.Request(number, said.getOrDefault("requestSigner", ""), today(), parting,
        decoupling.entityKind().label(), registration(said), said.getOrDefault("share", ""), amount(said.get("netAssets")),
        amount(said.get("liabilities")), NumberUtils.toInt(said.get("employees")), said.getOrDefault("settlements", "")));
  }

  private static String registration(Map<String, String> said) {
    return switch (said.getOrDefault("legalForm", "")) {
      case "UNREGISTERED" -> "没有登记（%s）".formatted(withoutFullStop(said.getOrDefault("unregisteredReason", "")));
      case "BRANCH" -> "登记为分支机构（统一社会信用代码%s）".formatted(said.getOrDefault("creditCode", ""));
      case "ENTERPRISE" -> "登记为非公司企业（统一社会信用代码%s）".formatted(said.getOrDefault("creditCode", ""));
      default -> "登记为公司（统一社会信用代码%s）".formatted(said.getOrDefault("creditCode", ""));
    };
  }

  /** What is typed and no number yet is refused when it is handed in. */
  private static BigDecimal amount(String typed) {
    return NumberUtils.isParsable(typed) ? new BigDecimal(typed) : BigDecimal.ZERO;
  }

  private byte[] reply(String caseNumber, String number) {
    Decoupling decoupling = decouplings.get(caseNumber);
    return documents.decouplingReply(new Parting.Reply(number, today(), parting(decoupling),
        new Parting.Named("关于与%s脱钩方案的请示".formatted(decoupling.entityName()), decoupling.requestNumber()),
        properties.copiesOf(OfficialTemplate.DECOUPLING_REPLY)));
  }

  private byte[] report(String caseNumber, Map<String, String> typed, String number) {
    Decoupling decoupling = decouplings.get(caseNumber);
    Parting.Named reply = decoupling.replyNumber() == null ? null
        : new Parting.Named("关于同意与%s脱钩方案的批复".formatted(decoupling.entityName()), decoupling.replyNumber());
    return documents.decouplingReport(
        new Parting.Report(number, Objects.toString(typed.getOrDefault("reportSigner", decoupling.reportSigner()), ""), today(),
            parting(decoupling), reply, completion(decoupling, typed.getOrDefault("completionNote", decoupling.completionNote()))));
  }

  private byte[] letter(String caseNumber, String number) {
    Decoupling decoupling = decouplings.get(caseNumber);
    return documents.decouplingLetter(new Parting.Letter(number, today(), writer(caseNumber), bodies.bureau(), parting(decoupling),
        completion(decoupling, decoupling.completionNote()), properties.copiesOf(OfficialTemplate.DECOUPLING_LETTER)));
  }

  private Parting parting(Decoupling decoupling) {
    return parting(decoupling, decoupling.partingWay().label(), decoupling.transferee(), assetsInUse(decoupling.caseNumber()));
  }

  private Parting parting(Decoupling decoupling, String way, String transferee, int assets) {
    return new Parting(register.get(decoupling.officeId()).name(), government(decoupling.caseNumber()), decoupling.entityName(), way,
        transferee, days.extendedTo(decoupling.caseNumber()).orElse(decoupling.partBy()), assets);
  }

  private int assetsInUse(String caseNumber) {
    return used.numbersInUse(caseNumber).size();
  }

  private Parting.Completion completion(Decoupling decoupling, String note) {
    return new Parting.Completion(
        strand(decoupling.peopleState(), decoupling.peopleReason(), decoupling.peopleDoneOn(),
            "职工%d名全部安置，没有公务员兼职、取酬".formatted(decoupling.employees())),
        strand(decoupling.accountsState(), decoupling.accountsReason(), decoupling.accountsDoneOn(), "往来款已经结清，没有尚未解除的担保"),
        strand(decoupling.assetsState(), decoupling.assetsReason(), decoupling.assetsDoneOn(), assets(decoupling)),
        strand(decoupling.functionsState(), decoupling.functionsReason(), decoupling.functionsDoneOn(),
            decoupling.registration() == null ? "" : decoupling.registration().label()),
        decoupling.partedOn(), days.punctuality(decoupling).map("%s脱钩"::formatted).orElse(null),
        note == null || note.isBlank() ? null : note);
  }

  private static String strand(StrandState state, String reason, LocalDate doneOn, String words) {
    return state == StrandState.NOT_APPLICABLE ? "没有须办理的事项（%s）".formatted(withoutFullStop(reason))
        : "于%s办结，%s".formatted(InWords.day(doneOn), words);
  }

  private String assets(Decoupling decoupling) {
    int disposed = ledger.assetsOf(decoupling.caseNumber()).size();
    String own = disposed == 0 ? "没有须随脱钩处置的办事机构资产" : "实体使用的办事机构资产%d项处置完毕".formatted(disposed);
    return decoupling.partingWay() != PartingWay.SALE ? own
        : "%s；实体以%s公开转让给%s".formatted(own, InWords.yuan(decoupling.salePrice()), decoupling.buyer());
  }

  private String government(String caseNumber) {
    return bodies.government(cases.get(caseNumber).governmentCode()).title();
  }

  private static String withoutFullStop(String words) {
    return words.strip().replaceFirst("[。.；;]+$", "");
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }
}
