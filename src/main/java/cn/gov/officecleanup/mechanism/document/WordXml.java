package cn.gov.officecleanup.mechanism.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/** Reads elements of a Word document by their local names: the strict and the transitional kind differ in their namespaces alone. */
final class WordXml {

  private static final double TWIPS_PER_POINT = 20;

  private WordXml() {
  }

  /** @return the children that are elements, in order */
  static List<Element> children(Element parent) {
    List<Element> found = new ArrayList<>();
    for (Node node = parent == null ? null : parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        found.add(element);
      }
    }
    return found;
  }

  /** @return the children of that name, in order */
  static List<Element> children(Element parent, String name) {
    return children(parent).stream().filter(child -> name.equals(child.getLocalName())).toList();
  }

  /** @return the first element at the end of a path of children; null where there is none */
  static Element at(Element parent, String... path) {
    Element found = parent;
    for (String name : path) {
      found = children(found, name).stream().findFirst().orElse(null);
    }
    return found;
  }

  /** @return an attribute, or null */
  static String attribute(Element element, String name) {
    NamedNodeMap attributes = element == null ? null : element.getAttributes();
    for (int i = 0; attributes != null && i < attributes.getLength(); i++) {
      if (name.equals(attributes.item(i).getLocalName())) {
        return attributes.item(i).getNodeValue();
      }
    }
    return null;
  }

  /** @return the attribute {@code val} of a child, or null */
  static String val(Element parent, String... path) {
    return attribute(at(parent, path), "val");
  }

  /** @return whether a property that is on by being there is on: {@code <b/>}, {@code <b val="1"/>} */
  static boolean isOn(Element property) {
    String value = attribute(property, "val");
    return property != null && (value == null || !List.of("0", "false", "off", "none").contains(value));
  }

  /** @return a whole number; empty for anything else */
  static Optional<Integer> number(String text) {
    try {
      return text == null ? Optional.empty() : Optional.of(Integer.parseInt(text.strip()));
    } catch (NumberFormatException none) {
      return Optional.empty();
    }
  }

  /** @return twentieths of a point as points for CSS, kept within ±2,000; empty for what is no number */
  static Optional<String> points(String twips) {
    return number(twips).map(value -> points(value / TWIPS_PER_POINT));
  }

  /** @return points for CSS, kept within ±2,000 */
  static String points(double value) {
    double kept = Math.max(-2_000, Math.min(2_000, value));
    return "%spt".formatted(Math.round(kept * 100) / 100d);
  }
}
