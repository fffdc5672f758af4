package cn.gov.officecleanup.mechanism.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.testkit.Henan;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.annotation.Transactional;

@SpringJUnitConfig(RegisterTestDatabase.class)
@Transactional
class OfficeRegisterTest {

  static OfficeEntry entry(String registerNumber, String governmentCode) {
    return new OfficeEntry(registerNumber, "洛阳市人民政府驻郑州办事处", governmentCode, SenderKind.GOVERNMENT, null, "410100", "郑州市", WorkKind.GENERAL,
        null, "洛政文〔1988〕12号", 12, "政务联络", true);
  }

  @Autowired
  private OfficeRegister register;
  @Autowired
  private Governments governments;

  @Test
  void anEnteredOfficeIsFoundAsItWasEntered() {
    OfficeEntry entry = entry("豫驻0001", "410300");
    Office office = register.enter(entry);

    assertThat(register.get("豫驻0001")).isEqualTo(office);
    assertThat(register.findById(office.id())).contains(office);
    assertThat(office.entry()).isEqualTo(entry);
    assertThat(office.status()).isEqualTo(OfficeStatus.REGISTERED);
    assertThat(register.officesOf("410300")).containsExactly(office);
    assertThat(register.officesOf("410700")).isEmpty();
  }

  @Test
  void aRegisterNumberIsGivenOnce() {
    register.enter(entry("豫驻0001", "410300"));
    assertThatThrownBy(() -> register.enter(entry("豫驻0001", "410200"))).isInstanceOf(RefusedException.class).hasMessageContaining("豫驻0001");
    assertThat(register.nextRegisterNumber()).isEqualTo("豫驻0002");
    assertThat(register.nextRegisterNumber()).as("asked for again before that one is entered").isEqualTo("豫驻0003");
  }

  @Test
  void aDatedRetentionIsRecordedWithItsDocumentAndRemembered() {
    long id = register.enter(entry("豫驻0001", "410300")).id();
    register.retain(id, "豫政文〔2015〕101号", "与所属宾馆脱钩", LocalDate.of(2016, 12, 31), "C3", "经省政府批准保留。");
    register.retain(id, "豫政文〔2015〕101号", "与所属宾馆脱钩", LocalDate.of(2016, 12, 31), "C3", "经省政府批准保留。");

    Outcome outcome = register.get("豫驻0001").outcome();
    assertThat(outcome.status()).isEqualTo(OfficeStatus.RETAINED);
    assertThat(outcome.retentionDocument()).isEqualTo("豫政文〔2015〕101号");
    assertThat(outcome.retainedUntil()).isEqualTo(LocalDate.of(2016, 12, 31));
    assertThat(register.historyOf(id)).extracting(StatusChange::to).containsExactly(OfficeStatus.REGISTERED, OfficeStatus.RETAINED);
  }

  @Test
  void anOfficeToBeAbolishedIsAbolishedAndNeverRetainedAgain() {
    long id = register.enter(entry("豫驻0001", "410300")).id();
    register.markToBeAbolished(id, "C1", "县级政府驻郑州办事机构应予撤销。");
    assertThatThrownBy(() -> register.retain(id, "x", null, null, "C3", "x")).isInstanceOf(RefusedException.class)
        .hasMessageContaining("应予撤销")
        .hasMessageContaining("保留");
    register.abolish(id, "洛政文〔2015〕7号", "C6", "资产处置和人员安置完毕。");
    assertThatThrownBy(() -> register.markToBeAbolished(id, "C15", "x")).isInstanceOf(RefusedException.class);
    assertThat(register.get("豫驻0001").outcome().abolitionDocument()).isEqualTo("洛政文〔2015〕7号");
  }

  @Test
  void anOfficeIsAbolishedOnlyAfterThatWasDecided() {
    long id = register.enter(entry("豫驻0001", "410300")).id();
    assertThatThrownBy(() -> register.abolish(id, "x", "C6", "x")).isInstanceOf(RefusedException.class);
  }

