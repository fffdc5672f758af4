package cn.gov.officecleanup.procedure.disposal;

import cn.gov.officecleanup.mechanism.casefile.CaseFindings;
import cn.gov.officecleanup.mechanism.casefile.Check;
import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.mechanism.ledger.AssetLedger;
import cn.gov.officecleanup.mechanism.text.PersonName;
import cn.gov.officecleanup.procedure.placement.StaffList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * C7 (A9): who gets the asset, or stands behind the one who gets it, is not of the office's staff or one of their declared close relatives;
 * unless by public auction with disclosure. A name that is nearly one of theirs is explained.
 */
@Component
class PartnerUnrelated extends Check {

  private final Disposals disposals;
  private final AssetLedger ledger;
  private final StaffList staff;
  private final List<ConnectedPeople> others;

  PartnerUnrelated(CaseFindings findings, Disposals disposals, AssetLedger ledger, StaffList staff, List<ConnectedPeople> others) {
    super(findings);
    this.disposals = disposals;
    this.ledger = ledger;
    this.staff = staff;
    this.others = others;
  }

  @Override
  public List<Finding> check(String caseNumber) {
    Disposal disposal = disposals.get(caseNumber);
    Disposal.Execution execution = disposal.execution();
    String ledgerCase = ledger.get(disposal.assetId()).caseNumber();
    Set<String> connected = Stream
        .concat(staff.connectedNames(ledgerCase).stream(), others.stream().flatMap(people -> people.connectedNames(ledgerCase).stream()))
        .collect(Collectors.toSet());
    Set<String> buyers = Stream.of(execution.partner(), execution.representative())
        .flatMap(name -> PersonName.in(name).stream())
        .collect(Collectors.toSet());
    if (disposal.proposal().saleMode() == SaleMode.AUCTION && execution.disclosed()) {
      return List.of();
    }
    if (buyers.stream().anyMatch(connected::contains)) {
      return List.of(new Finding("PARTNER_RELATED", "受让人或者其法定代表人、实际控制人是该机构工作人员或者其申报的近亲属，不得受让；只有公开拍卖并如实披露的除外。请更换受让人。", "C7、A9"));
    }
    boolean near = buyers.stream().anyMatch(buyer -> connected.stream().anyMatch(name -> PersonName.near(buyer, name)));
    return near && disposal.partnerExplanation() == null
        ? List.of(new Finding("PARTNER_SIMILAR",
            "受让人或者其法定代表人、实际控制人的姓名与该机构工作人员或者其申报的近亲属只差一个字或者繁简写法。请核对身份证件：是同一人的，请更换受让人；不是同一人的，请在“受让人与机构人员姓名相近的说明”中写明核对情况后重新提交。", "C7、A9"))
        : List.of();
  }
}
