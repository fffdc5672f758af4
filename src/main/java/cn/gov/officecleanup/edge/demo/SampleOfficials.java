package cn.gov.officecleanup.edge.demo;

import cn.gov.officecleanup.mechanism.document.CaseDocuments;
import cn.gov.officecleanup.mechanism.document.NewDocument;
import cn.gov.officecleanup.mechanism.form.FormAssembly;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Does the work of the sample as the officials whose it is: each group of the demo has one user, who has its id. */
@Component
@Profile("demo")
class SampleOfficials {

  private static final byte[] PDF = ("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count "
      + "1/Kids[3 0 R]>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n")
      .getBytes(StandardCharsets.US_ASCII);

  private final IdentityService identity;
  private final RuntimeService runtime;
  private final TaskService tasks;
  private final FormAssembly forms;
  private final CaseDocuments documents;
  private final ObjectMapper json;

  SampleOfficials(IdentityService identity, RuntimeService runtime, TaskService tasks, FormAssembly forms, CaseDocuments documents,
      ObjectMapper json) {
    this.identity = identity;
    this.runtime = runtime;
    this.tasks = tasks;
    this.forms = forms;
    this.documents = documents;
    this.json = json;
  }

  ProcessInstance start(String group, String procedure, Map<String, Object> submitted) {
    return as(group, () -> runtime.startProcessInstanceByKey(procedure, submitted));
  }

  /** @param values by field of the form, tables as lists of rows */
  void complete(Task task, String group, Map<String, Object> values) {
    Map<String, Object> submitted = new HashMap<>(values);
    submitted.replaceAll((field, value) -> value instanceof List<?> rows ? text(rows) : value);
    as(group, () -> {
      tasks.complete(task.getId(), submitted);
      return null;
    });
  }

  /** @return the rows that the form of a task shows in a table */
  @SuppressWarnings("unchecked")
  List<Map<String, Object>> shown(Task task, String group, String table) {
    return (List<Map<String, Object>>) as(group, () -> forms.ofTask(task.getId())).orElseThrow().values().get(table);
  }

  void attach(String caseNumber, String governmentCode, String kind, String name, String group, String step) {
    documents.store(new NewDocument(caseNumber, governmentCode, kind, name + "（样例）.pdf", PDF, group, step, group));
  }

  private <T> T as(String group, Supplier<T> work) {
    identity.setAuthentication(group, List.of(group));
    try {
      return work.get();
    } finally {
      identity.clearAuthentication();
    }
  }

  private String text(List<?> rows) {
    try {
      return json.writeValueAsString(rows);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("rows of texts can always be written", e);
    }
  }
}
