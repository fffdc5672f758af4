package cn.gov.officecleanup.mechanism.auditlog;

import cn.gov.officecleanup.mechanism.casefile.CaseFile;
import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.document.CaseDocuments;
import cn.gov.officecleanup.mechanism.document.StoredDocument;
import cn.gov.officecleanup.mechanism.identity.Officials;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Notes what was refused, once for a request and after all that was done in it was rolled back. Within a request the first attempt that the
 * engine meets is kept until the request ends.
 */
@Component
public class Attempts {

  private static final String MET = Attempts.class.getName();
  private static final Pattern CASE_NUMBER = Pattern.compile("[A-Z]{2}-\\d{4}-\\d{4,}");
  private static final Pattern ENGINE_ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final AuditLog log;
  private final CaseFiles cases;
  private final CaseDocuments documents;
  private final TaskService tasks;
  private final RuntimeService runtime;
  private final HistoryService history;
  private final Officials officials;

  Attempts(AuditLog log, CaseFiles cases, CaseDocuments documents, @Lazy TaskService tasks, @Lazy RuntimeService runtime,
      @Lazy HistoryService history, Officials officials) {
    this.log = log;
    this.cases = cases;
    this.documents = documents;
    this.tasks = tasks;
    this.runtime = runtime;
    this.history = history;
    this.officials = officials;
  }

  /**
   * Notes an attempt that the engine met, or keeps it until the request ends.
   *
   * @param asked what the engine was asked for
   * @param whole whether nothing goes on around it that rolls back what would be noted now
   */
  void met(Attempt attempt, String asked, boolean whole) {
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    if (request != null) {
      if (request.getAttribute(MET, RequestAttributes.SCOPE_REQUEST) == null) {
        request.setAttribute(MET, attempt, RequestAttributes.SCOPE_REQUEST);
      }
    } else if (whole) {
      note(attempt, asked);
    }
  }

  /** @return the attempt that the engine met in the request at work */
  public Optional<Attempt> met() {
    return Optional.ofNullable(RequestContextHolder.getRequestAttributes())
        .map(request -> (Attempt) request.getAttribute(MET, RequestAttributes.SCOPE_REQUEST));
  }

  /** Notes an attempt, in a transaction of its own. @param asked what was asked for */
  public void note(Attempt attempt, String asked) {
    log.noteRefusal(attempt.userId(), asked, attempt.words(), attempt.thing() == null ? null : caseOf(attempt.thing(), true).orElse(null));
  }

  /**
   * @param thing id of whatever stands in an address
   * @param past whether what is over counts as well
   * @return number of the case that the thing is in; empty where there is no such thing
   */
  public Optional<String> caseOf(String thing, boolean past) {
    if (CASE_NUMBER.matcher(thing).matches()) {
      return cases.find(thing).map(CaseFile::caseNumber);
    }
    return ENGINE_ID.matcher(thing).matches() ? officials.asApplication(() -> Stream
        .<Supplier<Optional<String>>>of(
            () -> Optional.ofNullable(tasks.createTaskQuery().taskId(thing).singleResult())
                .map(Task::getProcessInstanceId)
                .flatMap(this::keyOf),
            () -> Optional.ofNullable(runtime.createExecutionQuery().executionId(thing).singleResult())
                .map(Execution::getProcessInstanceId)
                .flatMap(this::keyOf),
            () -> documents.find(UUID.fromString(thing)).map(StoredDocument::caseNumber),
            () -> past
                ? Optional.ofNullable(history.createHistoricTaskInstanceQuery().taskId(thing).singleResult())
                    .map(HistoricTaskInstance::getProcessInstanceId)
                    .flatMap(this::pastKeyOf)
                : Optional.empty(),
            () -> past ? pastKeyOf(thing) : Optional.empty())
        .map(Supplier::get)
        .flatMap(Optional::stream)
        .findFirst()) : Optional.empty();
  }

  private Optional<String> keyOf(String instance) {
    return Optional.ofNullable(runtime.createProcessInstanceQuery().processInstanceId(instance).singleResult())
        .map(ProcessInstance::getBusinessKey);
  }

  private Optional<String> pastKeyOf(String instance) {
    return Optional.ofNullable(history.createHistoricProcessInstanceQuery().processInstanceId(instance).singleResult())
        .map(HistoricProcessInstance::getBusinessKey);
  }
}
