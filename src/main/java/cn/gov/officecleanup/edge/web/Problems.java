package cn.gov.officecleanup.edge.web;

import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.platform.Failure;
import com.fasterxml.jackson.core.JacksonException;
import jakarta.ws.rs.WebApplicationException;
import java.io.EOFException;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.coyote.BadRequestException;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/**
 * Tells a failed request as a {@link Problem}, by the kind of what was thrown, wherever in the chain of causes it is: the engine wraps what
 * models throw. Notes it in the log as well: what the caller can mend in one line, a failure of the application with all of it under the
 * number that the caller reads.
 */
final class Problems {

  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
  private static final int DEPTH = 20;
  /** SQL's own state for a text that its column cannot hold */
  private static final String TOO_LONG_FOR_COLUMN = "22001";
  /** SQL's own state for what somebody else has entered in the same moment */
  private static final String ENTERED_TWICE = "23505";
  private static final String GONE = "该事项已经办结、撤销或者不存在，请刷新后再看。";

  private Problems() {
  }

  /** @return what to tell of it; it is in the log then */
  static Problem of(Throwable failure) {
    List<Throwable> chain = Stream.iterate(failure, cause -> cause != null, Throwable::getCause).limit(DEPTH).toList();
    Optional<Problem> mendable = refusal(chain).or(() -> chain.stream().map(Problems::byKind).flatMap(Optional::stream).findFirst())
        .or(() -> chain.stream().filter(Problems::isMalformed).findFirst().map(malformed -> Problem.of(HttpStatus.BAD_REQUEST)));
    mendable.ifPresent(problem -> LOG.info("refused with {} {}: {}", problem.status(), problem.code(), oneLine(chain)));
    return mendable.orElseGet(() -> Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, Failure.noted(failure).message()));
  }

  private static Optional<Problem> refusal(List<Throwable> chain) {
    return chain.stream()
        .filter(RefusedException.class::isInstance)
        .map(RefusedException.class::cast)
        .findFirst()
        .map(refused -> Problem.of(chain.stream().anyMatch(Problems::isConflict) ? HttpStatus.CONFLICT : HttpStatus.BAD_REQUEST,
            refused.getMessage(), refused.findings()));
  }

  /** The words of the engine and of Spring are English, and name users and permissions. */
  private static boolean isOurs(String words) {
    return words != null && words.codePoints().findFirst().stream().anyMatch(Character::isIdeographic);
  }

  private static boolean isConflict(Throwable cause) {
    return cause instanceof OptimisticLockingException || cause instanceof ConcurrencyFailureException
        || cause instanceof SQLException unkept && ENTERED_TWICE.equals(unkept.getSQLState());
  }

  private static Optional<Problem> byKind(Throwable cause) {
    if (cause instanceof AuthorizationException) {
      return Optional
          .of(isOurs(cause.getMessage()) ? Problem.of(HttpStatus.FORBIDDEN, cause.getMessage()) : Problem.of(HttpStatus.FORBIDDEN));
    }
    if (cause instanceof TaskAlreadyClaimedException) {
      return Optional.of(Problem.of(HttpStatus.CONFLICT, "该任务已由他人签收，请刷新任务列表。"));
    }
    if (isConflict(cause)) {
      return Optional.of(Problem.of(HttpStatus.CONFLICT));
    }
    if (cause instanceof SQLException unkept && TOO_LONG_FOR_COLUMN.equals(unkept.getSQLState())) {
      return Optional.of(Problem.of(HttpStatus.BAD_REQUEST, "有一处内容太长，无法保存，请精简后再提交。"));
    }
    if (cause instanceof NotFoundException || cause instanceof NullValueException) {
      return Optional.of(Problem.of(HttpStatus.NOT_FOUND, GONE));
    }
    if (cause instanceof MaxUploadSizeExceededException) {
      return Optional.of(Problem.of(HttpStatus.PAYLOAD_TOO_LARGE));
    }
    // whoever sends does not go on with it, or has gone away
    if (cause instanceof SocketTimeoutException || cause instanceof EOFException || cause instanceof BadRequestException) {
      return Optional.of(Problem.of(HttpStatus.REQUEST_TIMEOUT));
    }
    if (cause instanceof BadUserRequestException || cause instanceof ParseException || cause instanceof JacksonException) {
      return Optional.of(Problem.of(HttpStatus.BAD_REQUEST));
    }
    if (cause instanceof ErrorResponse spring && isOurs(spring.getBody().getDetail())) {
      return Optional.ofNullable(HttpStatus.resolve(spring.getStatusCode().value()))
          .map(status -> Problem.of(status, spring.getBody().getDetail()));
    }
    return status(cause).filter(HttpStatus::is4xxClientError)
        .map(status -> status == HttpStatus.NOT_FOUND && cause instanceof RestException ? Problem.of(status, GONE) : Problem.of(status));
  }

  /** What Spring says of a request that it could not read, unless a cause says more. */
  private static boolean isMalformed(Throwable cause) {
    return cause instanceof HttpMessageNotReadableException || cause instanceof TypeMismatchException
        || cause instanceof MultipartException;
  }

  /** Exceptions that say their status: the engine's interface's own, those of JAX-RS, and Spring's. */
  private static Optional<HttpStatus> status(Throwable cause) {
    if (cause instanceof RestException rest) {
      return Optional.ofNullable(rest.getStatus()).map(status -> HttpStatus.resolve(status.getStatusCode()));
    }
    if (cause instanceof WebApplicationException web) {
      return Optional.ofNullable(HttpStatus.resolve(web.getResponse().getStatus()));
    }
    return cause instanceof ErrorResponse spring ? Optional.ofNullable(HttpStatus.resolve(spring.getStatusCode().value()))
        : Optional.empty();
  }

  /** Messages may hold what came with the request: no line of the log is to be made up by it. */
  private static String oneLine(List<Throwable> chain) {
    Throwable last = chain.get(chain.size() - 1);
    return (last.getClass().getSimpleName() + " " + last.getMessage()).replaceAll("\\p{Cntrl}+", " ");
  }
}
