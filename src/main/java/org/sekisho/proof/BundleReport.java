package org.sekisho.proof;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sekisho.archive.ArchivedCase;
import org.sekisho.archive.CaseArchive;
import org.sekisho.archive.CaseRecord;
import org.sekisho.archive.CaseRecord.ModelVersion;
import org.sekisho.audit.AuditEvent;
import org.sekisho.audit.Origin;
import org.sekisho.directory.Account;
import org.sekisho.process.CasePath;
import org.sekisho.process.CaseStatements.Statement;
import org.sekisho.process.ModelWords;
import org.sekisho.process.TakenDecision;
import org.sekisho.shared.Language;
import org.sekisho.wording.Messages;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** The bundle as people read it: one page of HTML without scripts, that needs nothing but itself. */
@Component
class BundleReport {

    private static final String STYLE = """
            body{font:16px/1.55 system-ui,"Hiragino Sans","Noto Sans CJK JP",sans-serif;color:#22223b;background:#fff;
            max-width:70rem;margin:2rem auto;padding:0 1rem}
            h1,h2,h3{line-height:1.25}h2{margin-top:3rem;border-top:2px solid #3f3d9e;padding-top:1rem}
            table{border-collapse:collapse;width:100%;margin:.5rem 0}th,td{text-align:left;vertical-align:top;
            padding:.3rem .6rem;border-bottom:1px solid #ddd}th{background:#f4f2ee}
            figure{margin:1rem 0;overflow-x:auto}svg{max-width:none}svg text{font-size:11px;text-anchor:middle;fill:#666}
            svg text.passed{fill:#22223b}svg text.number{font-weight:700;text-anchor:start;fill:#3f3d9e}
            svg rect,svg circle,svg path{fill:#fff;stroke:#aaa;stroke-width:1.2}
            svg .passed{stroke:#3f3d9e;stroke-width:2.6}svg text.passed{stroke:none}
            svg .endEvent{stroke-width:3.4}svg .boundaryEvent,svg .intermediateCatchEvent{stroke-dasharray:4 2}
            svg .flow{fill:none;stroke:#aaa;stroke-width:1.2;marker-end:url(#arrow)}
            svg .flow.passed{stroke:#3f3d9e;stroke-width:2.6}marker path{fill:#3f3d9e;stroke:none}
            @media print{h2{break-before:page}}
            """;

    private final CaseArchive archive;
    private final Messages messages;

    BundleReport(CaseArchive archive, Messages messages) {
        this.archive = archive;
        this.messages = messages;
    }

    /** Writes the page, a chapter for each case. */
    void write(Collection<ArchivedCase> cases, Map<ModelVersion, String> models, Language language, OutputStream out)
            throws IOException {
        Page page = new Page(language, models);
        page.html("<!doctype html><html lang=\"" + language.tag() + "\"><head><meta charset=\"utf-8\"><title>")
                .words("title")
                .html("</title><style>" + STYLE + "</style></head><body><h1>")
                .words("title")
                .html("</h1><p>")
                .words("lead")
                .html("</p>");
        out.write(page.taken());
        for (ArchivedCase each : cases) {
            chapter(each, page);
            out.write(page.taken());
        }
        out.write(page.html("</body></html>").taken());
    }

    private void chapter(ArchivedCase of, Page page) {
        Optional<CaseRecord> record = archive.record(of);
        List<AuditEvent> events = archive.events(of);
        List<Statement> statements = archive.statements(of);
        Map<UUID, String> names = names(of, events, statements);
        page.html("<h2>").words("case", of.number()).html("</h2><table>");
        page.fact("process", page.known("helpdesk.kind." + of.process()))
                .fact(
                        "account",
                        of.subject()
                                .map(id -> names.getOrDefault(id, id.toString()))
                                .orElse(""))
                .fact("started", page.moment(of.startedAt()))
                .fact("ended", of.endedAt().map(page::moment).orElse(""))
                .html("</table>");
        record.ifPresent(known -> {
            known.paths().forEach(path -> path(path, page));
            decisions(known.decisions(), page);
        });
        statements(statements, names, page);
        events(events, names, page);
    }

    private Map<UUID, String> names(ArchivedCase of, List<AuditEvent> events, List<Statement> statements) {
        List<UUID> people = Stream.of(
                        of.subject().stream(),
                        events.stream().flatMap(event -> event.actor().stream()),
                        statements.stream().flatMap(statement -> statement.by().stream()))
                .flatMap(some -> some)
                .distinct()
                .toList();
        return archive.known(people).entrySet().stream()
                .collect(Collectors.toMap(known -> known.getKey().value(), known -> name(known.getValue())));
    }

    private static String name(Account account) {
        return account.name() + " (" + account.commonId().value() + ")";
    }

    private static void path(CasePath path, Page page) {
        String title = page.known("helpdesk.kind." + path.process()) + " · " + path.version();
        page.html("<h3>").text(title).html("</h3>");
        Optional<Model> model = page.model("bpmn", path.process().value(), path.version());
        model.flatMap(known -> PathDrawing.of(known.text(), path, page.language, title))
                .ifPresent(svg -> page.html("<figure>" + svg + "</figure>"));
        page.html("<table><thead><tr>")
                .heads("number", "step", "entered", "left")
                .html("</tr></thead><tbody>");
        int number = 1;
        for (CasePath.Step step : path.steps()) {
            if (!step.around()) {
                page.row(
                        Integer.toString(number++),
                        page.said(model, step.label()),
                        page.moment(step.enteredAt()),
                        step.leftAt().map(page::moment).orElse(""));
            }
        }
        page.html("</tbody></table>");
    }

