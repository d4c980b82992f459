package org.sekisho.verification.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.sekisho.factor.Factor;
import org.sekisho.process.CaseTask;
import org.sekisho.process.TaskUnavailable;
import org.sekisho.verification.Onward;
import org.sekisho.verification.Verification;
import org.sekisho.workbench.StatusBadge;
import org.sekisho.workbench.TaskNavigation;
import org.sekisho.workbench.TaskPage;

/** Every method, the default first and the one that was used last marked; a method is chosen by its button. */
final class MethodChoice extends Div {

    private static final long serialVersionUID = 1L;

    private static final String TEXT = "verification.factor-choose.";

    private final transient TaskNavigation navigation;

    MethodChoice(CaseTask task, TaskNavigation navigation, Verification verification) {
        this.navigation = navigation;
        List<Factor> methods = verification.methods(task);
        Optional<Instant> newestUse = methods.stream()
                .map(Factor::lastUsedAt)
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder());
        UnorderedList list = new UnorderedList();
        list.addClassName("method-choice");
        for (Factor method : methods) {
            String kind = "factor." + method.kind();
            Button choose = new Button(
                    method.name().orElseGet(() -> getTranslation(kind + ".name")),
                    click -> go(() -> verification.chosen(task.id(), method.id())));
            choose.setDisableOnClick(true);
            ListItem item = new ListItem(choose);
            if (method.preferred()) {
                item.add(new StatusBadge(StatusBadge.Kind.NEUTRAL, getTranslation(TEXT + "default")));
            }
            if (newestUse.isPresent() && newestUse.equals(method.lastUsedAt())) {
                item.add(new StatusBadge(StatusBadge.Kind.NEUTRAL, getTranslation(TEXT + "last-used")));
            }
            item.add(new Span(getTranslation(kind + ".hint")));
            list.add(item);
        }
        TaskPage page = new TaskPage(getTranslation(TEXT + "title")).lead(getTranslation(TEXT + "lead"));
        page.content(list);
        page.quiet(getTranslation(TEXT + "none"), () -> go(() -> verification.noneUsable(task.id())));
        add(page);
    }

    private void go(Supplier<Onward> step) {
        try {
            Exits.follow(step.get(), navigation);
        } catch (TaskUnavailable gone) {
            navigation.stale();
        }
    }
}
