package cn.gov.officecleanup.mechanism.auditlog;

import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.authorization.MissingAuthorization;

/**
 * What somebody tried and had no right to. A refusal is one unless it is known to be an ordinary one, such as a field that was left empty,
 * so that new kinds of refusals are noted by themselves.
 *
 * @param userId who is signed in
 * @param words the words of the refusal
 * @param thing id of the task, instance or the like; null where it is not known
 */
public record Attempt(String userId, String words, String thing) {

  private static final int DEPTH = 20;
  /** the engine's words for what belongs to a case */
  private static final Set<String> THINGS = Set.of("Task", "ProcessInstance", "Process Instance", "HistoricTask",
      "HistoricProcessInstance");
  /** clauses of what an official mends by filling in or handling otherwise */
  private static final Pattern ORDINARY = Pattern.compile("[A-C]\\d+|表单|办理|附件要求|委托代理|系统|GB/T 9704");
  /** what under those clauses is asked for by somebody to whom the application does not offer it */
  private static final Set<String> NOT_OFFERED = Set.of("UNKNOWN_FIELD", "START_IN_THE_MIDDLE", "NOT_STARTED_BY_HAND", "NOT_OFFERED",
      "SIGNER_IS_PROPOSER", "NO_SUCH_COLLEAGUE", "NO_SUCH_STEP", "NO_SUCH_CASE", "NOT_OWN_LINK", "NOT_HANDLED", "NOT_OWN_DOCUMENT",
      "NO_SUCH_KIND", "NOT_IN_CHARGE");

  /** @return the words of the refusal where the exception, or what caused it, is one of an attempt; @param exception may be null */
  public static Optional<String> wordsOf(Throwable exception) {
    return Stream.iterate(exception, cause -> cause != null, Throwable::getCause)
        .limit(DEPTH)
        .filter(Attempt::isOne)
        .map(Attempt::told)
        .findFirst();
  }

  /** @return id of the task or instance that somebody was refused; null where the refusal names none */
  static String thingOf(Throwable exception) {
    return Stream.iterate(exception, cause -> cause != null, Throwable::getCause)
        .limit(DEPTH)
        .filter(AuthorizationException.class::isInstance)
        .flatMap(refusal -> ((AuthorizationException) refusal).getMissingAuthorizations().stream())
        .filter(missing -> missing.getResourceId() != null && THINGS.contains(missing.getResourceType()))
        .map(MissingAuthorization::getResourceId)
        .findFirst()
        .orElse(null);
  }

  private static String told(Throwable exception) {
    List<MissingAuthorization> missing = exception instanceof AuthorizationException refusal ? refusal.getMissingAuthorizations()
        : List.of();
    return missing.isEmpty() ? exception.getMessage()
        : missing.stream()
            .map(one -> "%s（%s）".formatted(one.getViolatedPermissionName(), one.getResourceType()))
            .distinct()
            .collect(Collectors.joining("、", "没有权限：", ""));
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