    private static void decisions(List<TakenDecision> decisions, Page page) {
        if (decisions.isEmpty()) {
            return;
        }
        page.html("<h3>").words("decisions").html("</h3><table><thead><tr>");
        page.heads("when", "table", "asked", "rule", "answered").html("</tr></thead><tbody>");
        for (TakenDecision decision : decisions) {
            Optional<Model> model = page.model("dmn", decision.decision().value(), decision.version());
            UnaryOperator<String> words = english -> page.said(model, english);
            page.row(
                    page.moment(decision.at()),
                    words.apply(decision.name()) + " · " + decision.version(),
                    values(decision.inputs(), words),
                    decision.rules().stream()
                            .map(rule -> rule.number()
                                    + rule.why()
                                            .map(words)
                                            .map(why -> ": " + why)
                                            .orElse(""))
                            .collect(Collectors.joining("\n")),
                    decision.rules().stream()
                            .map(rule -> values(rule.outputs(), words))
                            .collect(Collectors.joining("\n")));
        }
        page.html("</tbody></table>");
    }

    private static String values(List<TakenDecision.Value> values, UnaryOperator<String> words) {
        return values.stream()
                .map(value -> words.apply(value.name()) + " = " + value.value())
                .collect(Collectors.joining(", "));
    }

    private static void statements(List<Statement> statements, Map<UUID, String> names, Page page) {
        if (statements.isEmpty()) {
            return;
        }
        page.html("<h3>").words("statements").html("</h3><table><thead><tr>");
        page.heads("when", "who", "what", "result", "words").html("</tr></thead><tbody>");
        for (Statement statement : statements) {
            page.row(
                    page.moment(statement.at()),
                    page.person(statement.by(), names),
                    page.known(statement.what()),
                    statement
                            .result()
                            .map(result -> page.known("helpdesk.result." + result))
                            .orElse(""),
                    statement.words().orElse(""));
        }
        page.html("</tbody></table>");
    }

    private void events(List<AuditEvent> events, Map<UUID, String> names, Page page) {
        page.html("<h3>").words("events").html("</h3><table><thead><tr>");
        page.heads("when", "who", "what", "result", "where").html("</tr></thead><tbody>");
        List<Optional<Origin>> origins = archive.origins(events);
        for (int place = 0; place < events.size(); place++) {
            AuditEvent event = events.get(place);
            page.row(
                    page.moment(event.at()),
                    page.person(event.actor(), names),
                    page.known("helpdesk.event." + event.action()),
                    page.known("helpdesk.result." + event.result()),
                    origins.get(place)
                            .map(origin -> origin.address() + " " + origin.device())
                            .orElse(""));
        }
        page.html("</tbody></table>");
    }

    /** A model with what it calls its parts. */
    private record Model(String text, ModelWords words) {

        static Model of(String text) {
            return new Model(text, text.isEmpty() ? ModelWords.none() : ModelWords.of(text));
        }
    }

    /** HTML as it grows; whatever comes from data is escaped. */
    private final class Page {

        private final StringBuilder text = new StringBuilder();
        private final Language language;
        private final Map<String, Model> models = new HashMap<>();

        private Page(Language language, Map<ModelVersion, String> models) {
            this.language = language;
            models.forEach(
                    (model, text) -> this.models.put(key(model.kind(), model.name(), model.version()), Model.of(text)));
        }

        private static String key(String kind, String name, int version) {
            return kind + "/" + name + "@" + version;
        }

        Optional<Model> model(String kind, String name, int version) {
            return Optional.ofNullable(models.get(key(kind, name, version)));
        }

        /** What a model says in English, in the language of the page. */
        String said(Optional<Model> model, String english) {
            return model.map(known -> known.words().say(english, language)).orElse(english);
        }

        Page html(String html) {
            text.append(html);
            return this;
        }

        Page text(String plain) {
            return html(HtmlUtils.htmlEscape(plain, "UTF-8").replace("\n", "<br>"));
        }

        Page words(String part, Object... arguments) {
            return text(say(part, arguments));
        }

        String say(String part, Object... arguments) {
            return messages.text(language, "proof.report." + part, arguments);
        }

        /** A text of another module; what has none names itself. */
        String known(String key) {
            return messages.knows(key)
                    ? messages.text(language, key)
                    : key.substring(key.indexOf('.', "helpdesk.".length()) + 1);
        }

        String person(Optional<UUID> id, Map<UUID, String> names) {
            return id.map(known -> names.getOrDefault(known, known.toString())).orElseGet(() -> say("system"));
        }

        Page fact(String part, String value) {
            return html("<tr><th scope=\"row\">")
                    .words(part)
                    .html("</th><td>")
                    .text(value)
                    .html("</td></tr>");
        }

        Page heads(String... parts) {
            for (String part : parts) {
                html("<th scope=\"col\">").words("head." + part).html("</th>");
            }
            return this;
        }

        Page row(String... cells) {
            html("<tr>");
            for (String cell : cells) {
                html("<td>").text(cell).html("</td>");
            }
            return html("</tr>");
        }

        /** In UTC: the page is read anywhere. */
        String moment(Instant at) {
            return DateTimeFormatter.ISO_INSTANT.format(at);
        }

        byte[] taken() {
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            text.setLength(0);
            return bytes;
        }
    }
}
