package org.sekisho.archive.ui;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sekisho.archive.ArchivedCase;
import org.sekisho.archive.CaseRecord;
import org.sekisho.archive.Replay;
import org.sekisho.audit.AuditEvent;
import org.sekisho.audit.Origin;
import org.sekisho.directory.Account;
import org.sekisho.directory.AccountId;
import org.sekisho.process.CaseLog;
import org.sekisho.process.CaseStatements.Statement;
import org.sekisho.seal.ProvenEvent;

/**
 * All that a page of a case tells, read once when it is opened.
 *
 * @param record empty where nothing is left of how it went
 * @param events what the trail has of it, in the order in which it was written
 * @param origins from where those of them came of which that is known
 * @param statements what spoke for its person, why it was decided as it was, and what staff told each other
 * @param people who is named in it, as far as the directory knows them
 */
record CaseStory(
        ArchivedCase found,
        Optional<CaseRecord> record,
        List<ProvenEvent> events,
        Map<AuditEvent, Origin> origins,
        List<Statement> statements,
        Map<AccountId, Account> people) {

    static CaseStory of(ArchivedCase found, Optional<CaseRecord> record, ArchiveParts parts) {
        List<ProvenEvent> events = parts.archive().proven(found);
        List<Statement> statements = parts.archive().statements(found);
        List<UUID> named = Stream.of(
                        found.subject().stream(),
                        events.stream().flatMap(proven -> proven.event().actor().stream()),
                        statements.stream().flatMap(statement -> statement.by().stream()),
                        record.stream()
                                .flatMap(kept -> kept.operations().stream())
                                .map(CaseLog.Operation::actor)
                                .flatMap(Optional::stream),
                        record.stream()
                                .flatMap(kept -> kept.paths().stream())
                                .flatMap(path -> path.steps().stream())
                                .flatMap(step -> step.worker().stream()))
                .flatMap(people -> people)
                .distinct()
                .collect(Collectors.toList());
        return new CaseStory(
                found,
                record,
                events,
                origins(events.stream().map(ProvenEvent::event).toList(), parts),
                statements,
                parts.archive().known(named));
    }

    private static Map<AuditEvent, Origin> origins(List<AuditEvent> events, ArchiveParts parts) {
        Map<AuditEvent, Origin> known = new HashMap<>();
        List<Optional<Origin>> origins = parts.archive().origins(events);
        for (int place = 0; place < events.size(); place++) {
            AuditEvent event = events.get(place);
            origins.get(place).ifPresent(origin -> known.put(event, origin));
        }
        return Map.copyOf(known);
    }

    Optional<Replay> replay() {
        return record.filter(kept -> !kept.paths().isEmpty())
                .map(kept ->
                        Replay.of(kept, events.stream().map(ProvenEvent::event).toList()));
    }

    /** From where an event of the case came, in one line, as far as it is known. */
    Optional<String> from(AuditEvent event) {
        return Optional.ofNullable(origins.get(event))
                .map(origin ->
                        origin.device().isEmpty() ? origin.address() : origin.address() + " · " + origin.device());
    }

    /** What somebody is called; their id where the directory no longer knows them. */
    String name(UUID person) {
        return Optional.ofNullable(people.get(new AccountId(person)))
                .map(Account::name)
                .orElse(person.toString());
    }

    boolean isSubject(UUID person) {
        return found.subject().filter(person::equals).isPresent();
    }
}
