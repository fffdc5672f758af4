package cn.gov.officecleanup.mechanism.casefile;

import cn.gov.officecleanup.mechanism.identity.Official;
import java.util.Optional;

/**
 * Says who must stay away from a case, whatever groups they are in and whoever they stand in for (回避): they neither read it nor take on or
 * complete anything in it, and nothing in it is handed to them. Asked each time anew, since it may come to light later.
 */
public interface StayingAway {

  /** @return why this official stays away from the case, in a Chinese sentence; empty where nothing keeps that one from it */
  Optional<String> why(Official official, String caseNumber);
}
