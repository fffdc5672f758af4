package cn.gov.officecleanup.procedure.placement;

import java.time.LocalDate;

/** The terms, ages and amounts as the application is configured. */
final class Configured {

  static final PlacementProperties PLACEMENT = new PlacementProperties(15, 30, 15, 1, 60, 55, 50, 36, LocalDate.of(2008, 1, 1), 12, 3, 12);

  private Configured() {
  }
}
