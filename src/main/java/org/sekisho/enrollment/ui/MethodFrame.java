package org.sekisho.enrollment.ui;

import com.vaadin.flow.component.Component;
import java.util.Optional;
import org.sekisho.enrollment.Enrollments;
import org.sekisho.process.CaseTask;
import org.sekisho.workbench.TaskFrame;
import org.sekisho.workbench.TaskNavigation;

/** From the first proven method on, a fresh proof stands before every task in which another one is chosen or set up. */
@org.springframework.stereotype.Component
class MethodFrame implements TaskFrame {

    private final Enrollments enrollments;

    MethodFrame(Enrollments enrollments) {
        this.enrollments = enrollments;
    }

    @Override
    public Optional<Component> before(CaseTask task, TaskNavigation navigation) {
        return enrollments.needsProof(task)
                ? Optional.of(new ProofPage(enrollments, task.id(), navigation))
                : Optional.empty();
    }

    @Override
    public Optional<String> afterwards(CaseTask task) {
        return Optional.empty();
    }
}
