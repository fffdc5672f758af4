package cn.gov.officecleanup.procedure.disclosure;

import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.form.FormContent;
import cn.gov.officecleanup.mechanism.form.FormTask;
import cn.gov.officecleanup.mechanism.form.Submission;
import cn.gov.officecleanup.mechanism.form.YesNo;
import cn.gov.officecleanup.procedure.disclosure.Withheld.Basis;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The release review (保密审查) piece by piece: what is kept back names the article, the rest is published (公开条例 art. 17). */
@Component
class ReleaseForm implements FormContent {

  private static final String TABLE = "parts";
  private static final String OPEN = "OPEN";
  private static final String LAW = "政府信息公开条例第十七条";

  private final Disclosures disclosures;

  ReleaseForm(Disclosures disclosures) {
    this.disclosures = disclosures;
  }

  @Override
  public Set<String> forms() {
    return Set.of("disclosure-release");
  }

  @Override
  public Set<String> keeps() {
    return Set.of(TABLE);
  }

  @Override
  public Map<String, Object> values(FormTask task) {
    Map<String, Withheld> withheld = disclosures.withheld(task.caseNumber())
        .stream()
        .collect(Collectors.toMap(Withheld::part, Function.identity()));
    return Map.of(TABLE,
        disclosures.parts(task.caseNumber())
            .stream()
            .map(part -> Map.of("part", part.key(), "name", part.described(), "basis",
                withheld.containsKey(part.key()) ? withheld.get(part.key()).basis().name() : OPEN, "reason",
                withheld.containsKey(part.key()) ? withheld.get(part.key()).reason() : ""))
            .toList());
  }

  /** @throws RefusedException when something unknown is kept back, without reason, or not what was found */
  @Override
  public void keep(FormTask task, Submission submission) {
    List<Submission> all = submission.rows(TABLE);
    Set<String> known = disclosures.parts(task.caseNumber()).stream().map(DisclosedPart::key).collect(Collectors.toSet());
    List<Submission> rows = all.stream().filter(row -> !OPEN.equals(row.text("basis"))).toList();
    rows.forEach(row -> {
      if (!known.contains(row.text("part"))) {
        throw new RefusedException("PART_UNKNOWN", "公开内容中没有“%s”，请刷新页面后重新填写。".formatted(row.text("part")), LAW);
      }
      if (row.text("reason") == null) {
        throw new RefusedException("REASON_MISSING", "“%s”不予公开的，请写明理由。".formatted(row.text("part")), LAW);
      }
    });
    Set<String> reviewed = all.stream().map(row -> row.text("part")).collect(Collectors.toSet());
    // what is missing would be published unseen
    known.stream().filter(part -> !reviewed.contains(part)).findFirst().ifPresent(part -> {
      throw new RefusedException("PART_UNREVIEWED", "“%s”没有审查结论，每一项都要审查，不能删除；请刷新页面后重新填写。".formatted(part), LAW);
    });
    List<Withheld> withheld = rows.stream()
        .map(row -> new Withheld(row.text("part"), Basis.valueOf(row.text("basis")), row.text("reason")))
        .toList();
    boolean released = "release".equals(submission.text(Submission.DECISION));
    agree(released, "国家秘密", submission.text("secret"), withheld, Basis.STATE_SECRET);
    boolean others = yes(submission.text("personal")) || yes(submission.text("thirdParty"));
    agree(released, "个人隐私或者第三方信息", (others ? YesNo.YES : YesNo.NO).name(), withheld, Basis.THIRD_PARTY);
    disclosures.withhold(task.caseNumber(), withheld);
  }

  private static boolean yes(String answer) {
    return YesNo.YES.name().equals(answer);
  }

  private static void agree(boolean released, String what, String found, List<Withheld> withheld, Basis basis) {
    boolean keptBack = withheld.stream().anyMatch(part -> part.basis() == basis);
    if (released && yes(found) && !keptBack) {
      throw new RefusedException("FOUND_BUT_OPEN", "审查认为含有%s，请在表中把有关内容改为依照%s不予公开，或者退回修改。".formatted(what, basis.label()), LAW);
    }
    if (keptBack && !yes(found)) {
      throw new RefusedException("KEPT_BACK_UNFOUND", "有内容依照%s不予公开，而审查结论是不含%s，请改为一致。".formatted(basis.label(), what), LAW);
    }
  }
}
