package cn.gov.officecleanup.mechanism.identity;

import cn.gov.officecleanup.mechanism.province.Province;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import org.springframework.stereotype.Component;

/** Knows which group is above another: the one that urges when a deadline is missed (督办), and decides about more time. */
@Component
public class Superiors {

  private final Province province;
  private final OfficeRegister register;

  Superiors(Province province, OfficeRegister register) {
    this.province = province;
    this.register = register;
  }

  /**
   * @param group id of the group that is late
   * @return id of its superior, of an office's head the officials of the government that sends the office; {@link Groups#SUPERVISORS} for
   * those at the top
   */
  public String of(String group) {
    return Groups.officeOf(group)
        .map(office -> Groups.headsOffice(group) ? Groups.officialsOf(register.get(office).governmentCode()) : Groups.headOf(office))
        .orElseGet(() -> Groups.superiorOf(group, province.code()));
  }
}
