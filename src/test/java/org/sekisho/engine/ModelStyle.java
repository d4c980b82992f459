package org.sekisho.engine;

import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;

/** The rules of style of a model and its diagram: names that read like prose, nothing hidden, lines that can be followed. */
final class ModelStyle {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final Pattern KEBAB = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern MESSAGE = Pattern.compile("[a-z][a-z0-9-]*\\.[a-z][A-Za-z0-9]*");
    private static final String LOWER_CAMEL = "_[a-z][A-Za-z0-9]*";

    /** Loops back are drawn right to left; more than a quarter of them and the diagram no longer reads like a line of text. */
    private static final double FORWARD = 0.75;

    /** Modelers place things by whole and half pixels. */
    private static final double TOLERANCE = 1.0;

    private final BpmnModelInstance model;
    private final List<String> violations = new ArrayList<>();

    private ModelStyle(BpmnModelInstance model) {
        this.model = model;
    }

    /** What is wrong with the model, a sentence for each; empty where all is well. */
    static List<String> violations(BpmnModelInstance model) {
        ModelStyle style = new ModelStyle(model);
        style.names();
        style.labels();
        style.contents();
        style.drawing();
        return List.copyOf(style.violations);
    }

    private void broken(String element, String rule) {
        violations.add(element + ": " + rule);
    }

    private void names() {
        for (FlowElement element : all(FlowElement.class)) {
            String type = type(element);
            Pattern id = element instanceof SequenceFlow
                    ? Pattern.compile("flow(" + LOWER_CAMEL + ")+")
                    : Pattern.compile(type + LOWER_CAMEL);
            if (!id.matcher(element.getId()).matches()) {
                broken(element.getId(), "its id is not " + type + "_ and a name in lower camel case");
            }
        }
        for (Process process : all(Process.class)) {
            if (!KEBAB.matcher(process.getId()).matches()) {
                broken(process.getId(), "its key is not in kebab case");
            }
        }
        for (Message message : all(Message.class)) {
            if (!MESSAGE.matcher(String.valueOf(message.getName())).matches()) {
                broken(message.getId(), "its name is not <process>.<nounParticiple>");
            }
        }
        for (Error error : all(Error.class)) {
            if (!KEBAB.matcher(String.valueOf(error.getErrorCode())).matches()) {
                broken(error.getId(), "its code is not in kebab case");
            }
        }
    }

    private static String type(FlowElement element) {
        if (element instanceof SequenceFlow) {
            return "flow";
        }
        if (element instanceof Event) {
            return "event";
        }
        if (element instanceof Gateway) {
            return "gateway";
        }
        return element instanceof BusinessRuleTask
                ? "ruleTask"
                : element.getElementType().getTypeName();
    }

    private List<SequenceFlow> outgoing(FlowNode node) {
        return all(SequenceFlow.class).stream()
                .filter(flow -> node.equals(flow.getSource()))
                .toList();
    }

    private void labels() {
        for (FlowNode node : all(FlowNode.class)) {
            if (!(node instanceof Gateway) && isBlank(node.getName())) {
                broken(node.getId(), "it has no label");
            }
        }
        Stream.concat(all(ExclusiveGateway.class).stream(), all(InclusiveGateway.class).stream())
                .filter(gateway -> outgoing(gateway).size() > 1)
                .forEach(gateway -> {
                    if (isBlank(gateway.getName()) || !gateway.getName().endsWith("?")) {
                        broken(gateway.getId(), "it asks no question");
                    }
                    outgoing(gateway).stream()
                            .filter(flow -> isBlank(flow.getName()))
                            .forEach(flow -> broken(flow.getId(), "it has no answer to the question of its gateway"));
                });
        for (UserTask task : all(UserTask.class)) {
            if (task.getDocumentations().stream().allMatch(text -> isBlank(text.getTextContent()))) {
                broken(task.getId(), "no documentation says what the person does");
            }
        }
    }

    private void contents() {
        for (Process process : all(Process.class)) {
            if (process.getCamundaHistoryTimeToLiveString() == null) {
                broken(process.getId(), "it has no camunda:historyTimeToLive");
            }
        }
        for (ExclusiveGateway gateway : all(ExclusiveGateway.class)) {
            if (outgoing(gateway).size() > 1 && gateway.getDefault() == null) {
                broken(gateway.getId(), "it has no default flow, so a case may find no way out");
            }
        }
        all(ScriptTask.class)
                .forEach(task -> broken(task.getId(), "scripts are code out of sight of tests and reviews"));
        for (UserTask task : all(UserTask.class)) {
            if (task.isCamundaAsyncBefore()) {
                broken(task.getId(), "a user task is a save point already: no asyncBefore");
            }
        }
        for (ServiceTask task : all(ServiceTask.class)) {
            if (task.getCamundaDelegateExpression() == null) {
                broken(task.getId(), "a service task names its step by camunda:delegateExpression");
            }
        }
        for (CallActivity call : all(CallActivity.class)) {
            if (descendants(call.getDomElement())
                    .noneMatch(
                            child -> child.getLocalName().equals("in") && child.getAttribute("businessKey") != null)) {
                broken(call.getId(), "it does not pass on the business key, by which a case is known");
            }
        }
        for (BaseElement element : all(BaseElement.class)) {
            if (!(element instanceof Process || element instanceof SubProcess)) {
                Stream.concat(Stream.of(element.getDomElement()), extension(element))
                        .forEach(dom -> content(String.valueOf(element.getId()), element, dom));
            }
        }
    }

