package cn.gov.officecleanup.mechanism.form;

import cn.gov.officecleanup.mechanism.identity.Official;
import java.util.Optional;

/** Knows for whom an official works who is in a group only for the time of a substitution (委托代理). */
public interface StandingIn {

  /** @return name of the one who is absent; empty where the official works in the own right */
  Optional<String> forWhom(Official official, String groupId);
}
