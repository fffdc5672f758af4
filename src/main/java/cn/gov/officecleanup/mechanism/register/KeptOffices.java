package cn.gov.officecleanup.mechanism.register;

import cn.gov.officecleanup.mechanism.province.Province;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The offices that are kept because the provincial government approved it: cities' offices in the capital (C3, C4) and new ones (C5). What
 * stays without its approval, by the plan itself or by its own government's decision, is none of them.
 */
@Component
public class KeptOffices {

  private final OfficeRegister register;
  private final Province province;

  KeptOffices(OfficeRegister register, Province province) {
    this.register = register;
    this.province = province;
  }

  /** @return whether the office is kept by the provincial government's approval */
  public boolean include(Office office) {
    return switch (office.status()) {
      case ESTABLISHED -> true;
      case RETAINED -> !office.retainedByThePlan() && province.capitalContains(office.entry().hostCityCode());
      default -> false;
    };
  }

  /** @return whether the office is one of them, or was until its retention was revoked */
  public boolean everIncluded(Office office) {
    return register.historyOf(office.id())
        .stream()
        .anyMatch(change -> change.to() == OfficeStatus.ESTABLISHED || change.to() == OfficeStatus.RETAINED && change.document() != null
            && province.capitalContains(office.entry().hostCityCode()));
  }

  /** @return all of them, by register number */
  public List<Office> all() {
    return register.all().stream().filter(this::include).toList();
  }
}
