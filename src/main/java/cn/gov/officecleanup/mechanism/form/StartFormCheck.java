package cn.gov.officecleanup.mechanism.form;

import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.identity.Official;
import cn.gov.officecleanup.mechanism.identity.Officials;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.variable.value.FileValue;
import org.springframework.stereotype.Component;

/**
 * Checks what an official starts a procedure with against its start form. A start by the application itself (called by another procedure,
 * by a timer, by the campaign) is not checked: it brings what its caller decided. What was typed into the form and kept ends with the
 * start.
 */
@Component
class StartFormCheck implements ExecutionListener {

  private final DeployedForms forms;
  private final Officials officials;
  private final FormMeasures measures;
  private final FormDrafts drafts;

  StartFormCheck(DeployedForms forms, Officials officials, FormMeasures measures, FormDrafts drafts) {
    this.forms = forms;
    this.officials = officials;
    this.measures = measures;
    this.drafts = drafts;
  }

  /** @throws RefusedException when a case number is given, the form's demands are not met or the procedure cannot be started by hand */
  @Override
  public void notify(DelegateExecution execution) {
    Optional<Official> official = officials.current();
    if (official.isEmpty() || execution.getSuperExecution() != null) {
      return;
    }
    if (execution.getProcessBusinessKey() != null) {
      throw new RefusedException("CASE_NUMBER_GIVEN", "案号由系统编排，不能自行指定，请不要填写案号（业务键）后重新发起。", FormField.CLAUSE);
    }
    ProcessDefinitionEntity definition = ((ExecutionEntity) execution).getProcessDefinition();
    String form = forms.startFormOf(definition)
        .orElseThrow(() -> new RefusedException("NOT_STARTED_BY_HAND", "“%s”由系统在相应环节自动启动，不能直接发起。".formatted(definition.getName()),
            FormField.CLAUSE));
    Map<String, Object> submitted = new HashMap<>(execution.getVariables());
    // a file's name is with its typed value only
    submitted.replaceAll((name, value) -> execution.getVariableTyped(name) instanceof FileValue file ? file : value);
    // the engine itself has noted who starts; a submitted variable of that name would have replaced it
    submitted.remove(definition.getProperty(BpmnParse.PROPERTYNAME_INITIATOR_VARIABLE_NAME), official.get().userId());
    forms.schema(definition, form, Context.getCommandContext()).accept(submitted, measures.ofStart(official.get()));
    drafts.discardOwn(DraftedForm.beginning(definition.getKey()));
  }
}
