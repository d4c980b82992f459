package org.sekisho.enrollment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import org.sekisho.enrollment.Enrollments;
import org.sekisho.process.CaseTask;
import org.sekisho.process.FormKey;
import org.sekisho.process.TaskUnavailable;
import org.sekisho.workbench.TaskForm;
import org.sekisho.workbench.TaskNavigation;
import org.sekisho.workbench.TaskPage;
import org.sekisho.workbench.Times;

/** Where a sign-in leads while set-up waits: on to set-up, or later while the budget lasts. */
@org.springframework.stereotype.Component
class MoreInformationForm implements TaskForm {

    private final Enrollments enrollments;
    private final ProgressSteps progress;
    private final Times times;

    MoreInformationForm(Enrollments enrollments, ProgressSteps progress, Times times) {
        this.enrollments = enrollments;
        this.progress = progress;
        this.times = times;
    }

    @Override
    public FormKey key() {
        return new FormKey("more-information");
    }

    @Override
    public Component open(CaseTask task, TaskNavigation navigation) {
        TaskPage page = new TaskPage(text("title"));
        page.steps(progress.draw(enrollments.milestones(task.caseId())));
        page.lead(text("lead"));
        page.primary(text("next"), () -> {
            try {
                enrollments.next(task.id());
                navigation.next();
            } catch (TaskUnavailable gone) {
                navigation.stale();
            }
        });
        enrollments
                .notNowBudget()
                .ifPresentOrElse(
                        budget -> {
                            page.quiet(text("not-now"), () -> notNow(task, page, navigation));
                            page.content(new Paragraph(text("budget", budget.timesLeft(), times.text(budget.until()))));
                        },
                        () -> page.content(new Paragraph(text("no-budget"))));
        return page;
    }

    private void notNow(CaseTask task, TaskPage page, TaskNavigation navigation) {
        try {
            if (enrollments.notNow(task.id())) {
                navigation.to("");
            } else {
                page.error(text("no-budget"));
            }
        } catch (TaskUnavailable gone) {
            navigation.stale();
        }
    }

    private static String text(String part, Object... arguments) {
        return com.vaadin
                .flow
                .component
                .UI
                .getCurrent()
                .getTranslation("enrollment.more-information." + part, arguments);
    }
}
