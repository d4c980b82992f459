package org.sekisho.archive.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.sekisho.archive.CaseSearch;
import org.sekisho.archive.SavedSearch;
import org.sekisho.archive.SavedSearches;
import org.sekisho.workbench.FieldProblem;
import org.sekisho.workbench.MainLayout;

/** The reader's own searches, and how the one at hand becomes one of them. */
class OwnSearches extends Div {

    private static final long serialVersionUID = 1L;

    private final transient SavedSearches saved;
    private final transient Supplier<Optional<CaseSearch>> current;
    private final transient BiConsumer<CaseSearch, Optional<UUID>> choosing;
    private final UnorderedList list = new UnorderedList();
    private final TextField name = new TextField(text("name"));
    private final Button remove = new Button(text("remove"), click -> remove());
    private transient Optional<UUID> chosen = Optional.empty();

    /**
     * @param current the search at hand; empty where it cannot be sought, which is said where it is asked for
     * @param choosing is told which search is wanted, and which saved one it is
     */
    OwnSearches(
            SavedSearches saved,
            Supplier<Optional<CaseSearch>> current,
            BiConsumer<CaseSearch, Optional<UUID>> choosing) {
        this.saved = saved;
        this.current = current;
        this.choosing = choosing;
        addClassName("archive-own");
        name.setMaxLength(SavedSearches.LONGEST_NAME);
        Div work = new Div(name, new Button(text("save"), click -> save()), remove);
        work.addClassName("archive-own-work");
        add(list, new Details(text("title"), work));
    }

    /** Shows the searches as they are now, and which of them is chosen. */
    void show(Optional<UUID> now) {
        chosen = now;
        List<SavedSearch> own = saved.own();
        list.removeAll();
        list.setVisible(!own.isEmpty());
        own.forEach(search -> list.add(new ListItem(choice(search))));
        remove.setVisible(
                own.stream().anyMatch(search -> now.filter(search.id()::equals).isPresent()));
    }

    private Button choice(SavedSearch search) {
        Button choice = new Button(search.name(), click -> choosing.accept(search.search(), Optional.of(search.id())));
        choice.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        choice.getElement()
                .setAttribute(
                        "aria-pressed",
                        Boolean.toString(chosen.filter(search.id()::equals).isPresent()));
        return choice;
    }

    private void save() {
        current.get().ifPresent(this::save);
    }

    private void save(CaseSearch search) {
        SavedSearches.Outcome outcome = saved.saved(name.getValue(), search);
        if (outcome != SavedSearches.Outcome.DONE) {
            FieldProblem.show(name, text(outcome.name().toLowerCase(Locale.ROOT).replace('_', '-')));
            return;
        }
        name.setInvalid(false);
        String given = name.getValue().strip();
        name.clear();
        saved.own().stream()
                .filter(own -> own.name().equals(given))
                .findFirst()
                .ifPresent(own -> choosing.accept(own.search(), Optional.of(own.id())));
        MainLayout.announce(text("saved"));
    }

    private void remove() {
        chosen.ifPresent(id -> {
            saved.removed(id);
            show(Optional.empty());
            MainLayout.announce(text("removed"));
        });
    }

    private String text(String part) {
        return getTranslation("archive.own." + part);
    }
}
