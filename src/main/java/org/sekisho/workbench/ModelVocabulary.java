package org.sekisho.workbench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sekisho.process.CasePath;
import org.sekisho.process.DecisionKey;
import org.sekisho.process.DeployedModels;
import org.sekisho.process.ModelWords;
import org.sekisho.process.ProcessKey;
import org.sekisho.shared.Phrase;
import org.springframework.stereotype.Component;

/**
 * How the models of processes and decisions call their parts, in the language of the person at the screen. To be called from a
 * screen's own thread.
 */
@Component
public class ModelVocabulary {

    private static final int REMEMBERED = 200;
    /** As events of the trail name a step. */
    private static final Pattern STEP = Pattern.compile("([a-z][a-z0-9-]*)/(\\w+)@([0-9]{1,9})");

    private final DeployedModels models;
    private final Map<String, ModelWords> remembered = new LinkedHashMap<>();

    ModelVocabulary(DeployedModels models) {
        this.models = models;
    }

    /** What a step of a case's way is called. */
    public String step(CasePath path, CasePath.Step step) {
        return of(path.process(), path.version()).say(step.label(), Screens.language());
    }

    /** What an element of a version of a process is called; empty where it has no name. */
    public Optional<String> element(ProcessKey process, int version, String element) {
        return of(process, version).called(element).map(ModelVocabulary::spoken);
    }

    /** What the step that an event of the trail names is called; empty where it cannot be told. */
    public Optional<String> step(String named) {
        Matcher parts = STEP.matcher(named);
        return parts.matches()
                ? element(new ProcessKey(parts.group(1)), Integer.parseInt(parts.group(3)), parts.group(2))
                : Optional.empty();
    }

    /** What a version of a decision says in English, in the language of the screen. */
    public String say(DecisionKey decision, int version, String english) {
        return of(decision, version).say(english, Screens.language());
    }

    private static String spoken(Phrase phrase) {
        return phrase.in(Screens.language());
    }

    private ModelWords of(ProcessKey process, int version) {
        return known("bpmn/" + process + "@" + version, () -> models.process(process, version));
    }

    private ModelWords of(DecisionKey decision, int version) {
        return known("dmn/" + decision + "@" + version, () -> models.decision(decision, version));
    }

    /** A version of a model never changes. */
    private synchronized ModelWords known(String name, Supplier<Optional<String>> model) {
        ModelWords known = remembered.get(name);
        if (known == null) {
            known = model.get().map(ModelWords::of).orElseGet(ModelWords::none);
            remembered.put(name, known);
            if (remembered.size() > REMEMBERED) {
                remembered.remove(remembered.keySet().iterator().next());
            }
        }
        return known;
    }
}
