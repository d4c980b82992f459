package org.sekisho.helpdesk.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.sekisho.directory.Account;
import org.sekisho.helpdesk.Dispatch;
import org.sekisho.helpdesk.Dispatch.Outcome;
import org.sekisho.helpdesk.Urgency;
import org.sekisho.process.TaskId;

/** What can be done to all the tasks that are selected. */
class SelectionBar extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Set<TaskId> selected;
    private final transient Consumer<Map<TaskId, Outcome>> afterwards;
    private final Span count = new Span();

    SelectionBar(Dispatch dispatch, Consumer<Map<TaskId, Outcome>> afterwards, Set<TaskId> selected) {
        this.selected = selected;
        this.afterwards = afterwards;
        addClassName("queue-bar");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", getTranslation("helpdesk.queue.selection"));
        add(count);
        if (dispatch.mayAssign()) {
            choice(
                    "assign",
                    dispatch.staff(),
                    SelectionBar::described,
                    person -> dispatch.assign(List.copyOf(selected), person.id()));
            add(new Button(
                    getTranslation("helpdesk.queue.take-back"),
                    click -> afterwards.accept(dispatch.takeBack(List.copyOf(selected)))));
        }
        choice(
                "set-priority",
                List.of(Urgency.values()),
                urgency -> getTranslation("helpdesk.queue.priority." + QueueView.key(urgency)),
                urgency -> dispatch.prioritise(List.copyOf(selected), urgency));
        choice(
                "set-follow-up",
                List.of(FollowUp.values()),
                wish -> getTranslation("helpdesk.queue.follow-up." + QueueView.key(wish)),
                wish -> dispatch.followUp(List.copyOf(selected), wish.after(dispatch.workingDay())));
        show();
    }

    void show() {
        setVisible(!selected.isEmpty());
        count.setText(getTranslation("helpdesk.queue.selected", selected.size()));
    }

    private <T> void choice(
            String name, List<T> items, Function<T, String> text, Function<T, Map<TaskId, Outcome>> work) {
        Select<T> choice = new Select<>();
        choice.setLabel(getTranslation("helpdesk.queue." + name));
        choice.setItemLabelGenerator(text::apply);
        choice.setItems(items);
        Button button = new Button(getTranslation("helpdesk.queue." + name + ".do"), click -> choice.getOptionalValue()
                .ifPresent(value -> {
                    choice.clear();
                    afterwards.accept(work.apply(value));
                }));
        Div group = new Div(choice, button);
        group.addClassName("queue-choice");
        add(group);
    }

    private static String described(Account account) {
        return account.name() + " (" + account.commonId().value() + ")";
    }

    /** When a task is to be looked at again, in business time. */
    private enum FollowUp {
        TWO_HOURS,
        ONE_DAY,
        THREE_DAYS,
        NEVER;

        private static final int HOURS = 2;
        private static final int DAYS = 3;

        Optional<Duration> after(Duration workingDay) {
            return switch (this) {
                case TWO_HOURS -> Optional.of(Duration.ofHours(HOURS));
                case ONE_DAY -> Optional.of(workingDay);
                case THREE_DAYS -> Optional.of(workingDay.multipliedBy(DAYS));
                case NEVER -> Optional.empty();
            };
        }
    }
}
