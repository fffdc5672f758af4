package cn.gov.officecleanup.procedure.application;

import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.casefile.CaseFindings;
import cn.gov.officecleanup.mechanism.casefile.CaseFindings;
import cn.gov.officecleanup.mechanism.form.FormContent;
import cn.gov.officecleanup.mechanism.form.FormTask;
import cn.gov.officecleanup.mechanism.form.Submission;
import cn.gov.officecleanup.mechanism.register.BusinessEntity;
import cn.gov.officecleanup.mechanism.register.BusinessEntityKind;
import cn.gov.officecleanup.mechanism.register.WorkKind;
import java.time.LocalDate;
import java.util.HashMap;
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
  private final CaseFindings findings;

  ApplicationForm(Applications applications, CaseFiles cases, CaseFindings findings) {
    this.applications = applications;
    this.cases = cases;
    this.findings = findings;
  }

  @Override
  public Set<String> forms() {
    return Set.of("retention-application", "establishment-application");
  }

  @Override
  public Map<String, Object> values(FormTask task) {
    Application application = applications.get(task.caseNumber());
    Map<String, Object> values = new HashMap<>();
    values.put("officeName", application.officeName());
    values.put("hostCityCode", application.hostCityCode());
    values.put("hostCityName", application.hostCityName());
    values.put("workKind", application.workKind().name());
    values.put("specialWorkEnd", application.specialWorkEnd());
    values.put("reasons", application.reasons());
    values.put("economicCooperation", application.plan().economicCooperation());
    values.put("socialManagement", application.plan().socialManagement());
    values.put("publicService", application.plan().publicService());
    values.put("receptionShare", application.plan().receptionShare());
    values.put("staffEstablishment", application.staffEstablishment());
    values.put("managementRules", application.managementRules());
    values.put("entities", application.entities().stream().map(ApplicationForm::row).toList());
    return values;
  }

  /**
   * Keeps the application; findings raised before are settled, since the application is now checked anew.
   *
   * @throws cn.gov.officecleanup.mechanism.finding.RefusedException when the office is now to be in a city for which the
   *     government's other application is under way (C8)
   */
  @Override
  public void keep(FormTask task, Submission submission) {
    Application before = applications.get(task.caseNumber());
    boolean establishment = before.kind() == ApplicationKind.ESTABLISHMENT;
    if (establishment) {
      String government = cases.find(task.caseNumber()).orElseThrow().governmentCode();
      cases.reserve(task.caseNumber(), Applications.seat(government, submission.text("hostCityCode")));
    }
    WorkKind workKind = establishment ? WorkKind.valueOf(submission.text("workKind")) : before.workKind();
    applications.handIn(new Application(task.caseNumber(), before.kind(),
        establishment ? submission.text("officeName") : before.officeName(),
        establishment ? submission.text("hostCityCode") : before.hostCityCode(),
        establishment ? submission.text("hostCityName") : before.hostCityName(), workKind,
        workKind != WorkKind.SPECIAL_WORK ? null : establishment ? submission.day("specialWorkEnd") : before.specialWorkEnd(),
        before.deadline(), submission.text("reasons"),
        new Application.FunctionPlan(submission.text("economicCooperation"), submission.text("socialManagement"),
            submission.text("publicService"), submission.number("receptionShare")),
        submission.number("staffEstablishment"), submission.text("managementRules"), before.conditions(), before.handedInAt(),
        entities(submission)));
    findings.settle(task.caseNumber());
  }

  private static List<BusinessEntity> entities(Submission submission) {
    return submission.rows("entities").stream()
        .map(row -> new BusinessEntity(row.text("name"), BusinessEntityKind.valueOf(row.text("kind")), row.day("partedOn"), row.day("partBy")))
        .toList();
  }

  private static Map<String, Object> row(BusinessEntity entity) {
    return Map.of("name", entity.name(), "kind", entity.kind().name(), "partedOn", text(entity.partedOn()), "partBy", text(entity.partBy()));
  }

  private static String text(LocalDate day) {
    return Objects.toString(day, "");
  }
}
