package org.sekisho.verification.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.sekisho.factor.Challenge;
import org.sekisho.factor.FactorType.Check;
import org.sekisho.factor.ui.ProofInput;
import org.sekisho.factor.ui.ProofRequest;
import org.sekisho.factor.ui.ProofScreens;
import org.sekisho.process.CaseTask;
import org.sekisho.process.TaskUnavailable;
import org.sekisho.shared.Secret;
import org.sekisho.verification.Answer;
import org.sekisho.verification.Onward;
import org.sekisho.verification.Prompt;
import org.sekisho.verification.Verification;
import org.sekisho.verification.VerificationPurpose;
import org.sekisho.workbench.Countdown;
import org.sekisho.workbench.LiveUpdates;
import org.sekisho.workbench.MainLayout;
import org.sekisho.workbench.TaskNavigation;
import org.sekisho.workbench.TaskPage;
import org.sekisho.workbench.Times;

/** What the method is proved with, what became of what was entered, and the ways round. */
final class Proving extends Div implements ProofRequest {

    private static final long serialVersionUID = 1L;

    private static final String TEXT = "verification.factor-verify.";

    /** Tries left are told from the third on. */
    private static final int TOLD_FROM = 3;

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final transient CaseTask task;
    private final transient TaskNavigation navigation;
    private final transient Verification verification;
    private final transient Times times;
    private final transient Clock clock;
    private final transient Prompt prompt;
    private final transient LiveUpdates updates;
    private final transient ProofInput input;
    private final Div waiting = new Div();
    private boolean answeredElsewhere;

    Proving(
            CaseTask task,
            TaskNavigation navigation,
            Verification verification,
            ProofScreens screens,
            LiveUpdates updates,
            Times times,
            Clock clock) {
        this.task = task;
        this.navigation = navigation;
        this.verification = verification;
        this.times = times;
        this.clock = clock;
        this.updates = updates;
        this.prompt = verification.prompt(task);
        this.input = screens.open(prompt.factor().kind(), this);
        if (clock.instant().isBefore(prompt.expiresAt())) {
            ask();
        } else {
            expired();
        }
    }

    private void ask() {
        boolean trial = prompt.purpose() == VerificationPurpose.TRIAL;
        TaskPage page = new TaskPage(text("title"));
        page.lead(text(
                switch (prompt.purpose()) {
                    case SIGN_IN -> "sign-in";
                    case TRIAL -> "trial";
                    case STEP_UP -> "step-up";
                }));
        page.lead(getTranslation("factor." + prompt.factor().kind() + ".prompt"));
        waiting.getElement().setAttribute("role", "status");
        page.content(input.parts().toArray(Component[]::new));
        page.content(waiting, timeLeft());
        input.submitLabel().ifPresent(label -> page.primary(label, () -> input.submit(this::prove)));
        page.quiet(text("another"), () -> go(() -> verification.another(task.id())));
        page.quiet(text(trial ? "does-not-work" : "none"), () -> go(() -> verification.noneUsable(task.id())));
        add(page);
    }

    private Paragraph timeLeft() {
        Countdown countdown = new Countdown(clock.instant(), prompt.expiresAt());
        countdown.addElapsedListener(elapsed -> expired());
        Paragraph left = new Paragraph(
                new Span(getTranslation(TEXT + "until", times.text(prompt.expiresAt()))),
                new Span(text("left")),
                countdown);
        left.addClassName("time-left");
        return left;
    }

    @Override
    public Challenge challenge() {
        return prompt.challenge();
    }

    @Override
    public void again() {
        go(() -> verification.again(task.id()));
    }

    @Override
    public void watch() {
        updates.refresh(this, LOOK_EVERY, () -> {
            if (!answeredElsewhere) {
                verification.elsewhere(task).ifPresent(this::leave);
            }
        });
    }

    /** Once: a second way out of the page would overtake the first, which has changed the session by then. */
    private void leave(Answer answer) {
        answeredElsewhere = true;
        show(answer);
    }

    private void prove(Secret<String> answer) {
        try {
            show(verification.prove(task.id(), answer));
        } catch (TaskUnavailable gone) {
            navigation.stale();
        }
    }

    private void show(Answer answer) {
        waiting.removeAll();
        if (answer instanceof Answer.Right right) {
            Exits.follow(right.onward(), navigation);
        } else if (answer instanceof Answer.Wrong wrong) {
            input.refuse(whatIsWrong(wrong));
        } else if (answer instanceof Answer.Used) {
            input.refuse(input.explain(Check.USED).orElseGet(() -> text("used")));
        } else if (answer instanceof Answer.Void) {
            input.refuse(input.explain(Check.VOID).orElseGet(() -> text("void")));
        } else if (answer instanceof Answer.TooSoon soon) {
            waitUntil(soon.until());
        } else if (answer instanceof Answer.Refused) {
            input.refuse(text("refused"));
        } else if (answer instanceof Answer.Ended ended) {
            ended(ended);
        } else {
            expired();
        }
    }

    private String whatIsWrong(Answer.Wrong wrong) {
        boolean told = wrong.tries() >= TOLD_FROM;
        return input.explain(Check.WRONG)
                .map(own -> told ? getTranslation(TEXT + "own-wrong-left", own, wrong.triesLeft()) : own)
                .orElseGet(() -> told ? getTranslation(TEXT + "wrong-left", wrong.triesLeft()) : text("wrong"));
    }

    private void waitUntil(Instant until) {
        input.refuse(getTranslation(TEXT + "wait", times.text(until)));
        Countdown countdown = new Countdown(clock.instant(), until);
        countdown.addElapsedListener(elapsed -> {
            waiting.removeAll();
            waiting.add(new Span(text("wait-over")));
            input.clear();
        });
        waiting.add(new Span(text("wait-left")), countdown);
    }

    private void ended(Answer.Ended ended) {
        if (ended.onward() instanceof Onward.CompleteSignIn) {
            Exits.follow(ended.onward(), navigation);
            return;
        }
        replace(Exits.over(
                this,
                ended.methodDisabled()
                        ? "disabled"
                        : prompt.purpose() == VerificationPurpose.STEP_UP ? "step-up" : "failed",
                ended.onward(),
                navigation));
    }

    private void expired() {
        boolean signedIn = prompt.purpose() == VerificationPurpose.STEP_UP;
        replace(Exits.over(
                this,
                signedIn ? "expired-signed-in" : "expired",
                signedIn ? new Onward.Route("") : new Onward.SignInAgain(),
                navigation));
    }

    private void replace(TaskPage page) {
        removeAll();
        add(page);
        MainLayout.readFromTheTop();
    }

    private void go(Supplier<Onward> step) {
        try {
            Exits.follow(step.get(), navigation);
        } catch (TaskUnavailable gone) {
            navigation.stale();
        }
    }

    private String text(String key) {
        return getTranslation(TEXT + key);
    }
}
