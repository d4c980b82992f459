package org.sekisho.workbench;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.sekisho.process.FormKey;
import org.sekisho.wording.Messages;
import org.sekisho.workbench.FormDefinition.Choice;
import org.sekisho.workbench.FormDefinition.DateInput;
import org.sekisho.workbench.FormDefinition.NumberInput;
import org.sekisho.workbench.FormDefinition.Option;
import org.sekisho.workbench.FormDefinition.Outcome;
import org.sekisho.workbench.FormDefinition.Part;
import org.sekisho.workbench.FormDefinition.StaticText;
import org.sekisho.workbench.FormDefinition.TextInput;
import org.sekisho.workbench.FormDefinition.Tick;
import org.sekisho.workbench.FormDefinition.TimeInput;
import org.sekisho.workbench.JsonNode.ArrayNode;
import org.sekisho.workbench.JsonNode.ObjectNode;
import org.sekisho.workbench.JsonNode.ValueNode;

/** Reads one form file and refuses, with file and line, whatever a person could not be shown. */
final class FormReader {

    private static final String SUFFIX = ".form";
    private static final List<String> REQUIRED_ALONE = List.of("required");
    private static final List<String> RULES_OF_LINE = List.of("required", "minLength", "maxLength", "pattern");
    private static final List<String> RULES_OF_LINES = List.of("required", "minLength", "maxLength");
    private static final List<String> RULES_OF_NUMBER = List.of("required", "min", "max");
    private static final Pattern VARIABLE = Pattern.compile("[a-z][A-Za-z0-9]*");

    private final String file;
    private final Messages messages;
    private final Set<String> keys = new HashSet<>();

    private FormReader(String file, Messages messages) {
        this.file = file;
        this.messages = messages;
    }

    /**
     * Reads a form.
     *
     * @param file the file's name, such as {@code application-approve.form}
     * @throws BrokenForm where the file is not a form that can be shown
     */
    static FormDefinition read(String file, String json, Messages messages) {
        return new FormReader(file, messages).form(JsonNode.read(file, json));
    }

    private FormDefinition form(JsonNode root) {
        ObjectNode form = object(root, "a form");
        String id = text(form, "id");
        if (!(id + SUFFIX).equals(file)) {
            throw broken(form.members().get("id"), "the id '" + id + "' is not the file's name");
        }
        ObjectNode properties = object(member(form, "properties"), "'properties'");
        String module = text(properties, "module");
        List<Part> parts = new ArrayList<>();
        for (JsonNode component : array(form, "components")) {
            parts.add(part(object(component, "a component")));
        }
        FormDefinition definition = new FormDefinition(
                new FormKey(id), module, parts, find(properties, "outcome").orElse("outcome"), outcomes(properties));
        if (!messages.knows(definition.title())) {
            throw broken(
                    properties.members().get("module"),
                    "no text for the title's message key '" + definition.title() + "'");
        }
        return definition;
    }

    private List<Outcome> outcomes(ObjectNode properties) {
        if (!properties.members().containsKey("outcomes")) {
            return List.of();
        }
        List<Outcome> outcomes = new ArrayList<>();
        for (JsonNode node : array(properties, "outcomes")) {
            ObjectNode outcome = object(node, "an outcome");
            outcomes.add(new Outcome(text(outcome, "value"), message(outcome, "label"), flag(outcome, "primary")));
        }
        if (outcomes.stream().filter(Outcome::primary).count() != 1) {
            throw broken(properties.members().get("outcomes"), "one outcome, and only one, must be 'primary'");
        }
        return outcomes;
    }

    private Part part(ObjectNode component) {
        String type = text(component, "type");
        return switch (type) {
            case "text" -> new StaticText(message(component, "text"));
            case "textfield" -> textInput(component, false, RULES_OF_LINE);
            case "textarea" -> textInput(component, true, RULES_OF_LINES);
            case "number" -> numberInput(component);
            case "datetime" -> momentInput(component);
            case "select" -> choice(component, false);
            case "radio" -> choice(component, true);
            case "checkbox" ->
                new Tick(key(component), message(component, "label"), description(component), required(component));
            default ->
                throw broken(
                        component.members().get("type"),
                        "component type '" + type + "' is none of text, textfield, textarea, number,"
                                + " datetime, select, radio, checkbox");
        };
    }

    private TextInput textInput(ObjectNode component, boolean lines, List<String> known) {
        ObjectNode rules = rules(component, known);
        Optional<String> pattern = find(rules, "pattern");
        pattern.ifPresent(expression -> {
            try {
                Pattern.compile(expression);
            } catch (PatternSyntaxException wrong) {
                throw broken(rules.members().get("pattern"), "not a pattern: " + wrong.getDescription());
            }
        });
        return new TextInput(
                key(component),
                message(component, "label"),
                description(component),
                flag(rules, "required"),
                lines,
                number(rules, "minLength"),
                number(rules, "maxLength"),
                pattern);
    }

