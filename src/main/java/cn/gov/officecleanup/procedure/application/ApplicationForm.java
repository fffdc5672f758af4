package cn.gov.officecleanup.procedure.application;

import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.form.FormContent;
import cn.gov.officecleanup.mechanism.form.FormTask;
import cn.gov.officecleanup.mechanism.form.Submission;
import cn.gov.officecleanup.mechanism.register.BusinessEntity;
import cn.gov.officecleanup.mechanism.register.BusinessEntityKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The forms in which an application is written and corrected (C3, C5, C12, C16, C17). */
@Component
class ApplicationForm implements FormContent {

  private final Applications applications;
  private final CaseFiles cases;

  ApplicationForm(Applications applications, CaseFiles cases) {
    this.applications = applications;
    this.cases = cases;
  }

  @Override
  public Set<String> forms() {
    return Set.of(Applications.RETENTION, Applications.ESTABLISHMENT);
  }

  @Override
  public Map<String, Object> values(FormTask task) {
    return Map.of("entities", applications.entitiesOf(task.caseNumber()).stream().map(ApplicationForm::row).toList());
  }

  @Override
  public Set<String> keeps() {
    return Set.of("entities");
  }

  /**
   * Keeps what an application says beside its record.
   *
   * @throws cn.gov.officecleanup.mechanism.finding.RefusedException when the office is now to be in a city for which the government's other
   * application is under way (C8)
   */
  @Override
  public void keep(FormTask task, Submission submission) {
    if (task.form().equals(Applications.ESTABLISHMENT)) {
      String government = cases.get(task.caseNumber()).governmentCode();
      cases.reserve(task.caseNumber(), Applications.seat(government, submission.text("hostCityCode")));
    }
    applications.keepEntities(task.caseNumber(), entities(submission));
  }

  private static List<BusinessEntity> entities(Submission submission) {
    return submission.rows("entities")
        .stream()
        .map(row -> new BusinessEntity(row.text("name"), BusinessEntityKind.valueOf(row.text("kind")), row.day("partedOn"),
            row.day("partBy")))
        .toList();
  }

  private static Map<String, Object> row(BusinessEntity entity) {
    return Map.of("name", entity.name(), "kind", entity.kind().name(), "partedOn", text(entity.partedOn()), "partBy",
        text(entity.partBy()));
  }

  private static String text(LocalDate day) {
    return Objects.toString(day, "");
  }
}
