package cn.gov.officecleanup.testkit;

import cn.gov.officecleanup.procedure.reception.ReceptionYear;
import cn.gov.officecleanup.procedure.reception.ReceptionYears;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** Years of receptions as a test states them, odd ones among them, such as no lists could come to; of other offices nobody received. */
@Component
@Primary
public class StatedReceptionYears implements ReceptionYears {

  private static final BigDecimal NOTHING = new BigDecimal("0.00");
  private static final ReceptionYear NIL = new ReceptionYear(new BigDecimal("50000.00"), NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, 0, 0,
      List.of(), List.of(), List.of());

  private final Map<List<Object>, ReceptionYear> stated = new ConcurrentHashMap<>();

  /** From now on this is what the office's receptions of the year come to. */
  public void state(long officeId, int year, ReceptionYear receptions) {
    stated.put(List.of(officeId, year), receptions);
  }

  @Override
  public ReceptionYear of(long officeId, int year) {
    return Objects.requireNonNullElse(stated.get(List.of(officeId, year)), NIL);
  }
}
