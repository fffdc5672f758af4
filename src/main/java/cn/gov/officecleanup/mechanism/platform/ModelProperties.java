package cn.gov.officecleanup.mechanism.platform;

import java.util.List;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;

/** Reads what a model says of its elements in extension properties. */
public final class ModelProperties {

  private ModelProperties() {
  }

  /** @return the words, parted by blanks, of a property of an element; none where it has none of that name, or there is no element */
  public static List<String> words(BaseElement element, String name) {
    if (element == null || element.getExtensionElements() == null) {
      return List.of();
    }
    return element.getExtensionElements()
        .getElementsQuery()
        .filterByType(CamundaProperties.class)
        .list()
        .stream()
        .flatMap(properties -> properties.getCamundaProperties().stream())
        .filter(property -> name.equals(property.getCamundaName()))
        .flatMap(property -> List.of(property.getCamundaValue().split("\\s+")).stream())
        .toList();
  }
}
