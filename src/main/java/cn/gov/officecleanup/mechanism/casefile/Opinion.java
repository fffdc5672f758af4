package cn.gov.officecleanup.mechanism.casefile;

import java.time.OffsetDateTime;

/**
 * What an official said and decided at one step of a case.
 *
 * @param stepName Chinese name of the step
 * @param levelName the level that spoke: 洛阳市人民政府, 省机关事务管理局, 省人民政府, …
 * @param decisionLabel the decision as the form words it, null where the step decides nothing
 * @param words the opinion, null where nothing was written
 * @param signatureId number of the signature that it bears, null where who gave it kept none
 */
public record Opinion(long id, String caseNumber, String step, String stepName, String levelName, String userId, String userName,
    String decision, String decisionLabel, String words, OffsetDateTime givenAt, Long signatureId) {
}
