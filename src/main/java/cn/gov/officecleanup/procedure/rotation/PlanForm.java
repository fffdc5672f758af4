package cn.gov.officecleanup.procedure.rotation;

import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.form.FormContent;
import cn.gov.officecleanup.mechanism.form.FormTask;
import cn.gov.officecleanup.mechanism.form.Submission;
import cn.gov.officecleanup.mechanism.text.InWords;
import cn.gov.officecleanup.mechanism.yearly.YearlyCases;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The plan of a year (C13): who is due in an office is listed from the postings, and what is intended is said of each. */
@Component
class PlanForm implements FormContent {

  private static final String TABLE = "planned";
  private static final String POSTING = "postingCase";

  private final RotationPlans plans;
  private final Postings postings;
  private final CaseFiles cases;
  private final YearlyCases years;

  PlanForm(RotationPlans plans, Postings postings, CaseFiles cases, YearlyCases years) {
    this.plans = plans;
    this.postings = postings;
    this.cases = cases;
    this.years = years;
  }

  @Override
  public Set<String> forms() {
    return Set.of("rotation-plan");
  }

  @Override
  public Set<String> keeps() {
    return Set.of(TABLE);
  }

  @Override
  public Map<String, Object> values(FormTask task) {
    return Map.of(TABLE,
        due(task.caseNumber()).stream()
            .map(posting -> Map.of(POSTING, posting.caseNumber(), "name", posting.name(), "post", posting.post(), "endsOn",
                InWords.day(posting.endsOn()), "intention", "", "arrangement", ""))
            .toList());
  }

  private List<Posting> due(String caseNumber) {
    return postings.endingIn(cases.get(caseNumber).officeId(), years.yearOf(caseNumber));
  }

  /** @throws RefusedException when other people are due by now than those of whom something is said */
  @Override
  public void keep(FormTask task, Submission submission) {
    Map<String, Posting> due = due(task.caseNumber()).stream().collect(Collectors.toMap(Posting::caseNumber, Function.identity()));
    List<Submission> rows = submission.rows(TABLE);
    Set<String> named = rows.stream().map(row -> row.text(POSTING)).collect(Collectors.toSet());
    if (rows.size() != named.size() || !named.equals(due.keySet())) {
      throw new RefusedException("DUE_CHANGED", "本年度任期届满的人员以登记为准，每人一行；名单可能刚刚变化，请刷新页面后重新填写。", "C13");
    }
    plans.keep(task.caseNumber(), rows.stream().map(row -> {
      Posting posting = due.get(row.text(POSTING));
      return new RotationPlans.Row(posting.caseNumber(), posting.endsOn(), Proposal.valueOf(row.text("intention")),
          row.text("arrangement"));
    }).toList());
  }
}
