package cn.gov.officecleanup.mechanism.register;

import java.util.Optional;

/** Foretells what begins by itself about an office once it stands in the register as stated. */
public interface WhatBegins {

  /**
   * @param office one of the register, or with a negative id one that an import is to enter
   * @param disposition what the plan then provides for it
   * @return Chinese name of what begins, e.g. 撤销; empty where nothing does
   */
  Optional<String> of(Office office, DispositionResult disposition);
}
