package cn.gov.officecleanup.mechanism.way;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;

/**
 * A procedure that the way leads through.
 *
 * @param model its model
 * @param ownCase whether it opens a case
 * @param call id of the call activity of the caller that it was, or will be, called by; null where nobody calls it
 * @param caller null where nobody calls it
 * @param scope what expressions of the model are evaluated in: where the procedure runs its execution, else the nearest of a caller; null
 * where none runs yet
 * @param runs whether it runs, so that it has a state
 * @param given what the caller will give it, by the expression for it, {@code ${name}}
 * @param others ids of the elements where it waits as well, one for each time, beside the step that is looked from
 */
record Place(BpmnModelInstance model, String procedure, boolean ownCase, String call, Place caller, ExecutionEntity scope, boolean runs,
    Map<String, Object> given, List<String> others) {

  /** @return whether it will be about another case than the scope is, so that what is true of that one is not true of it */
  boolean elsewhere() {
    return !runs && caller != null && (ownCase || caller.elsewhere());
  }
}
