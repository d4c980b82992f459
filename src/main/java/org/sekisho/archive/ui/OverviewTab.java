package org.sekisho.archive.ui;

import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Locale;
import org.sekisho.archive.CaseRecord;
import org.sekisho.archive.CaseRecord.ModelVersion;
import org.sekisho.directory.Account;
import org.sekisho.directory.AccountId;
import org.sekisho.process.CasePath;
import org.sekisho.process.DeployedModels.Place;
import org.sekisho.workbench.Card;
import org.sekisho.workbench.Fact;
import org.sekisho.workbench.StatusBadge;

/** Whom the case was about, how it ended or where it stands, and by which versions of models and policy it went. */
class OverviewTab extends Div {

    private static final long serialVersionUID = 1L;

    OverviewTab(CaseStory story, ArchiveParts parts) {
        addClassName("case-cards");
        List<Place> places = parts.words().places();
        Card stands = new Card(text("stands"));
        parts.words().ending(story.found()).ifPresent(ending -> stands.body(new Fact(text("outcome"), ending)));
        story.found()
                .step()
                .ifPresent(step -> stands.body(new Fact(
                        text(story.found().endedAt().isPresent() ? "step.last" : "step.now"),
                        parts.words().step(step, places))));
        stands.body(new Fact(text("id"), new Code(story.found().id().toString())));
        parts.archive().proof(story.found()).ifPresent(proof -> {
            Code digest = new Code(proof.sha256());
            digest.addClassName("archive-digest");
            stands.body(new Fact(text("record"), digest));
            stands.body(new Fact(
                    text("record.proof"),
                    new StatusBadge(
                            proof.holds() ? StatusBadge.Kind.GOOD : StatusBadge.Kind.BAD,
                            text(proof.holds() ? "record.holds" : "record.broken"))));
        });
        add(stands);
        story.found().subject().map(AccountId::new).map(story.people()::get).ifPresent(person -> add(person(person)));
        story.record()
                .ifPresentOrElse(
                        record -> addVersions(record, parts),
                        () -> add(new Card(text("models")).body(new Paragraph(text("models.none")))));
    }

    private Card person(Account person) {
        return new Card(text("person"))
                .body(
                        new Fact(text("person.name"), person.name()),
                        new Fact(text("person.common-id"), person.commonId().value()),
                        new Fact(text("person.unit"), person.unit()),
                        new Fact(
                                text("person.affiliation"),
                                getTranslation("helpdesk.case.overview.affiliation." + key(person.affiliation()))),
                        new Fact(
                                text("person.rank"),
                                getTranslation("helpdesk.case.overview.rank." + key(person.rank()))));
    }

    private void addVersions(CaseRecord record, ArchiveParts parts) {
        Card models = new Card(text("models"));
        record.paths().stream().map(CasePath::process).distinct().forEach(process -> record.models().stream()
                .filter(model -> model.kind().equals("bpmn") && model.name().equals(process.value()))
                .forEach(model -> models.body(
                        new Fact(text("version", parts.words().kind(process), model.version()), digest(model)))));
        Card policies = new Card(text("policies"));
        policies.body(new Paragraph(text("policies.lead")));
        record.policies()
                .forEach(policy ->
                        policies.body(new Fact(text("version", policy.name(), policy.version()), digest(policy))));
        add(models, policies);
    }

    private static Code digest(ModelVersion model) {
        Code digest = new Code(model.sha256());
        digest.addClassName("archive-digest");
        return digest;
    }

    private static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private String text(String part, Object... arguments) {
        return getTranslation("archive.overview." + part, arguments);
    }
}
