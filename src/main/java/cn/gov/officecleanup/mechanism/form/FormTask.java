package cn.gov.officecleanup.mechanism.form;

/**
 * The task whose form is opened or submitted.
 *
 * @param taskId id of the task
 * @param key the task's id in its model, e.g. {@code sign}
 * @param name its Chinese name
 * @param form name of its form without folder and ending, e.g. {@code leader-sign}
 * @param caseNumber number of the case (the business key)
 * @param execution id of the execution that waits at the task
 */
public record FormTask(String taskId, String key, String name, String form, String caseNumber, String execution) {
}
