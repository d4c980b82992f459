package org.sekisho.factor.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import java.util.List;
import org.sekisho.factor.FactorType;
import org.sekisho.factor.MethodOffer;
import org.sekisho.factor.MethodOffer.Addition;
import org.sekisho.factor.ProofNeeded;
import org.sekisho.process.CaseTask;
import org.sekisho.process.TaskUnavailable;
import org.sekisho.workbench.FieldProblem;
import org.sekisho.workbench.TaskNavigation;
import org.sekisho.workbench.TaskPage;

/** The kinds that may be set up, each with what it takes. */
final class KindChoice extends Div {

    private static final long serialVersionUID = 1L;

    private static final String TEXT = "factor.method-choose.";

    KindChoice(MethodOffer offer, CaseTask task, TaskNavigation navigation) {
        List<String> kinds = offer.kinds(task).stream().map(FactorType::kind).toList();
        Addition wanted = offer.wanted(task);
        TaskPage page = new TaskPage(text("title"));
        if (kinds.isEmpty()) {
            page.lead(text("none"));
            page.primary(text("back"), () -> back(offer, task, navigation));
            add(page);
            return;
        }
        RadioButtonGroup<String> choice = new RadioButtonGroup<>(text("question"));
        choice.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        choice.setItems(kinds);
        choice.setItemLabelGenerator(kind -> getTranslation("factor." + kind + ".name"));
        choice.addValueChangeListener(
                chosen -> choice.setHelperText(getTranslation("factor." + chosen.getValue() + ".hint")));
        choice.setRequiredIndicatorVisible(true);
        offer.replacedKind(task)
                .filter(kinds::contains)
                .or(() -> kinds.stream().filter(only -> kinds.size() == 1).findFirst())
                .ifPresent(choice::setValue);
        page.lead(lead(wanted)).content(choice);
        page.primary(text("submit"), () -> {
            if (choice.isEmpty()) {
                FieldProblem.show(choice, text("choose"));
                return;
            }
            try {
                offer.chosen(task.id(), choice.getValue());
                navigation.next();
            } catch (ProofNeeded first) {
                navigation.to("tasks/" + task.id());
            } catch (TaskUnavailable gone) {
                navigation.stale();
            }
        });
        if (wanted != Addition.SECOND_REQUIRED) {
            String quiet = wanted == Addition.NOTHING ? "back" : "not-now";
            page.quiet(text(quiet), () -> back(offer, task, navigation));
        }
        add(page);
    }

    private String lead(Addition wanted) {
        return text(
                switch (wanted) {
                    case SECOND_REQUIRED -> "second-required";
                    case SECOND_RECOMMENDED -> "second-recommended";
                    case RESERVE -> "reserve";
                    case NOTHING -> "lead";
                });
    }

    private static void back(MethodOffer offer, CaseTask task, TaskNavigation navigation) {
        try {
            offer.back(task.id());
            navigation.next();
        } catch (TaskUnavailable gone) {
            navigation.stale();
        }
    }

    private String text(String part) {
        return getTranslation(TEXT + part);
    }
}
