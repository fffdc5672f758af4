package cn.gov.henan.officecleanup.auditlog;

import cn.gov.henan.officecleanup.finding.Finding;
import cn.gov.henan.officecleanup.finding.RefusedException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;

/**
 * What somebody tried and had no right to. A refusal is one unless it is known to be an ordinary one, such as a field that was left empty, so that new kinds of refusals are noted by
 * themselves.
 *
 * @param userId who is signed in
 * @param words  the words of the refusal
 * @param thing  id of the task, instance or the like; null where it is not known
 */
public record Attempt(String userId, String words, String thing) {

  private static final int DEPTH = 20;
  /** clauses of what an official mends by filling in or handling otherwise */
  private static final Pattern ORDINARY = Pattern.compile("[A-C]\\d+|表单|办理|附件要求|委托代理|系统|GB/T 9704");
  /** what under those clauses is asked for by somebody to whom the application does not offer it */
  private static final Set<String> NOT_OFFERED = Set.of("UNKNOWN_FIELD", "START_IN_THE_MIDDLE", "NOT_STARTED_BY_HAND", "NOT_OFFERED", "SIGNER_IS_PROPOSER", "NO_SUCH_COLLEAGUE",
      "NO_SUCH_STEP", "NO_SUCH_CASE", "NOT_OWN_LINK", "NOT_HANDLED", "NOT_OWN_DOCUMENT", "NO_SUCH_KIND", "NOT_IN_CHARGE");

  /** @return the words of the refusal where the exception, or what caused it, is one of an attempt; @param exception may be null */
  public static Optional<String> wordsOf(Throwable exception) {
    return Stream.iterate(exception, cause -> cause != null, Throwable::getCause).limit(DEPTH).filter(Attempt::isOne).map(Throwable::getMessage).findFirst();
  }

  private static boolean isOne(Throwable exception) {
    return exception instanceof AuthorizationException
        || exception instanceof RefusedException refused && refused.findings().stream().anyMatch(Attempt::isOne)
        // the engine's words for expressions that come with a request
        || exception instanceof BadUserRequestException && String.valueOf(exception.getMessage()).contains("xpressions are forbidden");
  }

  private static boolean isOne(Finding finding) {
    return NOT_OFFERED.contains(finding.code()) || !ORDINARY.matcher(finding.clause()).matches();
  }
}
