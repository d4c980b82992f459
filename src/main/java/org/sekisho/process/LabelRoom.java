package org.sekisho.process;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Room for names beside events, gateways and flows. A diagram leaves as much as its English names need; Japanese ones have no blanks
 * at which they could be broken, and would be broken after each character.
 */
final class LabelRoom {

    private static final String DI = "http://www.omg.org/spec/BPMN/20100524/DI";
    private static final String BOUNDS = "http://www.omg.org/spec/DD/20100524/DC";
    private static final String POINTS = "http://www.omg.org/spec/DD/20100524/DI";
    /** What a full character takes on a diagram. */
    private static final double CHARACTER = 12;
    /** Of longer names there are two lines. */
    private static final double WIDEST = 96;
    /** A label that is no farther from a line belongs to it. */
    private static final double NEAR = 25;

    private LabelRoom() {}

    /** @param names what is written beside elements, by their ids */
    static void make(Document model, Map<String, String> names) {
        for (Element label : ModelXml.elements(model, DI, "BPMNLabel")) {
            Element of = (Element) label.getParentNode();
            String name = names.getOrDefault(of.getAttribute("bpmnElement"), "");
            ModelXml.elements(label, BOUNDS, "Bounds").forEach(bounds -> widen(bounds, of, name));
        }
    }

    private static void widen(Element bounds, Element of, String name) {
        double width = number(bounds, "width");
        double more = Math.min(WIDEST, name.length() * CHARACTER) - width;
        if (more > 0) {
            bounds.setAttribute("width", Double.toString(width + more));
            bounds.setAttribute("x", Double.toString(number(bounds, "x") - toTheLeft(bounds, of, more)));
        }
    }

    /** Away from a line that goes up or down beside it; else to both sides of an element, and along a flow. */
    private static double toTheLeft(Element bounds, Element of, double more) {
        if (of.getLocalName().equals("BPMNShape")) {
            return more / 2;
        }
        double right = number(bounds, "x") + number(bounds, "width") - more;
        double middle = number(bounds, "y") + number(bounds, "height") / 2;
        List<Element> points = ModelXml.elements(of, POINTS, "waypoint");
        boolean lineIsRight = IntStream.range(1, points.size())
                .anyMatch(place -> isBeside(points.get(place - 1), points.get(place), right, middle));
        return lineIsRight ? more : 0;
    }

    private static boolean isBeside(Element from, Element to, double right, double middle) {
        double x = number(from, "x");
        double top = Math.min(number(from, "y"), number(to, "y"));
        double bottom = Math.max(number(from, "y"), number(to, "y"));
        return x == number(to, "x") && x >= right && x <= right + NEAR && middle >= top && middle <= bottom;
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }
}
