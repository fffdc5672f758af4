package cn.gov.officecleanup.model;

import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Participant;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;

/**
 * The names that stand beside events, gateways and flows, where bpmn.io's viewer writes them: in lines of at most {@value #LINE} pixels,
 * centred in the bounds of the label, from their top on.
 */
final class Labels {

  private static final int LINE = 90;
  /** of the viewer's font of 11 pixels: a Chinese character, any other one, a line */
  private static final double CHINESE = 11;
  private static final double OTHER = 6.1;
  private static final double LINE_HEIGHT = 13.2;
  private static final int FIRST_WIDE_CHARACTER = 0x2e80;
  /** how deep a line may reach into a label, and still not be seen to */
  private static final double TOUCH = 0.5;

  private final Map<BaseElement, Rectangle2D> labels = new LinkedHashMap<>();
  private final Map<BaseElement, Rectangle2D> shapes = new LinkedHashMap<>();
  private final Map<BaseElement, List<Line2D>> lines = new LinkedHashMap<>();
  private final List<String> faults = new ArrayList<>();

  Labels(BpmnModel model) {
    model.all(BpmnShape.class).stream().filter(shape -> shape.getBpmnElement() != null).forEach(shape -> {
      BaseElement element = shape.getBpmnElement();
      Rectangle2D bounds = rectangle(shape.getBounds());
      if (element instanceof Participant || element instanceof SubProcess) {
        lines.put(element, sides(bounds));
      } else {
        shapes.put(element, bounds);
      }
      if (!(element instanceof Participant || element instanceof Activity)) {
        place(element, shape.getBpmnLabel());
      }
    });
    model.all(BpmnEdge.class).stream().filter(edge -> edge.getBpmnElement() != null).forEach(edge -> {
      List<Point2D> points = edge.getWaypoints().stream().<Point2D>map(point -> new Point2D.Double(point.getX(), point.getY())).toList();
      lines.put(edge.getBpmnElement(),
          IntStream.range(1, points.size()).<Line2D>mapToObj(i -> new Line2D.Double(points.get(i - 1), points.get(i))).toList());
      place(edge.getBpmnElement(), edge.getBpmnLabel());
    });
  }

  private void place(BaseElement element, BpmnLabel label) {
    String name = element.getAttributeValue("name");
    if (name != null && label == null) {
      faults.add(BpmnModel.named(element) + " has no place for its label");
    } else if (name != null) {
      labels.put(element, written(name, rectangle(label.getBounds())));
    }
  }

  /** @return a sentence for each name that has no place, or that runs into another one, an element, a line or the edge of a pool */
  Stream<String> faults() {
    return Stream.concat(faults.stream(),
        labels.entrySet()
            .stream()
            .flatMap(label -> Stream
                .of(named(labels.entrySet()
                    .stream()
                    .filter(other -> comesAfter(other.getKey(), label.getKey()) && other.getValue().intersects(label.getValue()))),
                    named(shapes.entrySet().stream().filter(shape -> shape.getValue().intersects(label.getValue()))),
                    named(lines.entrySet()
                        .stream()
                        .filter(line -> line.getValue().stream().anyMatch(part -> part.intersects(inside(label.getValue()))))))
                .flatMap(into -> into)
                .map(into -> "the label of " + BpmnModel.named(label.getKey()) + " runs into " + into)));
  }

  private boolean comesAfter(BaseElement one, BaseElement other) {
    List<BaseElement> order = new ArrayList<>(labels.keySet());
    return order.indexOf(one) > order.indexOf(other);
  }

  private static <T> Stream<String> named(Stream<Map.Entry<BaseElement, T>> elements) {
    return elements.map(entry -> BpmnModel.named(entry.getKey()));
  }

  private static Rectangle2D written(String name, Rectangle2D bounds) {
    double widest = 0;
    int count = 0;
    for (String rest = name; !rest.isEmpty(); count++) {
      String line = rest.substring(0, firstLine(rest));
      widest = Math.max(widest, width(line));
      rest = rest.substring(line.length());
    }
    return new Rectangle2D.Double(bounds.getCenterX() - widest / 2, bounds.getY(), widest, count * LINE_HEIGHT);
  }

  private static int firstLine(String text) {
    return width(text) <= LINE ? text.length() : Math.max(1, (int) Math.round(text.length() * LINE / width(text) - 1));
  }

  private static double width(String text) {
    return text.chars().mapToDouble(character -> character < FIRST_WIDE_CHARACTER ? OTHER : CHINESE).sum();
  }

  private static List<Line2D> sides(Rectangle2D of) {
    return List.of(new Line2D.Double(of.getMinX(), of.getMinY(), of.getMaxX(), of.getMinY()),
        new Line2D.Double(of.getMinX(), of.getMaxY(), of.getMaxX(), of.getMaxY()),
        new Line2D.Double(of.getMinX(), of.getMinY(), of.getMinX(), of.getMaxY()),
        new Line2D.Double(of.getMaxX(), of.getMinY(), of.getMaxX(), of.getMaxY()));
  }

  private static Rectangle2D inside(Rectangle2D label) {
    return new Rectangle2D.Double(label.getX() + TOUCH, label.getY() + TOUCH, label.getWidth() - 2 * TOUCH, label.getHeight() - 2 * TOUCH);
  }

  private static Rectangle2D rectangle(Bounds bounds) {
    return new Rectangle2D.Double(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
  }
}
