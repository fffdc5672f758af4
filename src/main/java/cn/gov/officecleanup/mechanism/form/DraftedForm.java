package cn.gov.officecleanup.mechanism.form;

/**
 * The form that a draft belongs to.
 *
 * @param id of the task, or key of the procedure that the form begins
 * @param begins whether it begins a procedure
 */
public record DraftedForm(String id, boolean begins) {

  public static DraftedForm ofTask(String taskId) {
    return new DraftedForm(taskId, false);
  }

  public static DraftedForm beginning(String procedureKey) {
    return new DraftedForm(procedureKey, true);
  }
}
