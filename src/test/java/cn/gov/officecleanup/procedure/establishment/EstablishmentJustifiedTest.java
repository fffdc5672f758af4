package cn.gov.officecleanup.procedure.establishment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.gov.officecleanup.mechanism.casefile.CaseFile;
import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.casefile.CaseFindings;
import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.mechanism.register.Government;
import cn.gov.officecleanup.mechanism.register.GovernmentLevel;
import cn.gov.officecleanup.mechanism.register.Governments;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeEntry;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.mechanism.register.OfficeStatus;
import cn.gov.officecleanup.mechanism.register.Outcome;
import cn.gov.officecleanup.mechanism.register.SenderKind;
import cn.gov.officecleanup.mechanism.register.WorkKind;
import cn.gov.officecleanup.procedure.application.Applications;
import cn.gov.officecleanup.procedure.application.SampleApplication;
import cn.gov.officecleanup.testkit.Henan;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** C1, C4, C5, C8: a new office is justified, or not. Today is 1 September 2015. */
class EstablishmentJustifiedTest {

  private static final OffsetDateTime NOW = OffsetDateTime.parse("2015-09-01T09:00:00+08:00");
  private static final String ZHENGZHOU = "410100";
  private static final String WUHAN = "420100";

  private final Applications applications = mock(Applications.class);
  private final OfficeRegister register = mock(OfficeRegister.class);

  @Test
  void aCitysFirstOfficeInAPlacePasses() {
    assertThat(check(GovernmentLevel.CITY, ZHENGZHOU, WorkKind.GENERAL, null)).isEmpty();
  }

  @Test
  void aCountySetsUpNoneInZhengzhouButMayOutside() {
    assertThat(check(GovernmentLevel.COUNTY, ZHENGZHOU, WorkKind.GENERAL, null)).extracting(Finding::clause).containsExactly("C1");
    assertThat(check(GovernmentLevel.COUNTY, WUHAN, WorkKind.GENERAL, null)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(OfficeStatus.class)
  void aSecondOneInTheSameCityIsRefusedWhileTheFirstStands(OfficeStatus status) {
    when(register.officesOf("410300")).thenReturn(List.of(officeIn(WUHAN, status)));
    assertThat(check(GovernmentLevel.CITY, WUHAN, WorkKind.GENERAL, null)).hasSize(status.standing() ? 1 : 0);
    assertThat(check(GovernmentLevel.CITY, ZHENGZHOU, WorkKind.GENERAL, null)).isEmpty();
  }

  @Test
  void specialWorkEndsAfterToday() {
    assertThat(check(GovernmentLevel.CITY, WUHAN, WorkKind.SPECIAL_WORK, LocalDate.of(2015, 9, 2))).isEmpty();
    assertThat(check(GovernmentLevel.CITY, WUHAN, WorkKind.SPECIAL_WORK, LocalDate.of(2015, 9, 1))).extracting(Finding::clause)
        .containsExactly("C4");
    assertThat(check(GovernmentLevel.CITY, WUHAN, WorkKind.SPECIAL_WORK, null)).hasSize(1);
  }

  /** Beijing has rules of its own, Luoyang and Hami are no capitals; Qingdao is a plan-listed city, Zhuhai a special zone. */
  @Test
  void noneIsSetUpWhereThePlanDoesNotReach() {
    for (String beyond : List.of("110000", "110105", "410300", "650500")) {
      assertThat(check(GovernmentLevel.CITY, beyond, WorkKind.GENERAL, null)).as(beyond).extracting(Finding::code).contains("OUTSIDE_PLAN");
    }
    for (String within : List.of(ZHENGZHOU, "410181", "310115", "370200", "440400")) {
      assertThat(check(GovernmentLevel.CITY, within, WorkKind.GENERAL, null)).as(within).isEmpty();
    }
  }

  private List<Finding> check(GovernmentLevel level, String hostCityCode, WorkKind kind, LocalDate end) {
    CaseFiles cases = mock(CaseFiles.class);
    Governments governments = mock(Governments.class);
    when(cases.get("案"))
        .thenReturn(new CaseFile("案", "office-establishment", "设立申请", "410300", null, null, "gov410300", NOW, null, null, null, false));
    when(governments.get("410300")).thenReturn(new Government("410300", "洛阳市", level, "410000", false));
    when(applications.get("案")).thenReturn(SampleApplication.in(hostCityCode, kind, end));
    return new EstablishmentJustified(mock(CaseFindings.class), cases, applications, register, governments, Henan.PROVINCE,
        Henan.PLAN_CITIES, Clock.fixed(NOW.toInstant(), ZoneId.of("Asia/Shanghai"))).check("案");
  }

  private static Office officeIn(String hostCityCode, OfficeStatus status) {
    return new Office(1, new OfficeEntry("豫驻0001", "某办事处", "410300", SenderKind.GOVERNMENT, null, hostCityCode, "某市", WorkKind.GENERAL,
        null, null, 6, null, true), new Outcome(status, NOW, null, null, false, null, null, null, null, null));
  }
}
