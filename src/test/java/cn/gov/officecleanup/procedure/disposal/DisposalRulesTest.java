package cn.gov.officecleanup.procedure.disposal;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.officecleanup.mechanism.ledger.DisposalMethod;
import cn.gov.officecleanup.mechanism.ledger.FrozenAsset;
import cn.gov.officecleanup.mechanism.register.AssetKind;
import cn.gov.officecleanup.testkit.EngineTest;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A1–A4: what the rule table provides for every kind of asset, method and value. */
@EngineTest
class DisposalRulesTest {

  @Autowired
  private DisposalRules rules;

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({"LAND, TRANSFER SALE EXCHANGE WRITE_OFF TAKE_BACK", "HOUSE, TRANSFER SALE EXCHANGE SCRAP WRITE_OFF TAKE_BACK DEMOLITION",
      "VEHICLE, TRANSFER SALE EXCHANGE SCRAP WRITE_OFF DONATION TAKE_BACK", "EQUIPMENT, TRANSFER SALE EXCHANGE SCRAP WRITE_OFF DONATION",
      "OTHER, TRANSFER SALE EXCHANGE SCRAP WRITE_OFF DONATION", "CASH, WRITE_OFF REMITTANCE",
      "EQUITY, TRANSFER SALE EXCHANGE WRITE_OFF LIQUIDATION", "INTANGIBLE, TRANSFER SALE EXCHANGE WRITE_OFF",
      "CLAIM, TRANSFER WRITE_OFF REMITTANCE", "DEBT, WRITE_OFF SETTLEMENT ASSUMPTION", "BORROWED, WRITE_OFF RETURN"})
  void eachKindHasItsLawfulMethods(AssetKind kind, String methods) {
    for (String value : new String[]{"0.00", "50000.00", "50000.01"}) {
      assertThat(Arrays.stream(DisposalMethod.values())
          .filter(method -> of(kind, value, method).allowed())
          .map(Enum::name)
          .collect(Collectors.joining(" "))).isEqualTo(methods);
    }
  }

  @Test
  void salesAndExchangesAloneAreAppraised() {
    for (AssetKind kind : new AssetKind[]{AssetKind.LAND, AssetKind.HOUSE, AssetKind.VEHICLE, AssetKind.EQUIPMENT, AssetKind.OTHER,
        AssetKind.EQUITY, AssetKind.INTANGIBLE}) {
      assertThat(Arrays.stream(DisposalMethod.values()).filter(method -> of(kind, "1.00", method).appraisal()))
          .containsExactly(DisposalMethod.SALE, DisposalMethod.EXCHANGE);
    }
  }

  @ParameterizedTest
  @CsvSource({"LAND, 0.01, TRANSFER, true", "HOUSE, 0.01, SALE, true", "VEHICLE, 0.01, SCRAP, true", "EQUIPMENT, 50000.00, SALE, false",
      "EQUIPMENT, 50000.01, SALE, true", "OTHER, 50000.00, SCRAP, false", "OTHER, 50000.01, TRANSFER, true",
      "EQUIPMENT, 1.00, WRITE_OFF, true", "EQUIPMENT, 1.00, DONATION, true", "CASH, 1.00, REMITTANCE, true"})
  void financeApprovesPropertyAndWhatIsAboveTheLine(AssetKind kind, String value, DisposalMethod method, boolean finance) {
    assertThat(of(kind, value, method).finance()).isEqualTo(finance);
  }

  @Test
  void landHousesAndVehiclesAreOfferedToTheDepartmentOfGovernmentOffices() {
    for (AssetKind kind : AssetKind.values()) {
      boolean property = kind == AssetKind.LAND || kind == AssetKind.HOUSE || kind == AssetKind.VEHICLE;
      assertThat(Arrays.stream(DisposalMethod.values()).map(method -> of(kind, "1.00", method)).filter(DisposalRule::allowed))
          .as("%s, but for what is lost", kind)
          .filteredOn(rule -> !rule.proofs().contains(ProofKind.LOSS_PROOF))
          .allMatch(rule -> rule.affairs() == property);
    }
  }

  @Test
  void everyRuleSaysWhyAndByWhichRule() {
    for (AssetKind kind : AssetKind.values()) {
      for (DisposalMethod method : DisposalMethod.values()) {
        DisposalRule rule = of(kind, "1.00", method);
        assertThat(rule.reason()).endsWith("。");
        assertThat(rule.clause()).matches("[AC]\\d+(、[AC]\\d+)*");
        assertThat(rule.allowed() || rule.proofs().isEmpty()).isTrue();
      }
    }
  }

  private DisposalRule of(AssetKind kind, String value, DisposalMethod method) {
    return rules.of(
        new FrozenAsset(1, "CX-2015-0001", 1, "A-01", kind, "资产", new BigDecimal(value), FrozenAsset.Origin.REGISTER, false, null), method);
  }
}
