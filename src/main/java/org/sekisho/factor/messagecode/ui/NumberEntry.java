package org.sekisho.factor.messagecode.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import org.sekisho.factor.messagecode.Delivery;
import org.sekisho.factor.messagecode.GivenPhone;
import org.sekisho.factor.messagecode.PhoneProblem;
import org.sekisho.factor.messagecode.PhoneSetup;
import org.sekisho.factor.messagecode.PhoneSetup.Given;
import org.sekisho.factor.messagecode.Slot;
import org.sekisho.numbering.Country;
import org.sekisho.process.CaseTask;
import org.sekisho.process.TaskUnavailable;
import org.sekisho.shared.Language;
import org.sekisho.workbench.FieldProblem;
import org.sekisho.workbench.TaskNavigation;
import org.sekisho.workbench.TaskPage;
import org.sekisho.workbench.Times;

/** The number, the place where its telephone is, and the choice between text and call. */
final class NumberEntry extends Div {

    private static final long serialVersionUID = 1L;

    private static final String TEXT = "factor.messagecode.phone-give.";

    private final transient PhoneSetup setup;
    private final transient CaseTask task;
    private final transient TaskNavigation navigation;
    private final transient Times times;
    private final RadioButtonGroup<Slot> slot = new RadioButtonGroup<>(text("slot"));
    private final Select<Country> country = new Select<>();
    private final TextField number = new TextField(text("number"));
    private final TextField extension = new TextField(text("extension"));
    private final RadioButtonGroup<Delivery> delivery = new RadioButtonGroup<>(text("delivery"));
    private final TaskPage page = new TaskPage(text("title"));

    NumberEntry(PhoneSetup setup, CaseTask task, TaskNavigation navigation, Times times) {
        this.setup = setup;
        this.task = task;
        this.navigation = navigation;
        this.times = times;
        List<Slot> slots = setup.slots(task);
        page.lead(text("lead"));
        if (slots.isEmpty()) {
            page.error(text("no-slot"));
            page.quiet(text("back"), () -> navigation.to("methods"));
            add(page);
            return;
        }
        fields(slots);
        page.content(slot, country, number, extension, delivery, risk());
        page.content(new Paragraph(getTranslation(TEXT + "until", times.text(setup.expiresAt(task)))));
        page.primary(text("submit"), this::give);
        add(page);
    }

    private void fields(List<Slot> slots) {
        slot.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        slot.setItems(slots);
        slot.setItemLabelGenerator(place -> text("slot." + kebab(place)));
        slot.setVisible(slots.size() > 1);
        slot.addValueChangeListener(changed -> offer(changed.getValue()));
        country.setLabel(text("country"));
        country.setItems(setup.countries());
        country.setItemLabelGenerator(place -> place.name(Language.of(getLocale())) + " (+" + place.code() + ")");
        country.setValue(setup.countries().get(0));
        number.setHelperText(text("number.hint"));
        number.setRequiredIndicatorVisible(true);
        number.getElement().setProperty("autocomplete", "tel");
        number.getElement().setAttribute("inputmode", "tel");
        extension.setHelperText(text("extension.hint"));
        extension.getElement().setAttribute("inputmode", "numeric");
        delivery.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        delivery.setItemLabelGenerator(way -> text("delivery." + kebab(way)));
        slot.setValue(slots.get(0));
        offer(slots.get(0));
    }

    private void offer(Slot place) {
        List<Delivery> ways = setup.deliveries(place);
        delivery.setItems(ways);
        delivery.setValue(ways.get(0));
        extension.setVisible(place == Slot.OFFICE);
        if (place != Slot.OFFICE) {
            extension.clear();
        }
    }

    private Paragraph risk() {
        Paragraph risk = new Paragraph(text("risk"));
        risk.addClassName("risk");
        return risk;
    }

    private void give() {
        try {
            show(setup.give(
                    task.id(),
                    new GivenPhone(
                            slot.getValue(),
                            country.getValue(),
                            number.getValue(),
                            extension.getValue(),
                            delivery.getValue())));
        } catch (TaskUnavailable gone) {
            navigation.stale();
        }
    }

    private void show(Given given) {
        if (given instanceof Given.Taken) {
            navigation.next();
        } else if (given instanceof Given.NotTaken notTaken) {
            TextField field = notTaken.problem() == PhoneProblem.EXTENSION ? extension : number;
            FieldProblem.show(field, text("problem." + kebab(notTaken.problem())));
        } else if (given instanceof Given.NotSent notSent) {
            page.error(Refusals.text(this, notSent.refusal(), times));
        }
    }

    private static String kebab(Enum<?> value) {
        return Refusals.kebab(value);
    }

    private String text(String key) {
        return getTranslation(TEXT + key);
    }
}
