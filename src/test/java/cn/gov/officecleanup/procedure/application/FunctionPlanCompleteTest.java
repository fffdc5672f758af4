package cn.gov.officecleanup.procedure.application;

import static cn.gov.officecleanup.procedure.application.SampleApplication.PART;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.gov.officecleanup.mechanism.casefile.CaseFindings;
import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.procedure.application.Application.FunctionPlan;
import cn.gov.officecleanup.mechanism.register.WorkKind;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** C16 */
class FunctionPlanCompleteTest {

  private final Applications applications = mock(Applications.class);
  private final FunctionPlanComplete check = new FunctionPlanComplete(mock(CaseFindings.class), applications,
      new ApplicationRules(20, 50, 6));

  @Test
  void aPlanForAllThreeWithReceptionBelowTheLimitPasses() {
    assertThat(findings(new FunctionPlan(PART, PART, PART, 49))).isEmpty();
  }

  @Test
  void eachPartIsDemandedInItsLeastLength() {
    String short19 = PART.substring(1);
    assertThat(findings(new FunctionPlan(short19, PART, PART, 0))).extracting(Finding::message).first().asString().contains("促进经济合作", "19");
    assertThat(findings(new FunctionPlan(PART, null, PART, 0))).extracting(Finding::message).first().asString().contains("参与社会管理");
    assertThat(findings(new FunctionPlan(PART, PART, "", 0))).extracting(Finding::message).first().asString().contains("提供公共服务");
  }

  @Test
  void receptionMustNotStayTheMainPart() {
    assertThat(findings(new FunctionPlan(PART, PART, PART, 50))).extracting(Finding::code).containsExactly("RECEPTION_STILL_MAIN");
    assertThat(findings(new FunctionPlan(PART, PART, PART, null))).extracting(Finding::clause).containsExactly("C16");
  }

  /** C4 */
  @Test
  void specialWorkIsNamed() {
    when(applications.get("案")).thenReturn(SampleApplication.unnamedSpecialWork());
    assertThat(check.check("案")).extracting(Finding::code).containsExactly("SPECIAL_WORK_NOT_NAMED");
    when(applications.get("案")).thenReturn(SampleApplication.in("410100", WorkKind.SPECIAL_WORK, LocalDate.of(2016, 6, 30)));
    assertThat(check.check("案")).isEmpty();
  }

  private List<Finding> findings(FunctionPlan plan) {
    when(applications.get("案")).thenReturn(SampleApplication.planned(plan));
    return check.check("案");
  }
}
