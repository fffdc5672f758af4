package cn.gov.officecleanup.mechanism.register;

import cn.gov.officecleanup.mechanism.platform.Labelled;
import java.util.Set;

/**
 * What has become of an office in the cleanup. The figures of C21 are counts of it.
 */
public enum OfficeStatus implements Labelled {

  /** in the register, nothing decided yet */
  REGISTERED("已登记"),
  /** retention approved (C3) or provided by the plan itself (C4, C11, C12) */
  RETAINED("保留"),
  /** a new office approved under C5 */
  ESTABLISHED("新设"),
  /** has to be abolished; assets and staff are being dealt with (C6) */
  TO_BE_ABOLISHED("应予撤销"),
  /** abolished; final */
  ABOLISHED("已撤销"),
  /** merged into another office (C8, C9); final */
  MERGED("已整合"),
  /** its registration was taken back with the import that brought it: none of the offices; final */
  WITHDRAWN("登记已撤回");

  private final String label;

  OfficeStatus(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }

  /** @return whether an office of this status may become one of status {@code next} */
  public boolean mayBecome(OfficeStatus next) {
    return switch (this) {
      case REGISTERED -> Set.of(RETAINED, TO_BE_ABOLISHED, MERGED).contains(next);
      // back to registered only where the plan itself retained it
      case RETAINED -> Set.of(REGISTERED, TO_BE_ABOLISHED, MERGED).contains(next);
      case ESTABLISHED -> Set.of(TO_BE_ABOLISHED, MERGED).contains(next);
      case TO_BE_ABOLISHED -> next == ABOLISHED;
      case ABOLISHED, MERGED, WITHDRAWN -> false;
    };
  }

  /** @return whether it is decided that such an office stays */
  public boolean stays() {
    return this == RETAINED || this == ESTABLISHED;
  }

  /** @return whether such an office is none any more */
  public boolean ended() {
    return this == ABOLISHED || this == MERGED || this == WITHDRAWN;
  }

  /** @return whether such an office is one that stays or may still stay */
  public boolean standing() {
    return this == REGISTERED || this == RETAINED || this == ESTABLISHED;
  }
}
