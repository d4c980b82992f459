package org.sekisho.enrollment.ui;

import java.util.List;
import org.sekisho.enrollment.Milestone;
import org.sekisho.workbench.StepList;
import org.sekisho.workbench.Times;
import org.springframework.stereotype.Component;

/** Draws the milestones of a case. */
@Component
class ProgressSteps {

    private final Times times;

    ProgressSteps(Times times) {
        this.times = times;
    }

    StepList draw(List<Milestone> milestones) {
        StepList steps = new StepList();
        for (Milestone milestone : milestones) {
            String key =
                    milestone.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
            steps.step(
                    steps.getTranslation("enrollment.milestone." + key),
                    state(milestone.progress()),
                    detail(steps, milestone, key));
        }
        return steps;
    }

    private String detail(StepList steps, Milestone milestone, String key) {
        if (milestone.progress() != Milestone.Progress.WAITING) {
            return "";
        }
        return milestone
                .until()
                .map(until -> steps.getTranslation("enrollment.milestone." + key + ".until", times.text(until)))
                .orElseGet(() -> steps.getTranslation("enrollment.milestone." + key + ".waiting"));
    }

    private static StepList.State state(Milestone.Progress progress) {
        return switch (progress) {
            case DONE -> StepList.State.DONE;
            case NOW -> StepList.State.NOW;
            case WAITING -> StepList.State.WAITING;
            case SKIPPED -> StepList.State.SKIPPED;
            case LATER -> StepList.State.AHEAD;
        };
    }
}
