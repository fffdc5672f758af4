package cn.gov.officecleanup.procedure.application;

import cn.gov.officecleanup.mechanism.casefile.CaseFacts;
import cn.gov.officecleanup.mechanism.casefile.CaseFile;
import cn.gov.officecleanup.mechanism.register.BusinessEntity;
import cn.gov.officecleanup.mechanism.text.InWords;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What those who sign, review and decide read beside what the applicant wrote. */
@Component
@Order(4)
class ApplicationFacts implements CaseFacts {

  private static final Set<String> PROCEDURES = Set.of("retention-application", "office-establishment", "retention-change");
  private static final String SECTION = "申请内容";

  private final Applications applications;
  private final Clock clock;

  ApplicationFacts(Applications applications, Clock clock) {
    this.applications = applications;
    this.clock = clock;
  }

  @Override
  public List<Fact> of(CaseFile file) {
    if (!PROCEDURES.contains(file.procedureKey())) {
      return List.of();
    }
    Application application = applications.get(file.caseNumber());
    List<Fact> facts = new ArrayList<>();
    if (application.deadline() != null) {
      CaseFacts.add(facts, SECTION, "申请期限", InWords.day(application.deadline().atZoneSameInstant(clock.getZone()).toLocalDate()) + "（含当日）");
    }
    if (application.handedInAt() == null) {
      return facts;
    }
    CaseFacts.add(facts, SECTION, "经营实体脱钩",
        applications.entitiesOf(file.caseNumber()).stream().map(ApplicationFacts::parting).collect(Collectors.joining("\n")));
    CaseFacts.add(facts, SECTION, "保留（设立）条件", application.conditions());
    return facts;
  }

  private static String parting(BusinessEntity entity) {
    return entity.name() + "：" + (entity.parted() ? InWords.day(entity.partedOn()) + "已脱钩"
        : entity.partBy() == null ? "未脱钩" : "承诺" + InWords.day(entity.partBy()) + "前脱钩");
  }
}