    private void content(String id, BaseElement element, DomElement dom) {
        if (dom.getLocalName().equals("script") && !(element instanceof ScriptTask)) {
            broken(id, "scripts are code out of sight of tests and reviews");
        }
        if ("all".equals(dom.getAttribute("variables"))) {
            broken(id, "variables=\"all\" copies what nobody named");
        }
        if (attribute(dom, "formRef") != null) {
            broken(id, "formRef ties a form to the engine: use camunda:formKey");
        }
        if (attribute(dom, "class") != null || (attribute(dom, "expression") != null && !isCondition(dom))) {
            broken(id, "code is called as a step only, #{steps.name}");
        }
        if ("external".equals(attribute(dom, "type"))
                || attribute(dom, "topic") != null
                || dom.getLocalName().equals("connector")) {
            broken(id, "external tasks and connectors are not used");
        }
        if (dom.getAttribute("language") != null) {
            broken(id, "conditions are plain expressions");
        }
        texts(dom)
                .map(text -> text.replace("execution.processBusinessKey", ""))
                .filter(text -> Pattern.compile("[$#]\\{[^}]*\\bexecution\\b")
                        .matcher(text)
                        .find())
                .forEach(text -> broken(id, "an expression reaches into the engine's execution"));
    }

    private static boolean isCondition(DomElement dom) {
        return dom.getLocalName().equals("in") || dom.getLocalName().equals("out");
    }

    private static @Nullable String attribute(DomElement dom, String name) {
        String own = dom.getAttribute(CAMUNDA, name);
        return own == null && CAMUNDA.equals(dom.getNamespaceURI()) ? dom.getAttribute(name) : own;
    }

    private static Stream<String> texts(DomElement dom) {
        Stream<String> attributes = Stream.of(
                        "calledElement",
                        "assignee",
                        "candidateGroups",
                        "dueDate",
                        "followUpDate",
                        "priority",
                        "expression",
                        "delegateExpression",
                        "sourceExpression",
                        "businessKey",
                        "elementVariable",
                        "collection")
                .flatMap(name -> Stream.ofNullable(
                        attribute(dom, name) == null ? dom.getAttribute(name) : attribute(dom, name)));
        boolean leaf = dom.getChildElements().isEmpty();
        return leaf ? Stream.concat(attributes, Stream.ofNullable(dom.getTextContent())) : attributes;
    }

    private static Stream<DomElement> extension(BaseElement element) {
        return element.getDomElement().getChildElements().stream()
                .filter(child -> child.getLocalName().equals("extensionElements"))
                .flatMap(ModelStyle::descendants);
    }

    private static Stream<DomElement> descendants(DomElement element) {
        return element.getChildElements().stream()
                .flatMap(child -> Stream.concat(Stream.of(child), descendants(child)));
    }

    private void drawing() {
        Map<FlowNode, Rectangle2D> shapes = new LinkedHashMap<>();
        Map<String, Rectangle2D> labels = new LinkedHashMap<>();
        Map<SequenceFlow, List<Point2D>> edges = new LinkedHashMap<>();
        for (BpmnShape shape : all(BpmnShape.class)) {
            if (shape.getBpmnElement() instanceof FlowNode node) {
                shapes.put(node, rectangle(shape.getBounds()));
                if (shape.getBpmnLabel() != null && shape.getBpmnLabel().getBounds() != null) {
                    labels.put(node.getId(), rectangle(shape.getBpmnLabel().getBounds()));
                }
            }
        }
        for (BpmnEdge edge : all(BpmnEdge.class)) {
            if (edge.getBpmnElement() instanceof SequenceFlow flow) {
                edges.put(
                        flow,
                        edge.getWaypoints().stream().map(ModelStyle::point).toList());
                if (edge.getBpmnLabel() != null && edge.getBpmnLabel().getBounds() != null) {
                    labels.put(flow.getId(), rectangle(edge.getBpmnLabel().getBounds()));
                }
            }
        }
        for (FlowNode node : all(FlowNode.class)) {
            if (!shapes.containsKey(node)) {
                broken(node.getId(), "it has no shape in the diagram");
            }
        }
        for (SequenceFlow flow : all(SequenceFlow.class)) {
            if (!edges.containsKey(flow)) {
                broken(flow.getId(), "it has no edge in the diagram");
            }
        }
        direction(edges);
        crossings(edges);
        runsThrough(edges, shapes);
        overlaps(shapes, labels);
    }

