package cn.gov.officecleanup.mechanism.platform;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** Adds to the engine's lists of custom parts, which are null while nobody has added anything. */
public final class ExtendedList {

  private ExtendedList() {
  }

  /** @return what was there, and after it what is added; may be added to again */
  @SafeVarargs
  public static <T> List<T> by(Collection<? extends T> present, T... added) {
    List<T> all = present == null ? new ArrayList<>() : new ArrayList<>(present);
    Collections.addAll(all, added);
    return all;
  }
}
