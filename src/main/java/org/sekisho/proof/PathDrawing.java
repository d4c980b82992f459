package org.sekisho.proof;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.sekisho.process.CasePath;
import org.sekisho.process.ModelWords;
import org.sekisho.process.ModelXml;
import org.sekisho.shared.Language;
import org.springframework.web.util.HtmlUtils;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * The way of a case on the diagram of its model, as SVG that needs nothing else to be seen: what was passed is drawn strongly,
 * with the numbers of the steps in their order; the rest faintly.
 */
final class PathDrawing {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String DI = "http://www.omg.org/spec/BPMN/20100524/DI";
    private static final String DC = "http://www.omg.org/spec/DD/20100524/DC";
    private static final String DD = "http://www.omg.org/spec/DD/20100524/DI";
    private static final int MARGIN = 30;
    private static final int LINE = 13;
    private static final double CHARACTER = 6.2;
    private static final double WIDE = 11;
    /** From here on the scripts of East Asia begin. */
    private static final int FULL_WIDTH = 0x3000;

    private final Map<String, Element> elements = new HashMap<>();
    private final Map<String, List<Integer>> numbers = new HashMap<>();
    private final Set<String> passed = new HashSet<>();
    private final StringBuilder drawn = new StringBuilder();
    private double right;
    private double bottom;

    private PathDrawing(CasePath path) {
        passed.addAll(path.flows());
        int number = 1;
        for (CasePath.Step step : path.steps()) {
            passed.add(step.element());
            if (!step.around()) {
                numbers.computeIfAbsent(step.element(), element -> new ArrayList<>())
                        .add(number++);
            }
        }
    }

    /**
     * Draws the way.
     *
     * @param model as BPMN with its diagram
     * @param language in which the parts of the model are called
     * @param title what the drawing shows, for those who do not see it
     * @return an SVG; empty where the model cannot be read
     */
    static Optional<String> of(String model, CasePath path, Language language, String title) {
        try {
            return Optional.of(new PathDrawing(path).draw(ModelXml.read(ModelWords.drawn(model, language)), title));
        } catch (IllegalArgumentException noModel) {
            return Optional.empty();
        }
    }