    private void direction(Map<SequenceFlow, List<Point2D>> edges) {
        long forward = edges.values().stream()
                .filter(points ->
                        points.get(points.size() - 1).getX() >= points.get(0).getX() - TOLERANCE)
                .count();
        if (forward < FORWARD * edges.size()) {
            broken("diagram", "only " + forward + " of " + edges.size() + " flows go from left to right");
        }
    }

    private void crossings(Map<SequenceFlow, List<Point2D>> edges) {
        List<SequenceFlow> flows = List.copyOf(edges.keySet());
        for (int i = 0; i < flows.size(); i++) {
            for (int j = i + 1; j < flows.size(); j++) {
                SequenceFlow one = flows.get(i);
                SequenceFlow other = flows.get(j);
                if (cross(Objects.requireNonNull(edges.get(one)), Objects.requireNonNull(edges.get(other)))) {
                    broken(one.getId(), "its line crosses that of " + other.getId());
                }
            }
        }
    }

    private static boolean cross(List<Point2D> one, List<Point2D> other) {
        return segments(one).stream().anyMatch(a -> segments(other).stream().anyMatch(b -> cross(a, b)));
    }

    /** Lines that meet, branch or run into each other at an end do not cross. */
    private static boolean cross(Line2D a, Line2D b) {
        return a.intersectsLine(b)
                && Stream.of(b.getP1(), b.getP2()).allMatch(end -> a.ptSegDist(end) > TOLERANCE)
                && Stream.of(a.getP1(), a.getP2()).allMatch(end -> b.ptSegDist(end) > TOLERANCE);
    }

    private void runsThrough(Map<SequenceFlow, List<Point2D>> edges, Map<FlowNode, Rectangle2D> shapes) {
        edges.forEach((flow, points) -> shapes.forEach((node, shape) -> {
            Rectangle2D inside = shrink(shape);
            boolean own = node.equals(flow.getSource())
                    || node.equals(flow.getTarget())
                    || isAround(node, flow)
                    || (flow.getSource() instanceof BoundaryEvent event && node.equals(event.getAttachedTo()));
            if (!own && segments(points).stream().anyMatch(inside::intersectsLine)) {
                broken(flow.getId(), "its line runs through " + node.getId());
            }
        }));
    }

    private static boolean isAround(FlowNode node, SequenceFlow flow) {
        for (ModelElementInstance scope = flow.getParentElement(); scope != null; scope = scope.getParentElement()) {
            if (scope.equals(node)) {
                return true;
            }
        }
        return false;
    }

    private void overlaps(Map<FlowNode, Rectangle2D> shapes, Map<String, Rectangle2D> labels) {
        Map<String, Rectangle2D> seen = new HashMap<>();
        labels.forEach((owner, label) -> {
            seen.forEach((other, there) -> {
                if (shrink(label).intersects(shrink(there))) {
                    broken(owner, "its label lies over that of " + other);
                }
            });
            seen.put(owner, label);
            shapes.forEach((node, shape) -> {
                if (!(node instanceof SubProcess)
                        && !node.getId().equals(owner)
                        && shrink(label).intersects(shrink(shape))) {
                    broken(owner, "its label lies over " + node.getId());
                }
            });
        });
    }

    private static Rectangle2D shrink(Rectangle2D rectangle) {
        return new Rectangle2D.Double(
                rectangle.getX() + TOLERANCE,
                rectangle.getY() + TOLERANCE,
                Math.max(0, rectangle.getWidth() - 2 * TOLERANCE),
                Math.max(0, rectangle.getHeight() - 2 * TOLERANCE));
    }

    private static List<Line2D> segments(List<Point2D> points) {
        List<Line2D> segments = new ArrayList<>();
        for (int i = 1; i < points.size(); i++) {
            segments.add(new Line2D.Double(points.get(i - 1), points.get(i)));
        }
        return segments;
    }

    private static Rectangle2D rectangle(Bounds bounds) {
        return new Rectangle2D.Double(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
    }

    private static Point2D point(Waypoint waypoint) {
        return new Point2D.Double(waypoint.getX(), waypoint.getY());
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private <T extends ModelElementInstance> Collection<T> all(Class<T> type) {
        return model.getModelElementsByType(type);
    }
}
