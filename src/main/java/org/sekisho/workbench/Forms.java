package org.sekisho.workbench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sekisho.process.CaseTask;
import org.sekisho.process.FormKey;
import org.sekisho.wording.Messages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Every form of the product, read when it starts: a file that cannot be shown, or a screen whose form has no file, stops
 * the start and says where.
 */
@Component
public class Forms {

    private static final String EVERY_FORM = "classpath*:forms/*.form";

    private final Map<FormKey, FormDefinition> definitions;
    private final Map<FormKey, TaskForm> special;

    @Autowired
    Forms(Messages messages, List<TaskForm> special) {
        this(read(EVERY_FORM, messages), special);
    }

    Forms(Map<FormKey, FormDefinition> definitions, List<TaskForm> special) {
        this.definitions = Map.copyOf(definitions);
        this.special = special.stream().collect(Collectors.toUnmodifiableMap(TaskForm::key, Function.identity()));
        for (FormKey key : this.special.keySet()) {
            if (!definitions.containsKey(key)) {
                throw new IllegalStateException(
                        "the screen " + this.special.get(key).getClass().getSimpleName() + " shows the form '" + key
                                + "', but there is no forms/" + key + ".form");
            }
        }
    }

    private static Map<FormKey, FormDefinition> read(String pattern, Messages messages) {
        ResourcePatternResolver resources = new PathMatchingResourcePatternResolver();
        Map<FormKey, FormDefinition> all = new HashMap<>();
        try {
            for (Resource file : resources.getResources(pattern)) {
                String name = String.valueOf(file.getFilename());
                FormDefinition form = FormReader.read(name, file.getContentAsString(StandardCharsets.UTF_8), messages);
                all.put(form.key(), form);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the forms cannot be read", unreadable);
        }
        return all;
    }

    /** The message key of the form's title: the name of the task in lists. The key itself stands in for an unknown form. */
    public String title(FormKey key) {
        FormDefinition definition = definitions.get(key);
        return definition == null ? key.value() : definition.title();
    }

    /** The keys of every form that has a file. */
    public Set<FormKey> keys() {
        return definitions.keySet();
    }

    /**
     * The definition of a form.
     *
     * @throws IllegalStateException where there is no file of that key
     */
    FormDefinition definition(FormKey key) {
        FormDefinition definition = definitions.get(key);
        if (definition == null) {
            throw new IllegalStateException("there is no forms/" + key + ".form");
        }
        return definition;
    }

    /** Whether the session at hand can do the task: a form without a screen of its own can be filled in anywhere. */
    boolean canBeDoneHere(CaseTask task) {
        return screen(task.form()).map(screen -> screen.canBeDoneHere(task)).orElse(true);
    }

    /** The screen of the form's own, where it has one. */
    Optional<TaskForm> screen(FormKey key) {
        return Optional.ofNullable(special.get(key));
    }
}
