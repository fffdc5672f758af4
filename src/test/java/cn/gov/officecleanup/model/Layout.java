package cn.gov.officecleanup.model;

import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.MessageFlow;
import org.camunda.bpm.model.bpmn.instance.Participant;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** Where a model's elements are drawn; those not drawn are left out. */
final class Layout {

  private static final int SCREEN = 1910;

  private final Map<FlowNode, Rectangle2D> shapes = new LinkedHashMap<>();
  private final Map<SequenceFlow, List<Point2D>> edges = new LinkedHashMap<>();

  private final BpmnModel model;

  private Layout(BpmnModel model) {
    this.model = model;
  }

  static Layout of(BpmnModel model) {
    Layout layout = new Layout(model);
    model.all(BpmnShape.class)
        .stream()
        .filter(shape -> shape.getBpmnElement() instanceof FlowNode)
        .forEach(shape -> layout.shapes.put((FlowNode) shape.getBpmnElement(), new Rectangle2D.Double(shape.getBounds().getX(),
            shape.getBounds().getY(), shape.getBounds().getWidth(), shape.getBounds().getHeight())));
    model.all(BpmnEdge.class)
        .stream()
        .filter(edge -> edge.getBpmnElement() instanceof SequenceFlow)
        .forEach(edge -> layout.edges.put((SequenceFlow) edge.getBpmnElement(),
            edge.getWaypoints().stream().<Point2D>map(point -> new Point2D.Double(point.getX(), point.getY())).toList()));
    return layout;
  }

  /** @return where a pool is drawn; empty where it is not */
  Optional<Rectangle2D> poolOf(Participant pool) {
    return model.all(BpmnShape.class)
        .stream()
        .filter(shape -> pool.equals(shape.getBpmnElement()))
        .findFirst()
        .map(shape -> new Rectangle2D.Double(shape.getBounds().getX(), shape.getBounds().getY(), shape.getBounds().getWidth(),
            shape.getBounds().getHeight()));
  }

  /**
   * @return a sentence where all that is drawn, pools included, is wider than {@value #SCREEN} pixels, which a screen of 1,920 shows at
   * once
   */
  Stream<String> widerThanAScreen() {
    DoubleSummaryStatistics across = model.all(BpmnShape.class)
        .stream()
        .map(BpmnShape::getBounds)
        .flatMapToDouble(bounds -> DoubleStream.of(bounds.getX(), bounds.getX() + bounds.getWidth()))
        .summaryStatistics();
    double width = across.getMax() - across.getMin();
    return width > SCREEN ? Stream.of("%s is drawn %.0f pixels wide, and a screen shows %d".formatted(model.fileName(), width, SCREEN))
        : Stream.of();
  }

  boolean draws(MessageFlow flow) {
    return model.all(BpmnEdge.class).stream().anyMatch(edge -> flow.equals(edge.getBpmnElement()) && edge.getWaypoints().size() >= 2);
  }

  /** @return elements drawn outside of the pool of their process */
  Stream<String> outsideOfTheirPool() {
    return model.all(Participant.class)
        .stream()
        .filter(pool -> pool.getProcess() != null && poolOf(pool).isPresent())
        .flatMap(pool -> shapes.entrySet()
            .stream()
            .filter(shape -> isPartOf(shape.getKey(), pool.getProcess()))
            .filter(shape -> !poolOf(pool).get().contains(shape.getValue()))
            .map(shape -> BpmnModel.named(shape.getKey()) + " is drawn outside of its pool"));
  }

  private static boolean isPartOf(ModelElementInstance element, Process process) {
    ModelElementInstance parent = element.getParentElement();
    return parent != null && (parent.equals(process) || isPartOf(parent, process));
  }

  boolean shows(FlowNode node) {
    return shapes.containsKey(node);
  }

  /** @return how many points the line of a sequence flow has, 0 where it has none */
  int points(SequenceFlow flow) {
    return edges.getOrDefault(flow, List.of()).size();
  }

  Stream<String> overlaps() {
    List<FlowNode> nodes = new ArrayList<>(shapes.keySet());
    return pairs(nodes.size()).filter(pair -> {
      FlowNode one = nodes.get(pair[0]);
      FlowNode other = nodes.get(pair[1]);
      return shapes.get(one).intersects(shapes.get(other)) && !belongTogether(one, other);
    }).map(pair -> BpmnModel.named(nodes.get(pair[0])) + " overlaps " + BpmnModel.named(nodes.get(pair[1])));
  }

