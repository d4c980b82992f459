package org.sekisho.seal.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.seal.Finding;
import org.sekisho.seal.TrailDesk;
import org.sekisho.seal.TrailState;
import org.sekisho.seal.TrailState.Check;
import org.sekisho.workbench.Fact;
import org.sekisho.workbench.StatusBadge;
import org.sekisho.workbench.Times;

/** How it stands with the trail: what was found when it was last verified, and up to where it is sealed and written down outside. */
class TrailBanner extends Section {

    private static final long serialVersionUID = 1L;

    private static final int MOST_FINDINGS = 100;
    private static final int DIGITS_OF_A_HASH = 16;

    private final transient TrailDesk desk;
    private final transient Times times;
    private final Div verdict = new Div();
    private final Div facts = new Div();
    private final ProgressBar progress = new ProgressBar();
    private final Button fresh;
    private final Button whole;
    private transient Optional<Instant> shownSince = Optional.empty();
    private long shownEnded;

    TrailBanner(TrailDesk desk, Times times) {
        this.desk = desk;
        this.times = times;
        addClassNames("card", "trail-state");
        H2 heading = new H2(text("state"));
        verdict.getElement().setAttribute("role", "status");
        verdict.addClassName("trail-verdict");
        facts.addClassName("trail-facts");
        progress.getElement().setAttribute("aria-label", text("verifying"));
        fresh = new Button(text("verify.new"), click -> verify(false));
        whole = new Button(text("verify.all"), click -> verify(true));
        whole.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div actions = new Div(whole, fresh);
        actions.addClassName("card-actions");
        add(heading, verdict, facts, actions);
    }

    private void verify(boolean all) {
        desk.verify(all);
        show();
    }

    /** Shows what has changed since it was last shown, if anything has. */
    void refresh() {
        if (!desk.verifyingSince().equals(shownSince) || desk.verifications() != shownEnded) {
            show();
        } else {
            progress.setValue(desk.verified());
        }
    }

    void show() {
        shownEnded = desk.verifications();
        shownSince = desk.verifyingSince();
        TrailState state = desk.state();
        verdict.removeAll();
        facts.removeAll();
        shownSince.ifPresentOrElse(since -> verdict.add(running(since)), () -> tell(state));
        List.of(fresh, whole).forEach(button -> button.setEnabled(shownSince.isEmpty()));
        tellFacts(state);
    }

    private Component running(Instant since) {
        progress.setValue(desk.verified());
        return new Div(
                new Paragraph(
                        new StatusBadge(StatusBadge.Kind.WAITING, text("verifying")),
                        new Span(" "),
                        new Span(text("verifying.since", times.text(since)))),
                progress);
    }

    private void tell(TrailState state) {
        List<Finding> findings = state.findings();
        if (state.last().isEmpty()) {
            verdict.add(new Paragraph(
                    new StatusBadge(StatusBadge.Kind.ATTENTION, text("never")),
                    new Span(" "),
                    new Span(text("never.lead"))));
            return;
        }
        verdict.add(new Paragraph(
                findings.isEmpty()
                        ? new StatusBadge(StatusBadge.Kind.GOOD, text("intact"))
                        : new StatusBadge(StatusBadge.Kind.BAD, text("broken", findings.size()))));
        state.fresh().ifPresent(check -> verdict.add(new Paragraph(check("checked.new", check))));
        state.whole().ifPresent(check -> verdict.add(new Paragraph(check("checked.all", check))));
        if (!findings.isEmpty()) {
            verdict.add(new Paragraph(text("broken.lead")), list(findings));
        }
    }

    private String check(String how, Check check) {
        return text(how, times.text(check.endedAt()), check.events(), check.blocks());
    }

    private UnorderedList list(List<Finding> findings) {
        List<Finding> shown = findings.subList(0, Math.min(MOST_FINDINGS, findings.size()));
        Map<Long, UUID> cases = desk.casesOf(shown);
        UnorderedList list = new UnorderedList();
        list.addClassName("trail-findings");
        for (Finding finding : shown) {
            ListItem item = new ListItem(new Span(words(finding)));
            finding.event().stream()
                    .boxed()
                    .flatMap(event -> Optional.ofNullable(cases.get(event)).stream())
                    .forEach(caseId -> item.add(new Span(" · " + text("column.case") + " "), TrailRows.link(caseId)));
            list.add(item);
        }
        if (findings.size() > shown.size()) {
            list.add(new ListItem(text("findings.more", findings.size() - shown.size())));
        }
        return list;
    }

    private String words(Finding finding) {
        return getTranslation(
                "seal.finding." + finding.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                number(finding.event().stream().boxed().findFirst()),
                number(finding.block().stream().boxed().findFirst()),
                number(finding.other().stream().boxed().findFirst()));
    }

    private static String number(Optional<Long> number) {
        return number.map(String::valueOf).orElse("");
    }

    private void tellFacts(TrailState state) {
        state.head()
                .ifPresentOrElse(
                        head -> {
                            Span hash = new Span(head.hash().toString().substring(0, DIGITS_OF_A_HASH) + "…");
                            hash.addClassName("trail-hash");
                            hash.getElement().setAttribute("title", head.hash().toString());
                            facts.add(
                                    new Fact(text("blocks"), Long.toString(head.block())),
                                    new Fact(text("head"), new Span(hash, new Span(" · "), times.at(head.sealedAt()))));
                        },
                        () -> facts.add(new Fact(text("blocks"), text("blocks.none"))));
        facts.add(new Fact(text("anchored"), anchored(state)));
        facts.add(new Fact(text("unsealed"), Long.toString(state.unsealed())));
    }

    private String anchored(TrailState state) {
        String upTo = state.anchored()
                .map(anchor -> text(
                        "anchored.to",
                        Long.toString(anchor.block()),
                        times.text(state.anchoredAt().orElse(anchor.sealedAt()))))
                .orElseGet(() -> text(state.anchors() ? "anchored.not-yet" : "anchored.nowhere"));
        return state.unanchoredSince()
                .map(since -> upTo + " " + text("unanchored", times.text(since)))
                .orElse(upTo);
    }

    private String text(String part, Object... arguments) {
        return getTranslation("seal.trail." + part, arguments);
    }
}