    private String draw(Document document, String title) {
        ModelXml.elements(document, BPMN, "*").stream()
                .filter(element -> element.hasAttribute("id"))
                .forEach(element -> elements.put(element.getAttribute("id"), element));
        ModelXml.elements(document, DI, "BPMNShape").forEach(this::shape);
        ModelXml.elements(document, DI, "BPMNEdge").forEach(this::edge);
        return String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 %.0f %.0f\" width=\"%.0f\">"
                        + "<title>%s</title><defs><marker id=\"arrow\" viewBox=\"0 0 10 10\" refX=\"9\" refY=\"5\""
                        + " markerWidth=\"7\" markerHeight=\"7\" orient=\"auto\"><path d=\"M0 0 10 5 0 10z\"/></marker></defs>%s</svg>",
                right + MARGIN,
                bottom + MARGIN,
                right + MARGIN,
                escaped(title),
                drawn);
    }

    private void shape(Element shape) {
        Element element = elements.get(shape.getAttribute("bpmnElement"));
        Optional<Box> box = bounds(shape);
        if (element == null || box.isEmpty()) {
            return;
        }
        Box at = box.get();
        grow(at);
        String kind = element.getLocalName();
        String name = element.getAttribute("name");
        String style = passed.contains(element.getAttribute("id")) ? "passed" : "other";
        if (kind.endsWith("Event")) {
            double radius = at.width() / 2;
            drawn.append(String.format(
                    Locale.ROOT,
                    "<circle class=\"%s %s\" cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\"/>",
                    style,
                    kind,
                    at.x() + radius,
                    at.y() + radius,
                    radius));
            beside(shape, at, name, style);
        } else if (kind.endsWith("Gateway")) {
            double half = at.width() / 2;
            drawn.append(String.format(
                    Locale.ROOT,
                    "<path class=\"%s\" d=\"M%.1f %.1fl%.1f %.1f %.1f %.1f %.1f %.1fz\"/>",
                    style,
                    at.x(),
                    at.y() + half,
                    half,
                    -half,
                    half,
                    half,
                    -half,
                    half));
            beside(shape, at, name, style);
        } else if (kind.equals("textAnnotation") || kind.equals("participant") || kind.equals("lane")) {
            return;
        } else {
            boolean holds = kind.equals("subProcess")
                    && !shape.getAttribute("isExpanded").equals("false");
            drawn.append(String.format(
                    Locale.ROOT,
                    "<rect class=\"%s %s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"9\"/>",
                    style,
                    kind,
                    at.x(),
                    at.y(),
                    at.width(),
                    at.height()));
            text(
                    lines(name, at.width() - LINE),
                    at.x() + at.width() / 2,
                    holds ? at.y() + LINE : at.y() + at.height() / 2,
                    style,
                    !holds);
        }
        number(element.getAttribute("id"), at);
    }

    private void number(String element, Box at) {
        List<Integer> steps = numbers.getOrDefault(element, List.of());
        if (!steps.isEmpty()) {
            String shown = steps.stream().limit(3).map(String::valueOf).collect(Collectors.joining(", "))
                    + (steps.size() > 3 ? " …" : "");
            drawn.append(String.format(
                    Locale.ROOT,
                    "<text class=\"number\" x=\"%.1f\" y=\"%.1f\">%s</text>",
                    at.x() - 2,
                    at.y() - 3,
                    shown));
        }
    }

    private void edge(Element edge) {
        List<Element> points = ModelXml.elements(edge, DD, "waypoint");
        if (points.isEmpty()) {
            return;
        }
        String style = passed.contains(edge.getAttribute("bpmnElement")) ? "passed" : "other";
        drawn.append("<polyline class=\"flow ").append(style).append("\" points=\"");
        for (Element point : points) {
            drawn.append(point.getAttribute("x"))
                    .append(',')
                    .append(point.getAttribute("y"))
                    .append(' ');
        }
        drawn.append("\"/>");
        Element element = elements.get(edge.getAttribute("bpmnElement"));
        if (element != null && !element.getAttribute("name").isEmpty()) {
            ModelXml.elements(edge, DC, "Bounds").stream()
                    .findFirst()
                    .map(PathDrawing::box)
                    .ifPresent(label -> text(
                            lines(element.getAttribute("name"), Math.max(label.width(), 60)),
                            label.x() + label.width() / 2,
                            label.y() + LINE - 3,
                            style,
                            false));
        }
    }

    private void beside(Element shape, Box at, String name, String style) {
        Box label = ModelXml.elements(shape, DI, "BPMNLabel").stream()
                .flatMap(found -> ModelXml.elements(found, DC, "Bounds").stream())
                .findFirst()
                .map(PathDrawing::box)
                .orElse(new Box(at.x() - 30, at.y() + at.height() + 2, at.width() + 60, LINE));
        grow(label);
        text(
                lines(name, Math.max(label.width(), 70)),
                label.x() + label.width() / 2,
                label.y() + LINE - 2,
                style,
                false);
    }

    private void text(List<String> lines, double middle, double top, String style, boolean centred) {
        double y = centred ? top - (lines.size() - 1) * LINE / 2.0 + 4 : top;
        for (String line : lines) {
            drawn.append(String.format(
                    Locale.ROOT,
                    "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>",
                    style,
                    middle,
                    y,
                    escaped(line)));
            y += LINE;
        }
    }

    /** Broken where the script of the words allows it: between words, or between characters where there are no words. */
    private static List<String> lines(String name, double width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        BreakIterator breaks = BreakIterator.getLineInstance(Locale.JAPANESE);
        breaks.setText(name);
        int from = breaks.first();
        for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
            String piece = name.substring(from, to);
            if (line.length() > 0 && width(line + piece.strip()) > width) {
                lines.add(line.toString().strip());
                line.setLength(0);
            }
            line.append(piece);
            from = to;
        }
        if (line.length() > 0) {
            lines.add(line.toString().strip());
        }
        return lines;
    }

    private static double width(String text) {
        return text.codePoints()
                .mapToDouble(
                        character -> Character.isIdeographic(character) || character >= FULL_WIDTH ? WIDE : CHARACTER)
                .sum();
    }

    private void grow(Box box) {
        right = Math.max(right, box.x() + box.width());
        bottom = Math.max(bottom, box.y() + box.height());
    }

    private static Optional<Box> bounds(Element shape) {
        return IntStream.range(0, shape.getChildNodes().getLength())
                .mapToObj(shape.getChildNodes()::item)
                .filter(node -> DC.equals(node.getNamespaceURI()))
                .map(Element.class::cast)
                .map(PathDrawing::box)
                .findFirst();
    }

    private static Box box(Element bounds) {
        return new Box(
                Double.parseDouble(bounds.getAttribute("x")),
                Double.parseDouble(bounds.getAttribute("y")),
                Double.parseDouble(bounds.getAttribute("width")),
                Double.parseDouble(bounds.getAttribute("height")));
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }

    private record Box(double x, double y, double width, double height) {}
}