  /** A subprocess holds its elements; a boundary event sits on its activity. */
  private static boolean belongTogether(FlowNode one, FlowNode other) {
    return isWithin(one, other) || isWithin(other, one) || sitsOn(one, other) || sitsOn(other, one);
  }

  private static boolean sitsOn(FlowNode event, FlowNode activity) {
    return event instanceof BoundaryEvent boundary && boundary.getAttachedTo().equals(activity);
  }

  private static boolean isWithin(ModelElementInstance element, FlowNode scope) {
    for (ModelElementInstance parent = element.getParentElement(); parent != null; parent = parent.getParentElement()) {
      if (parent.equals(scope)) {
        return true;
      }
    }
    return false;
  }

  /** @return elements drawn outside of the subprocess they are part of */
  Stream<String> outsideOfTheirScope() {
    return shapes.entrySet()
        .stream()
        .filter(shape -> shape.getKey().getParentElement() instanceof FlowNode scope && shapes.containsKey(scope)
            && !shapes.get(scope).contains(shape.getValue()))
        .map(shape -> BpmnModel.named(shape.getKey()) + " is drawn outside of its subprocess");
  }

  /**
   * Loops begin at a gateway, at what an event-based gateway waits for, or at a boundary event, and may lead back at once or through one
   * element drawn aside, like a correction.
   *
   * @return flows that run to the left without being part of such a loop
   */
  Stream<String> runningBack() {
    return edges.keySet()
        .stream()
        .filter(flow -> shows(flow.getSource()) && shows(flow.getTarget()))
        .filter(flow -> shapes.get(flow.getTarget()).getCenterX() < shapes.get(flow.getSource()).getCenterX())
        .filter(flow -> !mayLoop(flow.getSource()))
        .filter(flow -> !model.into(flow.getSource()).stream().map(SequenceFlow::getSource).allMatch(this::mayLoop))
        .map(flow -> BpmnModel.named(flow) + " runs from right to left");
  }

  private boolean mayLoop(FlowNode node) {
    return node instanceof Gateway || node instanceof BoundaryEvent || node instanceof IntermediateCatchEvent
        && model.into(node).stream().allMatch(flow -> flow.getSource() instanceof EventBasedGateway);
  }

  /** @return flows drawn through an element that they do not belong to */
  Stream<String> edgesThroughShapes() {
    return edges.keySet()
        .stream()
        .flatMap(flow -> shapes.entrySet()
            .stream()
            .filter(shape -> !shape.getKey().equals(flow.getSource()) && !shape.getKey().equals(flow.getTarget()))
            .filter(shape -> !isWithin(flow, shape.getKey()))
            .filter(shape -> segments(flow).anyMatch(segment -> segment.intersects(inside(shape.getValue()))))
            .map(shape -> BpmnModel.named(flow) + " is drawn through " + BpmnModel.named(shape.getKey())));
  }

  private static Rectangle2D inside(Rectangle2D shape) {
    return new Rectangle2D.Double(shape.getX() + 1, shape.getY() + 1, shape.getWidth() - 2, shape.getHeight() - 2);
  }

  /** @return pairs of flows whose lines cross; lines from or to the same element may run together, but not across each other */
  Stream<String> crossings() {
    List<SequenceFlow> flows = new ArrayList<>(edges.keySet());
    return pairs(flows.size()).filter(pair -> cross(flows.get(pair[0]), flows.get(pair[1])))
        .map(pair -> BpmnModel.named(flows.get(pair[0])) + " crosses " + BpmnModel.named(flows.get(pair[1])));
  }

  private boolean cross(SequenceFlow one, SequenceFlow other) {
    boolean mayTouch = one.getSource().equals(other.getSource()) || one.getTarget().equals(other.getTarget());
    return segments(one).anyMatch(segment -> segments(other)
        .anyMatch(otherSegment -> mayTouch ? crossProperly(segment, otherSegment) : segment.intersectsLine(otherSegment)));
  }

  private static boolean crossProperly(Line2D one, Line2D other) {
    return one.relativeCCW(other.getP1()) * one.relativeCCW(other.getP2()) < 0
        && other.relativeCCW(one.getP1()) * other.relativeCCW(one.getP2()) < 0;
  }

  private Stream<Line2D> segments(SequenceFlow flow) {
    List<Point2D> points = edges.get(flow);
    return IntStream.range(1, points.size()).mapToObj(i -> new Line2D.Double(points.get(i - 1), points.get(i)));
  }

  private static Stream<int[]> pairs(int count) {
    return IntStream.range(0, count).boxed().flatMap(i -> IntStream.range(i + 1, count).mapToObj(j -> new int[]{i, j}));
  }
}
