package cn.gov.officecleanup.mechanism.casefile;

import cn.gov.officecleanup.mechanism.identity.Official;

/**
 * Says who must stay away from a case, whatever groups they are in and whoever they stand in for (回避): they neither read it nor take on or
 * complete anything in it, and nothing in it is handed to them. Asked each time anew, since it may come to light later.
 */
public interface StayingAway {

  /** @return whether this official stays away from the case; nobody is told why, or that there is such a case */
  boolean keepsAway(Official official, String caseNumber);
}
