package org.sekisho.recovery.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.evidence.Assessment;
import org.sekisho.evidence.EvidenceItem;
import org.sekisho.evidence.IdPhoto;
import org.sekisho.process.TaskId;
import org.sekisho.process.TaskUnavailable;
import org.sekisho.recovery.RecoveryDecision;
import org.sekisho.recovery.RecoveryDecisions;
import org.sekisho.recovery.RecoveryFile;
import org.sekisho.vouching.VouchingState;
import org.sekisho.workbench.Card;
import org.sekisho.workbench.Fact;
import org.sekisho.workbench.StatusBadge;
import org.sekisho.workbench.TaskNavigation;
import org.sekisho.workbench.Times;

/** The file of a recovery as the helpdesk reads it: whose it is, what speaks for them, what that is good for, who decided what. */
final class FileCards extends Div {

    private static final long serialVersionUID = 1L;

    private static final int QUARTER_TURN = 90;

    private final transient RecoveryDecisions decisions;
    private final transient TaskId task;
    private final transient TaskNavigation navigation;
    private final transient Times times;
    private final boolean atWork;

    /** For whoever holds the task and works on it. */
    FileCards(RecoveryDecisions decisions, Times times, TaskId task, TaskNavigation navigation) {
        this(decisions, times, task, navigation, true);
    }

    /** @param atWork whether the reader holds the task: who does not neither sees photos nor judges */
    FileCards(RecoveryDecisions decisions, Times times, TaskId task, TaskNavigation navigation, boolean atWork) {
        this.atWork = atWork;
        this.decisions = decisions;
        this.times = times;
        this.task = task;
        this.navigation = navigation;
        addClassName("recovery-file");
        show();
    }

    private void show() {
        RecoveryFile file = decisions.file(task);
        removeAll();
        add(person(file));
        if (!file.incidents().isEmpty()) {
            add(incidents(file));
        }
        if (!file.vouchings().isEmpty()) {
            add(vouchings(file));
        }
        add(evidence(file), weight(file.assessment()));
        if (!file.decisions().isEmpty()) {
            Card card = new Card(text("decisions"));
            file.decisions().forEach(decision -> card.body(decision(decision)));
            add(card);
        }
    }

    /** Whoever decides now decides under these, and the case will say so. */
    private Card incidents(RecoveryFile file) {
        Card card = new Card(text("incident"))
                .badge(new StatusBadge(StatusBadge.Kind.ATTENTION, text("incident.badge")))
                .body(new Paragraph(text("incident.text")));
        file.incidents()
                .forEach(incident -> card.body(new Fact(
                        getTranslation(incident.target().label()),
                        new Span(new Span(text("incident.until") + " "), times.at(incident.endsAt())))));
        return card;
    }

    private Card person(RecoveryFile file) {
        Card card = new Card(text("person"))
                .body(
                        fact(
                                "account",
                                new Span(text(
                                        "account.value",
                                        file.account().name(),
                                        file.account().commonId().value(),
                                        file.account().unit()))),
                        fact("rank", new Span(text("rank." + key(file.account().rank())))),
                        fact(
                                "channel",
                                new Span(getTranslation("recovery.channel."
                                        + key(file.recovery().channel())))),
                        fact("opened", times.at(file.recovery().openedAt())),
                        fact("earlier", new Span(Integer.toString(file.earlier()))));
        file.clerk().ifPresent(clerk -> card.body(fact("clerk", new Span(clerk.name()))));
        return card;
    }

    /** Who was asked; a no of somebody who knows the person stands out. */
    private Card vouchings(RecoveryFile file) {
        Card card = new Card(text("vouchings"));
        if (file.vouchings().stream().anyMatch(asked -> asked.vouching().state() == VouchingState.DENIED)) {
            card.badge(new StatusBadge(StatusBadge.Kind.BAD, text("vouchings.denied")))
                    .body(new Paragraph(text("vouchings.denied.text")))
                    .needsYou();
        }
        file.vouchings()
                .forEach(asked -> card.body(new Fact(
                        text(
                                "vouchings.name",
                                asked.name(),
                                text("vouchings." + key(asked.vouching().relation()))),
                        new Span(
                                new Span(text("vouchings.state."
                                                + key(asked.vouching().state())) + " · "),
                                times.at(asked.vouching()
                                        .endedAt()
                                        .orElse(asked.vouching().askedAt()))))));
        return card;
    }

