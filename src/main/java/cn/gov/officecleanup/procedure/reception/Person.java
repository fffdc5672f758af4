package cn.gov.officecleanup.procedure.reception;

/** Somebody at a reception. */
record Person(String name, String unit, String post) {

  boolean isSame(Person other) {
    return name.equals(other.name) && unit.equals(other.unit);
  }
}
