package org.sekisho.demo;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The company's language of calls (TwiML), as far as the demo's telephones understand it. */
final class CallScript {

    private CallScript() {}

    /** One verb. */
    sealed interface Verb {}

    record Say(String text) implements Verb {}

    record Pause(int seconds) implements Verb {}

    /** @param finish the key that ends the input; empty for none */
    record Gather(List<Verb> prompt, String action, int digits, int timeout, String finish) implements Verb {}

    record Redirect(String address) implements Verb {}

    record Hangup() implements Verb {}

    /** @throws IllegalArgumentException where it is none */
    static List<Verb> read(String xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return verbs(factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml)))
                    .getDocumentElement());
        } catch (ParserConfigurationException | SAXException | IOException unreadable) {
            throw new IllegalArgumentException("no script of a call", unreadable);
        }
    }

    private static List<Verb> verbs(Element parent) {
        List<Verb> verbs = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                verbs.add(verb(element));
            }
        }
        return verbs;
    }

    private static Verb verb(Element element) {
        return switch (element.getTagName()) {
            case "Say" -> new Say(element.getTextContent().strip());
            case "Pause" -> new Pause(number(element, "length", 1));
            case "Gather" ->
                new Gather(
                        verbs(element),
                        element.getAttribute("action"),
                        number(element, "numDigits", Integer.MAX_VALUE),
                        number(element, "timeout", 5),
                        element.hasAttribute("finishOnKey") ? element.getAttribute("finishOnKey") : "#");
            case "Redirect" -> new Redirect(element.getTextContent().strip());
            case "Hangup" -> new Hangup();
            default -> throw new IllegalArgumentException("no such verb: " + element.getTagName());
        };
    }

    private static int number(Element element, String attribute, int otherwise) {
        return element.hasAttribute(attribute) ? Integer.parseInt(element.getAttribute(attribute)) : otherwise;
    }
}