    private Card evidence(RecoveryFile file) {
        Card card = new Card(text("evidence"));
        if (file.evidence().isEmpty()) {
            card.body(new Paragraph(text("evidence.none")));
        }
        file.evidence().forEach(item -> card.body(piece(file, item)));
        return card;
    }

    private Div piece(RecoveryFile file, EvidenceItem item) {
        String kind = getTranslation("evidence.kind." + key(item.kind()));
        Div piece = new Div(
                new Paragraph(kind),
                new StatusBadge(
                        switch (item.result()) {
                            case OPEN -> StatusBadge.Kind.ATTENTION;
                            case ACCEPTED -> StatusBadge.Kind.GOOD;
                            case REJECTED -> StatusBadge.Kind.BAD;
                        },
                        getTranslation("evidence.result." + key(item.result()))));
        piece.addClassName("recovery-piece");
        Optional<IdPhoto> photo = file.photos().stream()
                .filter(candidate -> candidate.evidence().equals(item.id()))
                .findFirst();
        photo.filter(kept -> atWork && kept.deletedAt().isEmpty()).ifPresent(kept -> piece.add(viewer(kept.id())));
        if (atWork && item.result() == EvidenceItem.Result.OPEN) {
            piece.add(judge("accept", kind, item.id(), true), judge("reject", kind, item.id(), false));
        }
        return piece;
    }

    /** The picture is sent only when it is asked for: each look is an event of the trail. */
    private Div viewer(UUID photo) {
        Div viewer = new Div();
        viewer.addClassName("photo-viewer");
        Button look = new Button(text("photo.show"));
        look.addClickListener(click -> guarded(() -> {
            viewer.removeAll();
            decisions
                    .photo(task, photo)
                    .ifPresentOrElse(
                            picture -> viewer.add(picture(picture.reveal())),
                            () -> viewer.add(new Paragraph(text("photo.gone"))));
        }));
        viewer.add(look);
        return viewer;
    }

    private Div picture(byte[] jpeg) {
        Image image =
                new Image("data:image/jpeg;base64," + Base64.getEncoder().encodeToString(jpeg), text("photo.alt"));
        Button turn =
                new Button(text("photo.rotate"), click -> image.getElement().executeJs("""
                this.turned = ((this.turned || 0) + $0) % 360;
                this.style.rotate = this.turned + 'deg';""", QUARTER_TURN));
        Button larger = new Button(
                text("photo.zoom"), click -> image.getElement().executeJs("this.classList.toggle('zoomed');"));
        turn.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        larger.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        Div frame = new Div(image);
        frame.addClassName("photo-frame");
        frame.getElement().setAttribute("tabindex", "0").setAttribute("role", "region");
        frame.getElement().setAttribute("aria-label", text("photo.alt"));
        return new Div(frame, turn, larger);
    }

    private Button judge(String label, String kind, UUID item, boolean believed) {
        Button button = new Button(
                text("evidence." + label),
                click -> guarded(() -> {
                    decisions.judged(task, item, believed);
                    show();
                }));
        button.setAriaLabel(text("evidence." + label) + ": " + kind);
        button.setDisableOnClick(true);
        return button;
    }

    private Card weight(Assessment assessment) {
        String missing = assessment.missing();
        return new Card(text("weight"))
                .body(
                        fact("score", new Span(text("score.value", assessment.score()))),
                        fact("rule", new Span(getTranslation("evidence.combination." + assessment.combination()))),
                        fact("tier", new Span(getTranslation("evidence.tier." + key(assessment.tier())))),
                        fact(
                                "wait",
                                new Span(text("wait.value", assessment.coolOff().toHours()))),
                        fact("missing", new Span(getTranslation("evidence.missing." + missing))));
    }

    private Div decision(RecoveryDecision decision) {
        Div told = new Div(
                fact(
                        "part." + key(decision.part()),
                        new Span(text("verdict." + key(decision.verdict())) + ", "),
                        times.at(decision.decidedAt())),
                new Paragraph(decision.reason()));
        if (decision.incident()) {
            told.add(new StatusBadge(StatusBadge.Kind.ATTENTION, text("incident.decided")));
        }
        return told;
    }

    private void guarded(Runnable work) {
        try {
            work.run();
        } catch (TaskUnavailable gone) {
            navigation.stale();
        }
    }

    private Fact fact(String name, Span... values) {
        return new Fact(text(name), new Span(values));
    }

    private static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private String text(String part, Object... arguments) {
        return getTranslation("recovery.file." + part, arguments);
    }
}
