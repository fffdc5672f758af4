package cn.gov.officecleanup.procedure.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.gov.officecleanup.mechanism.casefile.CaseFile;
import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.casefile.CaseFindings;
import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.mechanism.register.BusinessEntity;
import cn.gov.officecleanup.mechanism.register.BusinessEntityKind;
import cn.gov.officecleanup.mechanism.register.Disposition;
import cn.gov.officecleanup.mechanism.register.DispositionResult;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeDispositions;
import cn.gov.officecleanup.mechanism.register.OfficeEntry;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.mechanism.register.OfficeStatus;
import cn.gov.officecleanup.mechanism.register.Outcome;
import cn.gov.officecleanup.mechanism.register.SenderKind;
import cn.gov.officecleanup.mechanism.register.WorkKind;
import cn.gov.officecleanup.procedure.application.Application;
import cn.gov.officecleanup.procedure.application.ApplicationRules;
import cn.gov.officecleanup.procedure.application.Applications;
import cn.gov.officecleanup.procedure.application.SampleApplication;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The checks that only a retention application undergoes, each at its limits. Today is 1 September 2015. */
class RetentionChecksTest {

  private static final long OFFICE = 7;
  private static final OffsetDateTime NOW = OffsetDateTime.parse("2015-09-01T09:00:00+08:00");

  private final Clock clock = Clock.fixed(NOW.toInstant(), ZoneId.of("Asia/Shanghai"));
  private final CaseFindings findings = mock(CaseFindings.class);
  private final Applications applications = mock(Applications.class);
  private final OfficeRegister register = mock(OfficeRegister.class);
  private final CaseFiles cases = mock(CaseFiles.class);

  @Nested
  class HotelsParted {

    @Test
    void anOfficeWithoutHotelsPasses() {
      assertThat(check()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2015-09-01,", "2010-01-01,", ",2015-09-01", ",2016-03-01"})
    void partedByTodayOrPromisedWithinSixMonthsPasses(LocalDate partedOn, LocalDate partBy) {
      assertThat(check(hotel(partedOn, partBy))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({",,NOT_PARTED", ",2015-08-31,PROMISE_OUT_OF_RANGE", ",2016-03-02,PROMISE_OUT_OF_RANGE"})
    void anythingElseIsFound(LocalDate partedOn, LocalDate partBy, String code) {
      assertThat(check(hotel(partedOn, partBy))).extracting(Finding::code).containsExactly(code);
    }

    @Test
    void noneThatTheRegisterKnowsIsLeftOut() {
      when(register.businessEntitiesOf(OFFICE)).thenReturn(List.of(hotel(null, null)));
      assertThat(check()).extracting(Finding::code).containsExactly("ENTITY_NOT_STATED");
      assertThat(check(hotel(LocalDate.of(2015, 1, 1), null))).isEmpty();
    }

    private List<Finding> check(BusinessEntity... stated) {
      hasCase(SampleApplication.sound());
      when(applications.entitiesOf("案")).thenReturn(List.of(stated));
      return new HotelsPartedFrom(findings, cases, applications, register, new ApplicationRules(20, 50, 6), clock).check("案");
    }

    private static BusinessEntity hotel(LocalDate partedOn, LocalDate partBy) {
      return new BusinessEntity("牡丹宾馆", BusinessEntityKind.HOTEL, partedOn, partBy);
    }
  }

  @Nested
  class InTime {

    private static final OffsetDateTime DEADLINE = OffsetDateTime.parse("2015-08-31T23:59:59+08:00");

    @Test
    void theLastSecondIsInTimeAndTheNextIsNot() {
      assertThat(check(DEADLINE, DEADLINE)).isEmpty();
      assertThat(check(DEADLINE, DEADLINE.plusSeconds(1))).extracting(Finding::clause).containsExactly("本产品规定");
    }

    @Test
    void aCorrectionDoesNotMakeLateWhatFirstCameInTime() {
      assertThat(check(DEADLINE, DEADLINE.minusDays(3))).isEmpty();
    }

    @Test
    void whatWasNeverHandedInIsMeasuredByNow() {
      assertThat(check(DEADLINE, null)).hasSize(1);
      assertThat(check(NOW.plusSeconds(1), null)).isEmpty();
    }

    @Test
    void withoutADeadlineNothingIsLate() {
      assertThat(check(null, NOW)).isEmpty();
    }

    private List<Finding> check(OffsetDateTime deadline, OffsetDateTime handedIn) {
      hasCase(SampleApplication.handedIn(deadline, handedIn));
      return new WithinDeadline(findings, applications, clock).check("案");
    }
  }

  @Nested
  class Eligible {

    private final OfficeDispositions dispositions = mock(OfficeDispositions.class);

    @ParameterizedTest
    @EnumSource(Disposition.class)
    void onlyWhatThePlanLetsApplyMayApply(Disposition disposition) {
      List<Finding> found = check(disposition, OfficeStatus.REGISTERED);
      if (disposition == Disposition.MAY_APPLY_FOR_RETENTION) {
        assertThat(found).isEmpty();
      } else {
        assertThat(found).containsExactly(new Finding("NOT_ELIGIBLE", "“某办事处”的处置为“%s”，不能申请保留：理由。".formatted(disposition.label()), "C9"));
      }
    }

    @ParameterizedTest
    @EnumSource(value = OfficeStatus.class, mode = EnumSource.Mode.EXCLUDE, names = "REGISTERED")
    void whatTheRegisterHasDecidedIsNotAppliedForAgain(OfficeStatus status) {
      assertThat(check(Disposition.MAY_APPLY_FOR_RETENTION, status)).extracting(Finding::code).containsExactly("ALREADY_DECIDED");
    }

    private List<Finding> check(Disposition disposition, OfficeStatus status) {
      Office office = new Office(OFFICE, new OfficeEntry("豫驻0001", "某办事处", "410300", SenderKind.GOVERNMENT, null, "410100", "郑州市",
          WorkKind.GENERAL, null, null, 6, null, true), new Outcome(status, NOW, null, null, false, null, null, null, null, null));
      hasCase(SampleApplication.sound());
      when(register.get(OFFICE)).thenReturn(office);
      when(dispositions.of(office)).thenReturn(new DispositionResult(disposition, "C9", "理由。"));
      return new EligibleByDisposition(findings, cases, register, dispositions).check("案");
    }
  }

  private void hasCase(Application application) {
    when(applications.get("案")).thenReturn(application);
    when(cases.get("案"))
        .thenReturn(new CaseFile("案", "retention-application", "保留申请", "410300", OFFICE, null, "gov410300", NOW, null, null, null, false));
  }
}
