package cn.gov.officecleanup.procedure.rotation;

import cn.gov.officecleanup.mechanism.casefile.CaseFile;
import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.casefile.CaseFindings;
import cn.gov.officecleanup.mechanism.casefile.Check;
import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.mechanism.text.InWords;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** C13: a term is extended once and not beyond what the rules leave open; a successor is another, unrelated, lawfully posted person. */
@Component
class RotationLawful extends Check {

  private static final String CLAUSE = "C13";

  private final CaseFiles cases;
  private final Postings postings;
  private final Rotations rotations;
  private final PostingRules rules;
  private final TermOfOffice terms;
  private final OfficeAccounts accounts;
  private final OfficeRegister register;

  RotationLawful(CaseFindings findings, CaseFiles cases, Postings postings, Rotations rotations, PostingRules rules, TermOfOffice terms,
      OfficeAccounts accounts, OfficeRegister register) {
    super(findings);
    this.cases = cases;
    this.postings = postings;
    this.rotations = rotations;
    this.rules = rules;
    this.terms = terms;
    this.accounts = accounts;
    this.register = register;
  }

  @Override
  public List<Finding> check(String caseNumber) {
    CaseFile file = cases.get(caseNumber);
    Rotation rotation = rotations.get(caseNumber);
    Posting posting = postings.get(rotation.postingCase());
    return switch (rotation.proposal()) {
      case EXTEND -> extension(posting, file);
      case EXCHANGE -> exchange(rotation, posting, file);
      case ROTATE -> succession(rotation, posting, file);
    };
  }

  private List<Finding> extension(Posting posting, CaseFile file) {
    List<Posting> earlier = postings.earlier(posting.personNumber(), file.officeId());
    LocalDate most = terms.atMost(posting, earlier);
    if (posting.endedOn() != null) {
      return List.of(new Finding("LEFT_ALREADY", "该同志已经离任，不能延期，请提出继任人选。", CLAUSE));
    }
    if (posting.extended()) {
      return List.of(new Finding("EXTENDED_ALREADY", "该同志的任期已经延长过一次，不能再延期，请提出继任人选。", CLAUSE));
    }
    return terms.lastDay(posting, earlier, true).isAfter(most)
        ? List.of(new Finding("TOO_LONG", "“%s”最长任职至%s，不能延期，请提出继任人选。".formatted(posting.duty().label(), InWords.day(most)), CLAUSE))
        : List.of();
  }

  /** Both last, rotate, and are in different standing offices; each may be posted where the other is. */
  private List<Finding> exchange(Rotation rotation, Posting posting, CaseFile file) {
    List<Finding> findings = new ArrayList<>();
    Posting other = postings.get(rotation.exchangeWith());
    CaseFile otherFile = cases.get(other.caseNumber());
    if (posting.endedOn() != null || other.endedOn() != null) {
      findings.add(new Finding("LEFT_ALREADY", "互换的两人中有人已经离任，不能互换，请改为“轮换，提出继任人选”。", CLAUSE));
    }
    if (!other.rotates()) {
      findings.add(new Finding("DOES_NOT_ROTATE", "%s不实行定期轮换，不能互换，请另选。".formatted(other.status().label()), CLAUSE));
    }
    if (otherFile.officeId().equals(file.officeId())) {
      findings.add(new Finding("SAME_OFFICE", "在同一机构内互换岗位，任职年限连续计算，不是轮换，请选择另一机构的任职。", CLAUSE));
    }
    if (!register.isStanding(otherFile.officeId())) {
      findings.add(new Finding("OFFICE_ENDED", "对方所在的机构应予撤销、已撤销或者已整合，不能互换，请另选。", CLAUSE));
    }
    rotations.exchanging(other.caseNumber())
        .stream()
        .filter(another -> !another.equals(file.caseNumber()))
        .findFirst()
        .ifPresent(another -> findings.add(new Finding("EXCHANGED_ELSEWHERE", "对方的互换已在案件%s中办理，请另选。".formatted(another), CLAUSE)));
    unrelated(rotation, findings);
    List<String> leaving = List.of(posting.caseNumber(), other.caseNumber());
    findings.addAll(rules.against(other.personNumber(), other.status(), posting.duty(), file, leaving));
    findings.addAll(rules.against(posting.personNumber(), posting.status(), other.duty(), otherFile, leaving));
    return findings;
  }

  private static void unrelated(Rotation rotation, List<Finding> findings) {
    if (rotation.kinship() == Kinship.IN_LINE) {
      findings.add(new Finding("RELATED", "继任人选与本机构任职人员有应当回避的亲属关系，不得在同一机构担任有上下级关系的职务，也不得从事人事、财务等工作" + "（公务员法第七十四条），请另提人选。", CLAUSE));
    }
  }

  private List<Finding> succession(Rotation rotation, Posting posting, CaseFile file) {
    List<Finding> findings = new ArrayList<>();
    if (rotation.successorNumber().equals(posting.personNumber())) {
      findings.add(new Finding("SAME_PERSON", "继任人选与现任是同一人；确需继续任职的，请改为“延期一次”。", CLAUSE));
    }
    unrelated(rotation, findings);
    findings
        .addAll(rules.against(rotation.successorNumber(), rotation.successorKind(), posting.duty(), file, List.of(posting.caseNumber())));
    if (rotation.successorAccount() != null) {
      accounts.against(rotation.successorAccount(), posting.duty(), file.officeId()).ifPresent(findings::add);
    }
    return findings;
  }
}
