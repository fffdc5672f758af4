package cn.gov.officecleanup.procedure.abolition;

import cn.gov.officecleanup.mechanism.platform.Labelled;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * How what an abolished office leaves behind was closed (C6). A day is null where there was nothing of the kind, or where an older version
 * did not ask.
 *
 * @param archivesReceiver which archives keep its files
 * @param auditReport number of the report in which the liquidation was audited (清算审计)
 */
record AbolitionClosing(LocalDate accountsClosedOn, LocalDate sealHandedInOn, LocalDate signTakenDownOn, LocalDate leaseEndedOn,
    LocalDate registrationCancelledOn, LocalDate taxCancelledOn, LocalDate platesHandedInOn, LocalDate claimsSettledOn,
    LocalDate archivesHandedOverOn, String archivesReceiver, LocalDate auditedOn, String auditReport) {

  /** What is closed; a document of the same name proves it. */
  enum Matter implements Labelled {

    ACCOUNTS("银行账户注销"),
    SEAL("印章缴销"),
    SIGN("牌匾摘除"),
    LEASE("租约终止"),
    REGISTRATION("登记注销"),
    TAX("税务登记注销"),
    PLATES("车辆号牌缴销"),
    CLAIMS("债权债务清理"),
    ARCHIVES("档案移交"),
    AUDIT("清算审计");

    private final String label;

    Matter(String label) {
      this.label = label;
    }

    @Override
    public String label() {
      return label;
    }
  }

  /** Whether there was something of a kind to close; it follows from its day. */
  enum Presence {
    NONE,
    ENDED
  }

  Presence lease() {
    return presence(leaseEndedOn);
  }

  Presence tax() {
    return presence(taxCancelledOn);
  }

  Presence plates() {
    return presence(platesHandedInOn);
  }

  Presence claims() {
    return presence(claimsSettledOn);
  }

  private static Presence presence(LocalDate day) {
    return day == null ? Presence.NONE : Presence.ENDED;
  }

  /** @return the day of each matter that there was to close, in the order of the form */
  Map<Matter, LocalDate> days() {
    Map<Matter, LocalDate> days = new LinkedHashMap<>();
    days.put(Matter.ACCOUNTS, accountsClosedOn);
    days.put(Matter.SEAL, sealHandedInOn);
    days.put(Matter.SIGN, signTakenDownOn);
    days.put(Matter.LEASE, leaseEndedOn);
    days.put(Matter.REGISTRATION, registrationCancelledOn);
    days.put(Matter.TAX, taxCancelledOn);
    days.put(Matter.PLATES, platesHandedInOn);
    days.put(Matter.CLAIMS, claimsSettledOn);
    days.put(Matter.ARCHIVES, archivesHandedOverOn);
    days.put(Matter.AUDIT, auditedOn);
    days.values().removeIf(Objects::isNull);
    return days;
  }
}
