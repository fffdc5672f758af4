package cn.gov.officecleanup.mechanism.register;

import java.time.LocalDate;

/**
 * A hotel, guest house or other business entity of an office, from which the office has to part (C17).
 *
 * @param name unique within the office
 * @param kind its kind
 * @param partedOn day of parting; null while not parted
 * @param partBy promised last day of parting; null if nothing is promised
 */
public record BusinessEntity(String name, BusinessEntityKind kind, LocalDate partedOn, LocalDate partBy) {

  public boolean parted() {
    return partedOn != null;
  }
}
