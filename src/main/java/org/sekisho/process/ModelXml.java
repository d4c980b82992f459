package org.sekisho.process;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Models of processes and decisions as the XML that they are. */
public final class ModelXml {

    private ModelXml() {}

    /**
     * Reads a model; nothing outside it is looked up.
     *
     * @throws IllegalArgumentException where the text is no XML
     */
    public static Document read(String model) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(model)));
        } catch (SAXException | IOException malformed) {
            throw new IllegalArgumentException("a malformed model", malformed);
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** All elements of a name below a node, whose namespace and name may be {@code *}, in the order of the text. */
    public static List<Element> elements(Node within, String namespace, String name) {
        NodeList found = within instanceof Document document
                ? document.getElementsByTagNameNS(namespace, name)
                : ((Element) within).getElementsByTagNameNS(namespace, name);
        return IntStream.range(0, found.getLength())
                .mapToObj(found::item)
                .map(Element.class::cast)
                .toList();
    }

    /** The text of a model. */
    static String write(Document model) {
        try {
            TransformerFactory factory = TransformerFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            StringWriter text = new StringWriter();
            factory.newTransformer().transform(new DOMSource(model), new StreamResult(text));
            return text.toString();
        } catch (TransformerException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
