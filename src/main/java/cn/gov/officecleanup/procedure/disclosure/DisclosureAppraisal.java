package cn.gov.officecleanup.procedure.disclosure;

import cn.gov.officecleanup.mechanism.text.InWords;
import cn.gov.officecleanup.procedure.appraisal.AppraisalFacts;
import cn.gov.officecleanup.procedure.appraisal.CountedFact;
import cn.gov.officecleanup.procedure.appraisal.Veto;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** C19: a disclosure that was due in the year and was not made limits the grade; one that was made late is told. */
@Component
class DisclosureAppraisal implements AppraisalFacts {

  private final Disclosures disclosures;
  private final PublishedVersions versions;

  DisclosureAppraisal(Disclosures disclosures, PublishedVersions versions) {
    this.disclosures = disclosures;
    this.versions = versions;
  }

  @Override
  public List<CountedFact> of(long officeId, int year) {
    return disclosures.dueBetween(officeId, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)).stream().map(this::fact).toList();
  }

  private CountedFact fact(Disclosure disclosure) {
    Optional<LocalDate> published = versions.firstPublished(disclosure.officeId(), disclosure.disclosedYear());
    boolean late = published.filter(day -> day.isAfter(disclosure.publishBy())).isPresent();
    String told = published.map(day -> "于%s公开%s".formatted(InWords.day(day), late ? "，逾期" : "")).orElse("没有公开");
    return new CountedFact("公务接待公开", "%d年度的应于%s前公开，%s".formatted(disclosure.disclosedYear(), InWords.day(disclosure.publishBy()), told),
        published.isPresent() ? null : Veto.NOT_DISCLOSED);
  }
}