  @Test
  void officesAreMergedWithinOneGovernmentOnly() {
    long from = register.enter(entry("豫驻0001", "410300")).id();
    long foreign = register.enter(entry("豫驻0002", "410700")).id();
    long into = register.enter(entry("豫驻0003", "410300")).id();
    assertThatThrownBy(() -> register.merge(from, foreign, "C8", "x")).isInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> register.merge(from, from, "C8", "x")).isInstanceOf(RefusedException.class);
    register.merge(from, into, "C8", "同一城市保留一个办事机构。");
    assertThat(register.get("豫驻0001").outcome().mergedInto()).isEqualTo(into);
    assertThatThrownBy(() -> register.merge(into, from, "C8", "x")).isInstanceOf(RefusedException.class);
  }

  @ParameterizedTest
  @EnumSource
  void finalStatusesAreFinal(OfficeStatus next) {
    assertThat(OfficeStatus.ABOLISHED.mayBecome(next)).isFalse();
    assertThat(OfficeStatus.MERGED.mayBecome(next)).isFalse();
    assertThat(next.mayBecome(next)).isFalse();
  }

  @Test
  void theFiguresAreCountedFromTheRegister() {
    register.retain(register.enter(entry("豫驻0001", "410300")).id(), "x", null, null, "C3", "x");
    register.markToBeAbolished(register.enter(entry("豫驻0002", "410324")).id(), "C1", "x");
    register.enter(entry("豫驻0003", "410324"));
    register.establish(entry("豫驻0004", "410300"), "豫政文〔2015〕1号", null);
    register.enter(entry("豫驻0005", "410181"));

    List<String> luoyang = governments.locality("410300").stream().map(Government::code).toList();
    assertThat(register.figures(luoyang)).isEqualTo(new RegisterFigures(3, 1, 1, 0, 1, 0, 1, 3));
    assertThat(RegisterFigures.of(register.counts()).before()).isEqualTo(4);
    // 巩义 is province-administered: it answers for itself, not through Zhengzhou
    assertThat(governments.locality("410100")).extracting(Government::code).doesNotContain("410181");
    assertThat(governments.locality("410181")).extracting(Government::code).containsExactly("410181");
  }

  @Test
  void assetsAndBusinessEntitiesAreReplacedByTheirKey() {
    long id = register.enter(entry("豫驻0001", "410300")).id();
    register.putAsset(id, new OfficeAsset("F-1", AssetKind.HOUSE, "办公楼", new BigDecimal("100")));
    register.putAsset(id, new OfficeAsset("F-1", AssetKind.HOUSE, "办公楼", new BigDecimal("120.50")));
    register.putBusinessEntity(id, new BusinessEntity("牡丹宾馆", BusinessEntityKind.HOTEL, null, null));
    register.putBusinessEntity(id, new BusinessEntity("牡丹宾馆", BusinessEntityKind.HOTEL, null, LocalDate.of(2015, 10, 31)));

    assertThat(register.assetsOf(id)).containsExactly(new OfficeAsset("F-1", AssetKind.HOUSE, "办公楼", new BigDecimal("120.50")));
    assertThat(register.businessEntitiesOf(id))
        .containsExactly(new BusinessEntity("牡丹宾馆", BusinessEntityKind.HOTEL, null, LocalDate.of(2015, 10, 31)));
  }

  @Test
  void theGovernmentsAreTheArticlesOnes() {
    assertThat(governments.all().stream().filter(government -> government.level() == GovernmentLevel.CITY)).hasSize(18);
    assertThat(governments.all().stream().filter(Government::provinceAdministered)).hasSize(10)
        .allMatch(government -> government.level() == GovernmentLevel.COUNTY && government.superiorCode().equals(Henan.PROVINCE.code()));
    assertThat(governments.get("410324").superiorCode()).isEqualTo("410300");
    assertThat(governments.get(Henan.PROVINCE.code()).superiorCode()).isNull();
    assertThatThrownBy(() -> governments.get("999999")).isInstanceOf(RefusedException.class);
  }
}
