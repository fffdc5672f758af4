package cn.gov.officecleanup.procedure.abolition;

import cn.gov.officecleanup.mechanism.platform.Labelled;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How what an abolished office leaves behind was closed (C6).
 *
 * @param leaseEndedOn null where there was no lease
 */
record AbolitionClosing(LocalDate accountsClosedOn, LocalDate sealHandedInOn, LocalDate leaseEndedOn, LocalDate registrationCancelledOn) {

  /** What is closed; a document of the same name proves it. */
  enum Matter implements Labelled {

    ACCOUNTS("银行账户注销"),
    SEAL("印章缴销"),
    LEASE("租约终止"),
    REGISTRATION("登记注销");

    private final String label;

    Matter(String label) {
      this.label = label;
    }

    @Override
    public String label() {
      return label;
    }
  }

  /** Whether there was a lease; it follows from its day. */
  enum Lease {
    NONE,
    ENDED
  }

  Lease lease() {
    return leaseEndedOn == null ? Lease.NONE : Lease.ENDED;
  }

  /** @return the day of each matter that there was to close, in the order of the form */
  Map<Matter, LocalDate> days() {
    Map<Matter, LocalDate> days = new LinkedHashMap<>();
    days.put(Matter.ACCOUNTS, accountsClosedOn);
    days.put(Matter.SEAL, sealHandedInOn);
    if (leaseEndedOn != null) {
      days.put(Matter.LEASE, leaseEndedOn);
    }
    days.put(Matter.REGISTRATION, registrationCancelledOn);
    return days;
  }
}
