package cn.gov.officecleanup.province;

import static cn.gov.officecleanup.testkit.EngineTests.as;
import static cn.gov.officecleanup.testkit.EngineTests.asApplication;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskService;

import cn.gov.officecleanup.edge.board.Boards;
import cn.gov.officecleanup.edge.search.CasePages;
import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.document.CaseDocuments;
import cn.gov.officecleanup.mechanism.document.StoredDocument;
import cn.gov.officecleanup.mechanism.form.FormAssembly;
import cn.gov.officecleanup.mechanism.identity.Official;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.poi.extractor.ExtractorFactory;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Collects what officials were shown while a test walks through procedures, as it went to them: forms, pages, the board, documents. */
class Rendered {

  private final FormAssembly opening;
  private final CasePages pages;
  private final Boards boards;
  private final CaseFiles cases;
  private final CaseDocuments documents;
  private final JdbcClient jdbc;
  private final ObjectMapper json;
  private final Map<String, String> texts = new LinkedHashMap<>();
  private final Set<String> seen = new HashSet<>();

  Rendered(FormAssembly opening, CasePages pages, Boards boards, CaseFiles cases, CaseDocuments documents, JdbcClient jdbc,
      ObjectMapper json) {
    this.opening = opening;
    this.pages = pages;
    this.boards = boards;
    this.cases = cases;
    this.documents = documents;
    this.jdbc = jdbc;
    this.json = json;
  }

  /** Opens the forms of all tasks that were not looked at before, each as an official who may complete it. */
  void lookAtTasks() {
    for (Task task : taskService().createTaskQuery().initializeFormKeys().list()) {
      if (seen.add(task.getId())) {
        String group = taskService().getIdentityLinksForTask(task.getId()).stream().map(IdentityLink::getGroupId).findFirst().orElseThrow();
        note("task " + task.getTaskDefinitionKey(), task.getName() + "\n" + task.getDescription());
        as(group, group);
        try {
          note("form " + task.getFormKey(), written(opening.ofTask(task.getId()).orElseThrow()));
        } finally {
          asApplication();
        }
      }
    }
  }

  /** Reads every case's page and documents, and the board, as somebody who sees the whole province. */
  void lookAtCases() {
    Official supervisor = new Official("supervisors", "督查人员", Set.of("supervisors"));
    note("board", written(boards.of(supervisor, null)));
    for (String number : jdbc.sql("select case_number from case_file order by case_number").query(String.class).list()) {
      String government = cases.find(number).orElseThrow().governmentCode();
      Official own = new Official("own", "经办人", Set.of("gov" + government));
      pages.of(number, supervisor).or(() -> pages.of(number, own)).ifPresent(page -> note("page of " + number, written(page)));
      documents.list(number).forEach(document -> note(document.fileName(), document.fileName() + "\n" + text(document)));
    }
  }

  void note(String what, String text) {
    texts.merge(what, text, (before, more) -> before + "\n" + more);
  }

  /** @return where a pattern is met, with what stands around it */
  List<String> meeting(Pattern pattern) {
    return texts.entrySet()
        .stream()
        .flatMap(text -> pattern.matcher(text.getValue())
            .results()
            .map(met -> text.getKey() + ": "
                + text.getValue().substring(Math.max(0, met.start() - 30), Math.min(text.getValue().length(), met.end() + 30))))
        .distinct()
        .toList();
  }

  /** @return names of what was looked at */
  Set<String> names() {
    return texts.keySet();
  }

  private String text(StoredDocument document) {
    byte[] content = documents.content(document.id()).orElseThrow();
    if (!document.fileName().matches(".*\\.(docx|xlsx)")) {
      return "";
    }
    try (var extractor = ExtractorFactory.createExtractor(new ByteArrayInputStream(content))) {
      return extractor.getText();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String written(Object shown) {
    try {
      return json.writeValueAsString(shown);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
