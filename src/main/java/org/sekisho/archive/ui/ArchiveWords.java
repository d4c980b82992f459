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
import org.springframework.stereotype.Component;

/** How cases, their steps and their endings are called. To be called from a screen's own thread. */
@Component
class ArchiveWords {

    private final CaseWords words;
    private final CaseArchive archive;
    private final Forms forms;

    ArchiveWords(CaseWords words, CaseArchive archive, Forms forms) {
        this.words = words;
        this.archive = archive;
        this.forms = forms;
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

    /** The tables by which cases were ever decided, the newest version of each first; asked for once by a screen. */
    List<DecisionTable> policies() {
        return archive.policies();
    }

    String step(ArchivedCase.Step step, List<Place> places) {
        return find(step.process(), step.element(), places).map(this::place).orElse(step.element());
    }

    String ending(ProcessKey process, String element, List<Place> places) {
        return find(process, element, places)
                .map(this::place)
                .or(() -> words.known("archive.ending." + element))
                .orElse(element);
    }

    String place(Place place) {
        return place.ending()
                ? words.known("archive.ending." + place.element()).orElse(place.label())
                : place.form().flatMap(form -> words.known(forms.title(form))).orElse(place.label());
    }

    private static Optional<Place> find(ProcessKey process, String element, List<Place> places) {
        return places.stream()
                .filter(place ->
                        place.process().equals(process) && place.element().equals(element))
                .findFirst();
    }
}
