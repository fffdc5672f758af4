package cn.gov.officecleanup.mechanism.procedures;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * What the models say of their procedures. They are read where they are deployed from, once: these are what is deployed last of each,
 * whatever version a running case follows; and whoever asks before they are deployed, such as for the rights of groups, gets the same
 * answer.
 */
@Component
public class Procedures {

  private static final String MODELS = "classpath*:processes/**/*.bpmn";
  private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
  private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

  private final Map<String, Procedure> byKey;

  Procedures() {
    this.byKey = read();
  }

  /** @return the procedure of a key; where a case is of one that has no model here, one that those in charge read */
  public Procedure of(String key) {
    return byKey.getOrDefault(key, Procedure.withoutModel(key));
  }

  /** @return the keys of the procedures of which this is true, in the order of the alphabet */
  public List<String> keys(Predicate<Procedure> condition) {
    return byKey.values().stream().filter(condition).map(Procedure::key).sorted().toList();
  }

  private static Map<String, Procedure> read() {
    Map<String, Procedure> procedures = new HashMap<>();
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setNamespaceAware(true);
      for (Resource model : new PathMatchingResourcePatternResolver().getResources(MODELS)) {
        try (InputStream content = model.getInputStream()) {
          elements(factory.newDocumentBuilder().parse(content).getElementsByTagNameNS(BPMN, "process"))
              .map(process -> Procedure.of(process.getAttribute("id"), properties(process)))
              .forEach(procedure -> procedures.put(procedure.key(), procedure));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the models", e);
    } catch (ParserConfigurationException | SAXException e) {
      throw new IllegalStateException("cannot read the models", e);
    }
    return Map.copyOf(procedures);
  }

  private static Map<String, String> properties(Element process) {
    Map<String, String> properties = new HashMap<>();
    children(process, BPMN, "extensionElements").flatMap(extensions -> children(extensions, CAMUNDA, "properties"))
        .flatMap(list -> children(list, CAMUNDA, "property"))
        .forEach(property -> properties.put(property.getAttribute("name"), property.getAttribute("value")));
    return properties;
  }

  private static Stream<Element> children(Element parent, String namespace, String name) {
    return elements(parent.getChildNodes()).filter(child -> namespace.equals(child.getNamespaceURI()) && name.equals(child.getLocalName()));
  }

  private static Stream<Element> elements(NodeList nodes) {
    return IntStream.range(0, nodes.getLength())
        .mapToObj(nodes::item)
        .filter(node -> node.getNodeType() == Node.ELEMENT_NODE)
        .map(Element.class::cast);
  }
}
