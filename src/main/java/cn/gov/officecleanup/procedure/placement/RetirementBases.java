package cn.gov.officecleanup.procedure.placement;

import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.mechanism.form.LawfulOptions;
import cn.gov.officecleanup.mechanism.text.InWords;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * On what a person may retire early or go on (C6): an official decides and says why; what the day and the status rule out is not offered.
 */
@Component
class RetirementBases implements LawfulOptions {

  private static final String CLAUSE = "C6";

  private final Placements placements;
  private final StaffList staff;
  private final RetirementAge retirementAge;

  RetirementBases(Placements placements, StaffList staff, RetirementAge retirementAge) {
    this.placements = placements;
    this.staff = staff;
    this.retirementAge = retirementAge;
  }

  @Override
  public String name() {
    return "retirement-bases";
  }

  @Override
  public Optional<Finding> against(String caseNumber, String option) {
    return against(caseNumber, option, Map.of());
  }

  @Override
  public Optional<Finding> against(String caseNumber, String option, Map<String, ?> answers) {
    return against(staff.get(placements.get(caseNumber).personId()), RetirementBasis.valueOf(option),
        PlanAnswers.of(answers).takesEffectOn());
  }

  /** @param on day on which the placement takes effect; null as long as none is chosen */
  Optional<Finding> against(StaffMember member, RetirementBasis basis, LocalDate on) {
    if (member.status().belongsElsewhere()) {
      return not("该人员的退休由其人事关系所在单位办理。", CLAUSE);
    }
    if (basis == RetirementBasis.EARLY_CIVIL_SERVICE && !member.status().underCivilServiceLaw()) {
      return not("只适用于公务员和参照公务员法管理人员。", "公务员法第九十三条");
    }
    LocalDate reachedOn = retirementAge.reachedOn(member);
    if (on == null || basis.early() == on.isBefore(reachedOn) && withinFlexibleTime(member, basis, on)) {
      return Optional.empty();
    }
    if (basis.early() != on.isBefore(reachedOn)) {
      return not("法定退休年龄自%s起达到，按生效日期不属于%s退休。".formatted(InWords.day(reachedOn), basis.early() ? "提前" : "延迟"), CLAUSE);
    }
    return not(basis.early() ? "弹性提前退休最早自%s起。".formatted(InWords.day(retirementAge.earliestOn(member)))
        : "弹性延迟退休最迟至%s。".formatted(InWords.day(retirementAge.latestOn(member))), CLAUSE);
  }

  private boolean withinFlexibleTime(StaffMember member, RetirementBasis basis, LocalDate on) {
    return switch (basis) {
      case EARLY_FLEXIBLE -> !on.isBefore(retirementAge.earliestOn(member));
      case DEFERRED_FLEXIBLE -> !on.isAfter(retirementAge.latestOn(member));
      default -> true;
    };
  }

  private static Optional<Finding> not(String why, String clause) {
    return Optional.of(new Finding("RETIREMENT_BASIS_RULED_OUT", why, clause));
  }
}
