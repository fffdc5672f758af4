package cn.gov.officecleanup.procedure.template;

import cn.gov.officecleanup.mechanism.document.OfficialTemplate;
import cn.gov.officecleanup.mechanism.form.Choice;
import cn.gov.officecleanup.mechanism.form.ChoiceProvider;
import cn.gov.officecleanup.mechanism.identity.Official;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

/** Offers the templates that can be revised. */
@Component
class TemplateChoices implements ChoiceProvider {

  @Override
  public String name() {
    return "official-templates";
  }

  @Override
  public List<Choice> offer(Official official) {
    return Arrays.stream(OfficialTemplate.values()).map(template -> new Choice(template.name(), template.label())).toList();
  }
}
