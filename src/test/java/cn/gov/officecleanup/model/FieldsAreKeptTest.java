package cn.gov.officecleanup.model;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.officecleanup.mechanism.form.FormContent;
import cn.gov.officecleanup.mechanism.form.FormRecords;
import cn.gov.officecleanup.mechanism.form.Submission;
import cn.gov.officecleanup.testkit.EngineTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What an official fills in at a task is kept, by a record or by a content that says so; decision and opinion are of every task alike. What
 * starts a procedure is kept in the variables of its names. A box that must be ticked says no more than that the task is done.
 */
@EngineTest
class FieldsAreKeptTest {

  private static final Set<String> OF_EVERY_TASK = Set.of(Submission.DECISION, Submission.OPINION, Submission.DOCUMENT_NUMBER);

  @Autowired
  private List<FormRecords<?>> records;
  @Autowired
  private List<FormContent> contents;

  private final Project project = Project.read();

  @Test
  void everyFieldOfATaskIsKept() {
    Map<String, Set<String>> lost = new TreeMap<>();
    formsOfTasks().forEach(form -> lost.put(form, lostIn(form, project.forms().get(form))));
    lost.values().removeIf(Set::isEmpty);
    assertThat(lost).as("fields that nobody keeps, by form").isEmpty();
  }

  @Test
  void aFieldThatNobodyKeepsIsFound() {
    assertThat(lostIn("integration-handover", """
      <form>
        <label for="handedOverOn">移交日期</label><input type="date" id="handedOverOn" cam-variable-name="handedOverOn">
        <label for="witness">见证人</label><input id="witness" cam-variable-name="witness">
        <label for="read">已阅</label><input type="checkbox" id="read" cam-variable-name="read" required>
        <table data-list="keys"><caption>钥匙</caption></table>
      </form>""")).containsExactlyInAnyOrder("witness", "keys");
  }

  @Test
  void nothingIsSaidToBeKeptThatNoFormAsks() {
    contents.forEach(content -> assertThat(content.keeps()).as(content.getClass().getSimpleName())
        .isSubsetOf(content.forms().stream().flatMap(form -> asked(project.forms().get(form))).toList()));
    records.forEach(kept -> assertThat(formsOfTasks()).containsAll(kept.forms()));
  }

  @Test
  void onlyWhatARecordKeepsIsShownUnderAHeading() {
    assertThat(project.forms().keySet()).filteredOn(form -> Jsoup.parse(project.forms().get(form)).selectFirst("[data-facts]") != null)
        .isSubsetOf(records.stream().flatMap(kept -> kept.forms().stream()).toList());
  }

  @Test
  void aFormIsKeptInOnePlace() {
    assertThat(records.stream().flatMap(kept -> kept.forms().stream())).doesNotHaveDuplicates();
    assertThat(contents.stream().flatMap(content -> content.forms().stream())).doesNotHaveDuplicates();
  }

  private Set<String> formsOfTasks() {
    return project.models()
        .values()
        .stream()
        .flatMap(model -> model.all(UserTask.class).stream())
        .map(UserTask::getCamundaFormKey)
        .map(ModelRule::formOf)
        .collect(Collectors.toSet());
  }

  private Set<String> lostIn(String form, String html) {
    return asked(html).filter(field -> !OF_EVERY_TASK.contains(field))
        .filter(field -> records.stream().noneMatch(kept -> kept.forms().contains(form) && kept.keeps(field)))
        .filter(field -> contents.stream().noneMatch(content -> content.forms().contains(form) && content.keeps().contains(field)))
        .collect(Collectors.toSet());
  }

  /** @return names of the fields and tables that can be filled in otherwise than by ticking what must be ticked */
  private static Stream<String> asked(String html) {
    Document form = Jsoup.parse(html);
    return Stream.concat(form.select("[cam-variable-name]:not([readonly]):not([type=checkbox][required])")
        .stream()
        .map(input -> input.attr("cam-variable-name")), form.select("[data-list]").stream().map(table -> table.attr("data-list")));
  }
}
