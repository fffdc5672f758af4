package cn.gov.officecleanup.procedure.report;

import cn.gov.officecleanup.mechanism.casefile.CaseFindings;
import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.mechanism.form.FormContent;
import cn.gov.officecleanup.mechanism.form.FormTask;
import cn.gov.officecleanup.mechanism.form.Submission;
import cn.gov.officecleanup.mechanism.identity.Officials;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeDispositions;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The forms in which a unit writes and signs its report and the province reviews it (C20). Figures are shown in them, and never taken from
 * them (C21).
 */
@Component
class ReportForms implements FormContent {

  private static final String REPORT = "locality-report";
  private static final String NIL = "locality-nil-report";
  private static final String SIGN = "locality-report-sign";
  private static final String REVIEW = "locality-report-review";
  private static final String NUMBER = "documentNumber";

  private final LocalityReports reports;
  private final OfficeDispositions dispositions;
  private final CaseFindings findings;
  private final Officials officials;

  ReportForms(LocalityReports reports, OfficeDispositions dispositions, CaseFindings findings, Officials officials) {
    this.reports = reports;
    this.dispositions = dispositions;
    this.findings = findings;
    this.officials = officials;
  }

  @Override
  public Set<String> forms() {
    return Set.of(REPORT, NIL, SIGN, REVIEW);
  }

  @Override
  public Map<String, Object> values(FormTask task) {
    if (!task.form().equals(REPORT)) {
      return Map.of();
    }
    Map<String, Object> values = new HashMap<>();
    values.put("figures",
        reports.figuresNow(task.caseNumber()).stream().filter(figure -> !figure.figure().stated()).map(ReportForms::row).toList());
    Map<Long, StatedReason> stated = reports.reasonsOf(task.caseNumber());
    values.put("offices", reports.withoutOutcome(task.caseNumber()).stream().map(office -> row(office, stated.get(office.id()))).toList());
    return values;
  }

  @Override
  public Set<String> keeps() {
    return Set.of("figures", "offices", NUMBER, "findings");
  }

  @Override
  public void keep(FormTask task, Submission submission) {
    switch (task.form()) {
      case REPORT -> write(task.caseNumber(), submission);
      case NIL -> {
        reports.writeNothing(task.caseNumber());
        findings.settle(task.caseNumber());
      }
      case SIGN -> {
        if (submission.text(NUMBER) != null) {
          reports.number(task.caseNumber(), submission.text(NUMBER));
        }
        returned(task, submission);
      }
      default -> returned(task, submission);
    }
  }

  private void write(String caseNumber, Submission submission) {
    Map<Figure, String> comments = new EnumMap<>(Figure.class);
    submission.rows("figures")
        .stream()
        .filter(row -> row.text("words") != null)
        .forEach(row -> comments.put(Figure.valueOf(row.text("figure")), row.text("words")));
    // of an office that has its outcome by now, or is another's, nothing need be said
    Set<Long> open = reports.withoutOutcome(caseNumber).stream().map(Office::id).collect(Collectors.toSet());
    List<StatedReason> reasons = new ArrayList<>();
    for (Submission row : submission.rows("offices")) {
      long office = Long.parseLong(row.text("office"));
      if (open.contains(office) && row.text("reason") != null) {
        reasons.add(new StatedReason(office, row.text("reason"), row.day("expectedOn")));
      }
    }
    reports.comment(caseNumber, comments, reasons);
  }

  /** Whoever returns the report says what to mend; it stands above the form of the one who mends it. */
  private void returned(FormTask task, Submission submission) {
    if (!"return".equals(submission.text(Submission.DECISION))) {
      return;
    }
    findings.raise(task.caseNumber(), officials.required().name(),
        task.form().equals(REVIEW)
            ? submission.rows("findings").stream().map(row -> new Finding("RETURNED", row.text("message"), row.text("clause"))).toList()
            : List.of(new Finding("RETURNED", submission.text(Submission.OPINION), "C20")));
  }

  private static Map<String, Object> row(CountedFigure figure) {
    return Map.of("figure", figure.figure().name(), "label", figure.figure().label(), "now", figure.figure().text(figure.amount()),
        "before", figure.figure().text(figure.monthBefore()), "words", Objects.toString(figure.words(), ""));
  }

  private Map<String, Object> row(Office office, StatedReason stated) {
    Map<String, Object> row = new HashMap<>(
        Map.of("office", String.valueOf(office.id()), "label", "%s %s".formatted(office.registerNumber(), office.name()), "disposition",
            dispositions.of(office).disposition().label(), "status", office.status().label()));
    row.put("reason", stated == null ? "" : stated.reason());
    row.put("expectedOn", stated == null ? "" : stated.expectedOn().toString());
    return row;
  }
}