    private NumberInput numberInput(ObjectNode component) {
        ObjectNode rules = rules(component, RULES_OF_NUMBER);
        Optional<Integer> min = number(rules, "min");
        Optional<Integer> max = number(rules, "max");
        if (min.isPresent() && max.isPresent() && min.get() > max.get()) {
            throw broken(rules.members().get("max"), "'max' is less than 'min'");
        }
        return new NumberInput(
                key(component), message(component, "label"), description(component), flag(rules, "required"), min, max);
    }

    private Part momentInput(ObjectNode component) {
        String subtype = text(component, "subtype");
        return switch (subtype) {
            case "date" ->
                new DateInput(key(component), message(component, "label"), description(component), required(component));
            case "time" ->
                new TimeInput(key(component), message(component, "label"), description(component), required(component));
            default ->
                throw broken(component.members().get("subtype"), "subtype '" + subtype + "' is none of date, time");
        };
    }

    private Choice choice(ObjectNode component, boolean radio) {
        List<Option> options = new ArrayList<>();
        Set<String> values = new HashSet<>();
        for (JsonNode node : array(component, "values")) {
            ObjectNode option = object(node, "an option");
            String value = text(option, "value");
            if (!values.add(value)) {
                throw broken(option, "the value '" + value + "' stands twice");
            }
            options.add(new Option(value, message(option, "label")));
        }
        if (options.isEmpty()) {
            throw broken(component.members().get("values"), "a choice needs options");
        }
        return new Choice(
                key(component),
                message(component, "label"),
                description(component),
                required(component),
                radio,
                options);
    }

    private String key(ObjectNode component) {
        String key = text(component, "key");
        if (!VARIABLE.matcher(key).matches()) {
            throw broken(component.members().get("key"), "the key '" + key + "' is not a lowerCamel variable name");
        }
        if (!keys.add(key)) {
            throw broken(component.members().get("key"), "the key '" + key + "' stands twice");
        }
        return key;
    }

    private boolean required(ObjectNode component) {
        return flag(rules(component, REQUIRED_ALONE), "required");
    }

    private ObjectNode rules(ObjectNode component, List<String> known) {
        JsonNode node = component.members().get("validate");
        if (node == null) {
            return new ObjectNode(component.line(), Map.of());
        }
        ObjectNode rules = object(node, "'validate'");
        rules.members().forEach((name, value) -> {
            if (!known.contains(name)) {
                throw broken(value, "rule '" + name + "' is none of " + String.join(", ", known));
            }
        });
        return rules;
    }

    private Optional<String> description(ObjectNode component) {
        return component.members().containsKey("description")
                ? Optional.of(message(component, "description"))
                : Optional.empty();
    }

    private String message(ObjectNode object, String name) {
        String key = text(object, name);
        if (!messages.knows(key)) {
            throw broken(object.members().get(name), "no text for the message key '" + key + "'");
        }
        return key;
    }

    private String text(ObjectNode object, String name) {
        JsonNode node = member(object, name);
        if (node instanceof ValueNode value && value.value() instanceof String text && !text.isBlank()) {
            return text;
        }
        throw broken(node, "'" + name + "' must be a text");
    }

    private Optional<String> find(ObjectNode object, String name) {
        return object.members().containsKey(name) ? Optional.of(text(object, name)) : Optional.empty();
    }

    private boolean flag(ObjectNode object, String name) {
        JsonNode node = object.members().get(name);
        if (node == null) {
            return false;
        }
        if (node instanceof ValueNode value && value.value() instanceof Boolean flag) {
            return flag;
        }
        throw broken(node, "'" + name + "' must be true or false");
    }

    private Optional<Integer> number(ObjectNode object, String name) {
        JsonNode node = object.members().get(name);
        if (node == null) {
            return Optional.empty();
        }
        if (node instanceof ValueNode value && value.value() instanceof Integer number && number >= 0) {
            return Optional.of(number);
        }
        throw broken(node, "'" + name + "' must be a whole number");
    }

    private List<JsonNode> array(ObjectNode object, String name) {
        JsonNode node = member(object, name);
        if (node instanceof ArrayNode array) {
            return array.elements();
        }
        throw broken(node, "'" + name + "' must be a list");
    }

    private ObjectNode object(JsonNode node, String what) {
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw broken(node, what + " must be an object");
    }

    private JsonNode member(ObjectNode object, String name) {
        JsonNode node = object.members().get(name);
        if (node == null) {
            throw broken(object, "'" + name + "' is missing");
        }
        return node;
    }

    private BrokenForm broken(@Nullable JsonNode where, String what) {
        return new BrokenForm(file, where == null ? 1 : where.line(), what);
    }
}
