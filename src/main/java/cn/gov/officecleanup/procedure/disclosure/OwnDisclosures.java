package cn.gov.officecleanup.procedure.disclosure;

import cn.gov.officecleanup.mechanism.form.Choice;
import cn.gov.officecleanup.mechanism.form.ChoiceProvider;
import cn.gov.officecleanup.mechanism.identity.Official;
import java.util.List;
import org.springframework.stereotype.Component;

/** Offers the published years of the official's own government's offices (C19). */
@Component
class OwnDisclosures implements ChoiceProvider {

  static final String SEPARATOR = "/";

  private final PublishedVersions versions;

  OwnDisclosures(PublishedVersions versions) {
    this.versions = versions;
  }

  @Override
  public String name() {
    return "own-disclosures";
  }

  @Override
  public List<Choice> offer(Official official) {
    return official.governments()
        .stream()
        .flatMap(government -> versions.of(government).stream())
        .map(year -> new Choice(year.officeId() + SEPARATOR + year.year(), "%s %d年度".formatted(year.officeName(), year.year())))
        .toList();
  }
}
