package cn.gov.officecleanup.testkit;

import cn.gov.officecleanup.procedure.reception.ReceptionYear;
import cn.gov.officecleanup.procedure.reception.ReceptionYears;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Primary;

/** Years of receptions as a test states them, odd ones among them, such as no lists could come to; those of other offices are counted. */
@TestComponent
@Primary
public class StatedReceptionYears implements ReceptionYears {

  private final Map<List<Object>, ReceptionYear> stated = new ConcurrentHashMap<>();
  private final ReceptionYears counted;

  StatedReceptionYears(@Qualifier("paidLists") ReceptionYears counted) {
    this.counted = counted;
  }

  /** From now on this is what the office's receptions of the year come to. */
  public void state(long officeId, int year, ReceptionYear receptions) {
    stated.put(List.of(officeId, year), receptions);
  }

  @Override
  public ReceptionYear of(long officeId, int year) {
    ReceptionYear receptions = stated.get(List.of(officeId, year));
    return receptions == null ? counted.of(officeId, year) : receptions;
  }

  @Override
  public List<String> breaches(long officeId, int year) {
    return counted.breaches(officeId, year);
  }
}
