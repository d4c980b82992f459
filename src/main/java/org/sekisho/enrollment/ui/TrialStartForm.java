package org.sekisho.enrollment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import org.sekisho.enrollment.Enrollments;
import org.sekisho.process.CaseTask;
import org.sekisho.process.FormKey;
import org.sekisho.process.TaskUnavailable;
import org.sekisho.workbench.TaskForm;
import org.sekisho.workbench.TaskNavigation;
import org.sekisho.workbench.TaskPage;

/** Explains the trial and signs out for it. */
@org.springframework.stereotype.Component
class TrialStartForm implements TaskForm {

    private final Enrollments enrollments;
    private final ProgressSteps progress;

    TrialStartForm(Enrollments enrollments, ProgressSteps progress) {
        this.enrollments = enrollments;
        this.progress = progress;
    }

    @Override
    public FormKey key() {
        return new FormKey("trial-start");
    }

    @Override
    public Component open(CaseTask task, TaskNavigation navigation) {
        UI ui = UI.getCurrent();
        TaskPage page = new TaskPage(ui.getTranslation("enrollment.trial-start.title"));
        page.steps(progress.draw(enrollments.milestones(task.caseId())));
        page.lead(ui.getTranslation("enrollment.trial-start.lead"));
        page.lead(ui.getTranslation("enrollment.trial-start.safe"));
        page.primary(ui.getTranslation("enrollment.trial-start.submit"), () -> {
            try {
                enrollments.trialStarted(task.id());
                navigation.signOut();
            } catch (TaskUnavailable gone) {
                navigation.stale();
            }
        });
        return page;
    }
}
