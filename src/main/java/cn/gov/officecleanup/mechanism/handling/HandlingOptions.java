package cn.gov.officecleanup.mechanism.handling;

import cn.gov.officecleanup.mechanism.form.Choice;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What the signed-in official can do with a task beside completing it.
 *
 * @param colleagues to whom it can be handed
 * @param steps to which the case can be returned
 * @param askable groups whose opinion can be asked
 * @param readers groups to whom the case can be sent to be read
 * @param awaited names of the groups whose opinion is awaited
 * @param assistants colleagues and groups who can be asked to assist
 * @param assisting names of those who have not done their part yet
 */
public record HandlingOptions(List<Choice> colleagues, List<Choice> steps, List<Choice> askable, List<Choice> readers, List<String> awaited,
    List<Choice> assistants, List<String> assisting) {

  /** Finds out. */
  @Component
  public static class Finder {

    private final OwnCaseTask.Finder toDo;
    private final TransferringTask transferring;
    private final ReturningCase returning;
    private final OpinionRequests requests;
    private final Circulating circulating;
    private final Assisting assisting;

    Finder(OwnCaseTask.Finder toDo, TransferringTask transferring, ReturningCase returning, OpinionRequests requests,
        Circulating circulating, Assisting assisting) {
      this.toDo = toDo;
      this.transferring = transferring;
      this.returning = returning;
      this.requests = requests;
      this.circulating = circulating;
      this.assisting = assisting;
    }

    /** @return what can be done; empty where the task is not the official's to do */
    public Optional<HandlingOptions> of(String taskId) {
      return toDo.find(taskId)
          .map(task -> task.file().confided() ? withoutOthers(task)
              : new HandlingOptions(transferring.colleagues(task), returning.steps(task), requests.askable(task), circulating.readers(task),
                  requests.awaited(taskId, task.file().caseNumber()), assisting.assistants(task),
                  assisting.awaited(taskId, task.file().caseNumber())));
    }

    /** Of a confided case nobody is asked, as they would learn of it. */
    private HandlingOptions withoutOthers(OwnCaseTask task) {
      return new HandlingOptions(transferring.colleagues(task), returning.steps(task), List.of(), List.of(), List.of(), List.of(),
          List.of());
    }
  }
}
