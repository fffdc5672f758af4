package cn.gov.officecleanup.procedure.rotation;

import cn.gov.officecleanup.mechanism.text.InWords;
import cn.gov.officecleanup.procedure.appraisal.AppraisalFacts;
import cn.gov.officecleanup.procedure.appraisal.CountedFact;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** C13: who headed an office in the year, the longest first, as whose the grade is: of several all are named. */
@Component
class RotationAppraisal implements AppraisalFacts {

  private final Postings postings;

  RotationAppraisal(Postings postings) {
    this.postings = postings;
  }

  /** How long somebody headed the office in the year. */
  private record Service(String name, LocalDate from, LocalDate to) {

    long days() {
      return ChronoUnit.DAYS.between(from, to) + 1;
    }

    String told() {
      return "%s（%s至%s，%d日）".formatted(name, InWords.day(from), InWords.day(to), days());
    }
  }

  @Override
  public List<CountedFact> of(long officeId, int year) {
    LocalDate first = LocalDate.of(year, 1, 1);
    LocalDate last = LocalDate.of(year, 12, 31);
    List<Service> heads = postings.headsIn(officeId, first, last)
        .stream()
        .map(posting -> new Service(posting.name(), posting.postedOn().isBefore(first) ? first : posting.postedOn(),
            posting.endedOn() == null || posting.endedOn().isAfter(last) ? last : posting.endedOn()))
        .sorted(Comparator.comparing(Service::days).reversed())
        .toList();
    if (heads.isEmpty()) {
      return List.of();
    }
    String whose = heads.size() == 1 ? "" : "；等次记入任职时间最长的%s".formatted(heads.get(0).name());
    return List.of(new CountedFact("主要负责人", heads.stream().map(Service::told).collect(Collectors.joining("；")) + whose, null));
  }
}
