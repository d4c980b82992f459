package org.sekisho.archive.ui;

import java.util.List;
import java.util.Optional;
import org.sekisho.archive.ArchivedCase;
import org.sekisho.archive.CaseArchive;
import org.sekisho.process.DecisionTable;
import org.sekisho.process.DeployedModels.Place;
import org.sekisho.process.ProcessKey;
import org.sekisho.workbench.CaseWords;
import org.sekisho.workbench.Forms;
import org.sekisho.workbench.ModelVocabulary;
import org.springframework.stereotype.Component;

/** How cases, their steps and their endings are called. To be called from a screen's own thread. */
@Component
class ArchiveWords {

    private final CaseWords words;
    private final CaseArchive archive;
    private final Forms forms;
    private final ModelVocabulary models;

    ArchiveWords(CaseWords words, CaseArchive archive, Forms forms, ModelVocabulary models) {
        this.words = words;
        this.archive = archive;
        this.forms = forms;
        this.models = models;
    }

    String kind(ProcessKey process) {
        return words.kind(process);
    }

    String action(String action) {
        return words.action(action);
    }

    String result(String result) {
        return words.result(result);
    }

    Optional<String> known(String key) {
        return words.known(key);
    }

    /** Where cases can stand and end now; asked for once by a screen. */
    List<Place> places() {
        return archive.places();
    }

    /** What a search can choose from now; asked for once by a screen. */
    SearchChoices choices() {
        return new SearchChoices(archive.kinds(), archive.callers(), places());
    }

    /** The tables by which cases were ever decided, the newest version of each first; asked for once by a screen. */
    List<DecisionTable> policies() {
        return archive.policies();
    }

    /** A task is called as in the list of tasks. */
    String step(ArchivedCase.Step step, List<Place> places) {
        return places.stream()
                .filter(place -> place.process().equals(step.process())
                        && place.element().equals(step.element()))
                .findFirst()
                .map(this::place)
                .orElse(step.element());
    }

    /** How a case ended, in the words of its own model. */
    Optional<String> ending(ArchivedCase of) {
        return of.outcome().map(element -> models.element(of.process(), of.version(), element)
                .orElse(element));
    }

    String place(Place place) {
        return place.form()
                .flatMap(form -> words.known(forms.title(form)))
                .or(() -> models.element(place.process(), place.version(), place.element()))
                .orElse(place.label());
    }

    /** What a version of a table says, in the language of the screen. */
    String said(DecisionTable table, String english) {
        return models.say(table.decision(), table.version(), english);
    }
}
