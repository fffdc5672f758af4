package cn.gov.officecleanup.procedure.rotation;

import cn.gov.officecleanup.mechanism.platform.Labelled;

/** Whether who leaves a post hands it over in person (C13). */
enum Giver implements Labelled {

  PRESENT("本人到场移交"),
  RESIGNED("已经辞职、调离"),
  RETIRED("已经退休"),
  DIED("已经去世"),
  DETAINED("被留置、羁押");

  private final String label;

  Giver(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
