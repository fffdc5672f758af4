package cn.gov.officecleanup.mechanism.handling;

import cn.gov.officecleanup.mechanism.casefile.CaseFile;
import java.util.Optional;

/** Says who alone gives a whole case more time, where the last day is not for the superior of who asks to move. */
public interface MoreTimeAuthority {

  /** @return id of the group that decides; empty where the superior does as usual */
  Optional<String> decidingGroup(CaseFile file);
}
