package cn.gov.officecleanup.procedure.disclosure;

import cn.gov.officecleanup.mechanism.deadline.Terms;
import cn.gov.officecleanup.mechanism.platform.EngineClock;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.mechanism.register.OfficeStatus;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/**
 * Begins the disclosure of a year, or of a further version of it (C19). Of an office that ended in the year, the part until then is
 * disclosed, by the government that sent it.
 */
@Component
class OpeningDisclosure implements ExecutionListener {

  static final String YEAR = "year";
  /** of a correction: the day on which it turned out that what was published is wrong */
  static final String KNOWN_ON = "knownOn";
  static final String REASON = "correctionReason";
  /** The variable that the model names as the last day of the case. */
  private static final String PUBLISH_BY = "publishBy";
  private static final String TERM = "disclosure-correction";

  private final Disclosures disclosures;
  private final PublishedVersions versions;
  private final OfficeRegister register;
  private final Terms terms;
  private final DisclosureProperties properties;
  private final Clock clock;

  OpeningDisclosure(Disclosures disclosures, PublishedVersions versions, OfficeRegister register, Terms terms,
      DisclosureProperties properties, Clock clock) {
    this.disclosures = disclosures;
    this.versions = versions;
    this.register = register;
    this.terms = terms;
    this.properties = properties;
    this.clock = clock;
  }

  @Override
  public void notify(DelegateExecution execution) {
    long officeId = (Long) execution.getVariable("officeId");
    int year = (Integer) execution.getVariable(YEAR);
    Office office = register.get(officeId);
    LocalDate begun = LocalDate.ofInstant(office.outcome().since().toInstant(), EngineClock.ZONE);
    Map<String, Object> known = new HashMap<>();
    LocalDate publishBy = properties.publishBy().atYear(year + 1);
    LocalDate today = LocalDate.now(clock);
    if (execution.getVariable(KNOWN_ON) != null) {
      publishBy = terms.lastDay(TERM, LocalDate.parse(execution.getVariable(KNOWN_ON).toString()));
      known.put("corrects", versions.last(officeId, year).orElseThrow());
      known.put(REASON, execution.getVariable(REASON));
      execution.removeVariable(REASON);
    } else if (publishBy.isBefore(today)) {
      publishBy = terms.lastDay(TERM, today);
    }
    boolean begunInYear = office.status() == OfficeStatus.ESTABLISHED && begun.getYear() == year;
    boolean endedInYear = office.status().ended() && begun.getYear() == year;
    known.put("officeId", officeId);
    known.put("disclosedYear", year);
    known.put(PUBLISH_BY, publishBy);
    known.put("servedFrom", begunInYear ? begun : LocalDate.of(year, 1, 1));
    known.put("servedTo", endedInYear ? begun : LocalDate.of(year, 12, 31));
    disclosures.open(execution.getProcessBusinessKey(), known);
    execution.setVariable(PUBLISH_BY, publishBy.toString());
  }
}
