package cn.gov.officecleanup.procedure.application;

import cn.gov.officecleanup.mechanism.form.YesNo;
import cn.gov.officecleanup.procedure.application.Application.FunctionPlan;
import cn.gov.officecleanup.mechanism.register.WorkKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/** An application without fault, of which a test changes the one thing it is about. */
public final class SampleApplication {

  /** A part of a function plan of just the least length. */
  public static final String PART = "字".repeat(20);

  private SampleApplication() {
  }

  public static Application sound() {
    return application(new FunctionPlan(PART, PART, PART, 49), WorkKind.GENERAL, null, "410100", null, null);
  }

  public static Application planned(FunctionPlan plan) {
    return application(plan, WorkKind.GENERAL, null, "410100", null, null);
  }

  public static Application handedIn(OffsetDateTime deadline, OffsetDateTime handedIn) {
    return application(new FunctionPlan(PART, PART, PART, 0), WorkKind.GENERAL, null, "410100", deadline, handedIn);
  }

  public static Application in(String hostCityCode, WorkKind kind, LocalDate specialWorkEnd) {
    return application(new FunctionPlan(PART, PART, PART, 0), kind, specialWorkEnd, hostCityCode, null, null);
  }

  /** For special work whose name is left out. */
  public static Application unnamedSpecialWork() {
    return application(new FunctionPlan(PART, PART, PART, 0), WorkKind.SPECIAL_WORK, null, "410100", null, null);
  }

  private static Application application(FunctionPlan plan, WorkKind kind, LocalDate end, String hostCityCode, OffsetDateTime deadline,
      OffsetDateTime handedIn) {
    return new Application("BL-2015-0001", ApplicationKind.RETENTION, "洛阳市人民政府驻郑州办事处", hostCityCode, "某市", kind, end, deadline, "理由",
        plan.economicCooperation(), plan.socialManagement(), plan.publicService(), plan.receptionShare(), 6, "制度", null, handedIn, null,
        "关于保留洛阳市人民政府驻郑州办事处的请示", "洛政文〔2015〕58号", LocalDate.of(2015, 5, 20), "〔2015〕8号", LocalDate.of(2015, 5, 18),
        end == null ? null : "移民安置", "张主任，主任", 5, 300, 1, BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE, YesNo.NO, null, null, null, null,
        null, null, null);
  }
}
