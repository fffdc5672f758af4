package cn.gov.officecleanup.mechanism.form;

import cn.gov.officecleanup.mechanism.casefile.CaseFacts;
import cn.gov.officecleanup.mechanism.casefile.CaseFile;
import cn.gov.officecleanup.mechanism.text.InWords;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What was filled in is shown to those who handle the case after, under the words of the form: a form that names a heading ({@code
 * data-facts}) shows the fields that its record keeps. What a field offers by who asks, such as offices, has no words in the form: whoever
 * knows it says it.
 */
@Component
@Order(FormFacts.ORDER)
class FormFacts implements CaseFacts {

  /** After what a case is about, before what follows from what was filled in. */
  static final int ORDER = 3;

  private final ProcessEngineConfigurationImpl engine;
  private final DeployedForms forms;
  private final KeptRecords records;

  FormFacts(@Lazy ProcessEngineConfigurationImpl engine, DeployedForms forms, KeptRecords records) {
    this.engine = engine;
    this.forms = forms;
    this.records = records;
  }

  @Override
  public List<Fact> of(CaseFile file) {
    return records.of(file.caseNumber()).stream().flatMap(kept -> factsIn(kept, file).stream()).toList();
  }

  private <R extends Record> List<Fact> factsIn(FormRecords<R> records, CaseFile file) {
    return records.find(file.caseNumber()).map(record -> {
      Set<String> shown = new HashSet<>();
      List<Fact> facts = new ArrayList<>();
      schemas(file.procedureKey(), records.formsShown(record)).forEach(form -> form.heading().ifPresent(heading -> {
        Map<String, Object> values = records.values(record, form.fieldNames());
        form.fields()
            .stream()
            .filter(field -> field.choices() == null && records.hasComponent(field.name()) && shown.add(field.name()))
            .forEach(field -> CaseFacts.add(facts, heading, field.label(), inWords(field, values.get(field.name()))));
      }));
      return facts;
    }).orElse(List.of());
  }

  /** The forms as the procedure's latest model has them: what is kept is read with today's words. */
  private List<FormSchema> schemas(String procedureKey, List<String> names) {
    return engine.getCommandExecutorTxRequired().execute(context -> {
      ProcessDefinitionEntity definition = engine.getDeploymentCache()
          .findDeployedLatestProcessDefinitionByKeyAndTenantId(procedureKey, null);
      return names.stream().map(name -> forms.schema(definition, name, context)).toList();
    });
  }

  private static String inWords(FormField field, Object value) {
    if (value instanceof LocalDate day) {
      return InWords.day(day);
    }
    if (value instanceof BigDecimal yuan) {
      return InWords.yuan(yuan);
    }
    if (value instanceof Boolean ticked) {
      return ticked ? "是" : null;
    }
    return value == null ? null : field.labelOf(value.toString());
  }
}
