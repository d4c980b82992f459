package org.sekisho.helpdesk.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.sekisho.helpdesk.Queue;
import org.sekisho.helpdesk.QueueCounts;
import org.sekisho.helpdesk.QueueSearch;
import org.sekisho.helpdesk.SavedFilter;
import org.sekisho.helpdesk.SavedFilters;
import org.sekisho.helpdesk.SavedFilters.Outcome;
import org.sekisho.workbench.FieldProblem;
import org.sekisho.workbench.MainLayout;

/** The reader's own views of the list, and how the one at hand becomes one of them. */
class OwnFilters extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Queue queue;
    private final transient SavedFilters saved;
    private final transient Supplier<QueueSearch> current;
    private final transient BiConsumer<QueueSearch, Optional<UUID>> choosing;
    private final UnorderedList list = new UnorderedList();
    private final TextField name = new TextField(getTranslation("helpdesk.queue.own.name"));
    private final Button rename = new Button(getTranslation("helpdesk.queue.own.rename"), click -> rename());
    private final Button remove = new Button(getTranslation("helpdesk.queue.own.remove"), click -> remove());
    private transient Optional<UUID> chosen = Optional.empty();
    private transient Shown shown = new Shown(List.of(), Map.of(), Optional.empty());

    /**
     * @param current the view at hand
     * @param choosing is told which view is wanted, and which saved one it is
     */
    OwnFilters(
            Queue queue,
            SavedFilters saved,
            Supplier<QueueSearch> current,
            BiConsumer<QueueSearch, Optional<UUID>> choosing) {
        this.queue = queue;
        this.saved = saved;
        this.current = current;
        this.choosing = choosing;
        addClassName("queue-own");
        name.setMaxLength(SavedFilters.LONGEST_NAME);
        Button save = new Button(getTranslation("helpdesk.queue.own.save"), click -> save());
        Div work = new Div(name, save, rename, remove);
        work.addClassName("queue-own-work");
        list.setVisible(false);
        rename.setVisible(false);
        remove.setVisible(false);
        add(list, new Details(getTranslation("helpdesk.queue.own"), work));
    }

    /** Shows the filters as they are now, with how many tasks each has. */
    void show(Optional<UUID> now) {
        List<SavedFilter> own = saved.own();
        Map<UUID, Integer> counts = own.isEmpty() ? Map.of() : queue.countsOf(own);
        Shown wanted = new Shown(own, counts, now);
        if (wanted.equals(shown)) {
            // what is taken from the page and put back has lost the focus
            return;
        }
        shown = wanted;
        chosen = now;
        list.removeAll();
        list.setVisible(!own.isEmpty());
        own.forEach(filter -> list.add(new ListItem(choice(filter, counts.getOrDefault(filter.id(), 0)))));
        boolean one =
                own.stream().anyMatch(filter -> now.filter(filter.id()::equals).isPresent());
        rename.setVisible(one);
        remove.setVisible(one);
    }

    private Button choice(SavedFilter filter, int count) {
        Button choice = new Button(
                getTranslation(
                        "helpdesk.queue.filter",
                        filter.name(),
                        count < QueueCounts.MOST ? Integer.toString(count) : QueueCounts.MOST + "+"),
                click -> choosing.accept(filter.search(), Optional.of(filter.id())));
        choice.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        choice.getElement()
                .setAttribute(
                        "aria-pressed",
                        Boolean.toString(chosen.filter(filter.id()::equals).isPresent()));
        return choice;
    }

    private void save() {
        if (isDone(saved.saved(name.getValue(), current.get()))) {
            String given = name.getValue().strip();
            name.clear();
            saved.own().stream()
                    .filter(filter -> filter.name().equals(given))
                    .findFirst()
                    .ifPresent(filter -> choosing.accept(filter.search(), Optional.of(filter.id())));
            MainLayout.announce(getTranslation("helpdesk.queue.own.saved"));
        }
    }

    private void rename() {
        chosen.ifPresent(id -> {
            if (isDone(saved.renamed(id, name.getValue()))) {
                name.clear();
                show(chosen);
                MainLayout.announce(getTranslation("helpdesk.queue.own.renamed"));
            }
        });
    }

    private void remove() {
        chosen.ifPresent(id -> {
            saved.removed(id);
            name.setInvalid(false);
            choosing.accept(current.get(), Optional.empty());
            MainLayout.announce(getTranslation("helpdesk.queue.own.removed"));
        });
    }

    private boolean isDone(Outcome outcome) {
        if (outcome == Outcome.DONE) {
            name.setInvalid(false);
            return true;
        }
        FieldProblem.show(name, getTranslation("helpdesk.queue.own." + QueueView.key(outcome)));
        return false;
    }

    private record Shown(List<SavedFilter> filters, Map<UUID, Integer> counts, Optional<UUID> chosen) {}
}
