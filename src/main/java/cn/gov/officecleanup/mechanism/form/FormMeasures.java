package cn.gov.officecleanup.mechanism.form;

import cn.gov.officecleanup.mechanism.document.CaseDocuments;
import cn.gov.officecleanup.mechanism.document.StoredDocument;
import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.mechanism.identity.Official;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Gathers what a form is measured by, for the browser when it opens and for the server when it comes back. */
@Component
class FormMeasures {

  private final Clock clock;
  private final DeployedForms forms;
  private final CaseDocuments documents;
  private final ObjectProvider<ChoiceProvider> choices;
  private final ObjectProvider<LawfulOptions> rules;

  FormMeasures(Clock clock, DeployedForms forms, CaseDocuments documents, ObjectProvider<ChoiceProvider> choices,
      ObjectProvider<LawfulOptions> rules) {
    this.clock = clock;
    this.forms = forms;
    this.documents = documents;
    this.choices = choices;
    this.rules = rules;
  }

  /** @param shown what the task's form shows, asked for only where a demand needs it */
  Circumstances ofTask(TaskEntity task, Official official, Supplier<Map<String, Object>> shown) {
    String caseNumber = task.getProcessInstance().getProcessBusinessKey();
    return new Measured(official, caseNumber, () -> documents.attachedAt(caseNumber, forms.stepsWithFormOf(task)), shown);
  }

  /** Nothing is attached yet, and there is no case. */
  Circumstances ofStart(Official official) {
    return new Measured(official, null, List::of, Map::of);
  }

  private final class Measured implements Circumstances {

    private final Official official;
    private final String caseNumber;
    private final Supplier<List<StoredDocument>> attached;
    private final Supplier<Map<String, Object>> values;
    private Map<String, Object> shown;

    private Measured(Official official, String caseNumber, Supplier<List<StoredDocument>> attached, Supplier<Map<String, Object>> values) {
      this.official = official;
      this.caseNumber = caseNumber;
      this.attached = attached;
      this.values = values;
    }

    @Override
    public LocalDate today() {
      return LocalDate.now(clock);
    }

    @Override
    public List<Choice> choices(String name) {
      return choices.stream()
          .filter(provider -> provider.name().equals(name))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("nobody offers the choices " + name))
          .offer(official);
    }

    @Override
    public Optional<Finding> against(String name, String option, Map<String, ?> answers) {
      return rules.stream()
          .filter(rule -> rule.name().equals(name))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("nobody knows the rules " + name))
          .against(caseNumber, option, answers);
    }

    @Override
    public List<StoredDocument> attached() {
      return attached.get();
    }

    @Override
    public Object shown(String name) {
      if (shown == null) {
        shown = values.get();
      }
      return shown.get(name);
    }
  }
}
