package org.sekisho.process;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.sekisho.shared.Language;
import org.sekisho.shared.Phrase;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * What a model of a process or of a decision calls its parts, in both languages. Its own words are English: the {@code name} of an
 * element, the {@code label} of a column, the {@code description} of a rule. Beside them stands the attribute {@code ja} of the
 * namespace {@value #NAMESPACE}, so that a model that is kept for years keeps its words in both languages. What has no such
 * attribute is called by its English words. Immutable.
 */
public final class ModelWords {

    static final String NAMESPACE = "https://sekisho.org/models";
    static final String JAPANESE = "ja";

    private static final ModelWords NONE = new ModelWords(Map.of(), Map.of());

    private final Map<String, Phrase> byId;
    private final Map<String, String> japanese;

    private ModelWords(Map<String, Phrase> byId, Map<String, String> japanese) {
        this.byId = Map.copyOf(byId);
        this.japanese = Map.copyOf(japanese);
    }

    /** Those of no model at all. */
    public static ModelWords none() {
        return NONE;
    }

    /** @throws IllegalArgumentException where the text is no model */
    public static ModelWords of(String model) {
        Map<String, Phrase> byId = new HashMap<>();
        Map<String, String> japanese = new HashMap<>();
        for (Element element : ModelXml.elements(ModelXml.read(model), "*", "*")) {
            english(element).ifPresent(words -> {
                String other = element.getAttributeNS(NAMESPACE, JAPANESE);
                if (element.hasAttribute("id")) {
                    byId.put(element.getAttribute("id"), new Phrase(words, other.isEmpty() ? words : other));
                }
                if (!other.isEmpty()) {
                    japanese.put(words, other);
                }
            });
        }
        return new ModelWords(byId, japanese);
    }

    /** What the model says in English, in the other language as well; as it is where the model does not say it. */
    public String say(String english, Language language) {
        return language == Language.JA ? japanese.getOrDefault(english, english) : english;
    }

    /** What the part with an id is called; empty where there is none, or where it has no name. */
    public Optional<Phrase> called(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /**
     * A model of a process as it is drawn for readers of a language.
     *
     * @throws IllegalArgumentException where the text is no model
     */
    public static String drawn(String model, Language language) {
        if (language == Language.EN) {
            return model;
        }
        Document document = ModelXml.read(model);
        Map<String, String> names = new HashMap<>();
        for (Element element : ModelXml.elements(document, "*", "*")) {
            if (element.hasAttributeNS(NAMESPACE, JAPANESE) && element.hasAttribute("name")) {
                String name = element.getAttributeNS(NAMESPACE, JAPANESE);
                element.setAttribute("name", name);
                names.put(element.getAttribute("id"), name);
            }
        }
        LabelRoom.make(document, names);
        return ModelXml.write(document);
    }

    /** A column is called by its label and not by the name of its variable. */
    private static Optional<String> english(Element element) {
        if (element.getLocalName().equals("rule")) {
            return ModelXml.elements(element, "*", "description").stream()
                    .map(said -> said.getTextContent().strip())
                    .findFirst();
        }
        return Optional.of(element.getAttribute(element.hasAttribute("label") ? "label" : "name"))
                .map(String::strip)
                .filter(words -> !words.isEmpty());
    }
}
