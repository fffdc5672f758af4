package cn.gov.officecleanup.procedure.decoupling;

import cn.gov.officecleanup.mechanism.casefile.CaseFile;
import cn.gov.officecleanup.mechanism.handling.MoreTimeAuthority;
import cn.gov.officecleanup.mechanism.identity.Groups;
import cn.gov.officecleanup.mechanism.province.Province;
import cn.gov.officecleanup.mechanism.register.KeptOffices;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** C17: a day that stands in the approval of a retention is put off by who approved that alone, the provincial government's leader. */
@Component
class PuttingOffPromise implements MoreTimeAuthority {

  private final Decouplings decouplings;
  private final OfficeRegister register;
  private final KeptOffices kept;
  private final Province province;

  PuttingOffPromise(Decouplings decouplings, OfficeRegister register, KeptOffices kept, Province province) {
    this.decouplings = decouplings;
    this.register = register;
    this.kept = kept;
    this.province = province;
  }

  @Override
  public Optional<String> decidingGroup(CaseFile file) {
    return decouplings.find(file.caseNumber())
        .filter(decoupling -> decoupling.partBy() != null)
        .flatMap(decoupling -> decidingOn(decoupling.officeId()));
  }

  /** @return the group that approved that an office is kept, also where that was revoked since; empty where the province did not */
  Optional<String> decidingOn(long officeId) {
    return kept.everIncluded(register.get(officeId)) ? Optional.of(Groups.leaderOf(province.code())) : Optional.empty();
  }
}
