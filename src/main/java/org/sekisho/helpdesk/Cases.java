package org.sekisho.helpdesk;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sekisho.audit.AuditEvent;
import org.sekisho.audit.AuditTrail;
import org.sekisho.directory.Account;
import org.sekisho.directory.AccountId;
import org.sekisho.directory.Accounts;
import org.sekisho.directory.Role;
import org.sekisho.helpdesk.JdbcCases.Known;
import org.sekisho.helpdesk.JdbcTasks.Wanted;
import org.sekisho.process.Actor;
import org.sekisho.process.CaseId;
import org.sekisho.process.CaseNumbers;
import org.sekisho.process.CasePath;
import org.sekisho.process.CasePaths;
import org.sekisho.process.CurrentActor;
import org.sekisho.process.DeployedModels;
import org.sekisho.process.TakenDecision;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The files of cases, for those whom the list would show a task of them: agents and leads whose groups have been offered one,
 * never the person of the case, never somebody barred from it, and of an account ranked above them nobody. Opening a file is an
 * event of the trail, and so is a refusal.
 */
@Component
public class Cases {

    private static final Set<Role> READERS = Set.of(Role.HELPDESK, Role.LEAD);
    private static final int MOST_TASKS = 20;

    private final JdbcCases cases;
    private final JdbcTasks tasks;
    private final CasePaths paths;
    private final DeployedModels models;
    private final Accounts accounts;
    private final AuditTrail audit;
    private final CurrentActor currentActor;

    Cases(
            JdbcCases cases,
            JdbcTasks tasks,
            CasePaths paths,
            DeployedModels models,
            Accounts accounts,
            AuditTrail audit,
            CurrentActor currentActor) {
        this.cases = cases;
        this.tasks = tasks;
        this.paths = paths;
        this.models = models;
        this.accounts = accounts;
        this.audit = audit;
        this.currentActor = currentActor;
    }

    /**
     * Opens the file of a case, and writes down who has.
     *
     * @param name its number or its id
     * @return empty where there is none, where it is not the reader's to see, or where several have that number
     */
    @Transactional
    public Optional<CaseFile> opened(String name) {
        List<CaseId> named = named(name);
        List<Known> readable =
                named.stream().flatMap(id -> readable(id).stream()).toList();
        if (readable.size() != 1) {
            named.stream().map(cases::find).flatMap(Optional::stream).forEach(hidden -> record(hidden, "refused"));
            return Optional.empty();
        }
        record(readable.get(0), "shown");
        return Optional.of(file(readable.get(0)));
    }

    private List<CaseId> named(String name) {
        try {
            return List.of(CaseId.parse(name.strip()));
        } catch (IllegalArgumentException number) {
            return CaseNumbers.in(name).map(cases::numbered).orElse(List.of());
        }
    }

    /** The file of a case that the reader has open, as it stands now; empty where it is theirs no more. */
    @Transactional(readOnly = true)
    public Optional<CaseFile> find(CaseId id) {
        return readable(id).map(this::file);
    }

    /** Whether the reader may read the file of the case. */
    @Transactional(readOnly = true)
    public boolean mayRead(CaseId id) {
        return readable(id).isPresent();
    }

    /**
     * What has happened in the case, the newest first.
     *
     * @throws AccessDeniedException where the case is not the reader's to see
     */
    @Transactional(readOnly = true)
    public List<AuditEvent> timeline(CaseId id) {
        demand(id);
        List<AuditEvent> events = audit.ofCase(id.value());
        return Stream.iterate(events.size() - 1, place -> place >= 0, place -> place - 1)
                .map(events::get)
                .toList();
    }

    /**
     * The model of a path of the case, as BPMN.
     *
     * @throws AccessDeniedException where the case is not the reader's to see
     */
    @Transactional(readOnly = true)
    public Optional<String> model(CaseId id, CasePath path) {
        demand(id);
        return models.process(path.process(), path.version());
    }

    /**
     * The decision tables that the case has asked, the newest first.
     *
     * @throws AccessDeniedException where the case is not the reader's to see
     */
    @Transactional(readOnly = true)
    public List<TakenDecision> decisions(CaseId id) {
        demand(id);
        return paths.decisions(id).stream()
                .sorted(Comparator.comparing(TakenDecision::at).reversed())
                .toList();
    }

    /** Names of people of a case, among those that the directory knows. */
    @Transactional(readOnly = true)
    public Map<AccountId, String> names(Collection<AccountId> people) {
        return accounts.findAll(Set.copyOf(people)).values().stream()
                .collect(Collectors.toMap(Account::id, Account::name));
    }

    /** @throws AccessDeniedException where the case is not the reader's to see */
    Known demand(CaseId id) {
        return readable(id).orElseThrow(() -> new AccessDeniedException("the case is not theirs to see"));
    }

    private Optional<Known> readable(CaseId id) {
        Actor actor = currentActor.actor();
        if (READERS.stream().map(Role::key).noneMatch(actor.groups()::contains)) {
            return Optional.empty();
        }
        return cases.find(actor, id).filter(found -> found.subject().flatMap(accounts::find).stream()
                .allMatch(subject -> reaches(actor, subject)));
    }

    /** The rank of the person may have risen since the groups were offered a task. */
    private static boolean reaches(Actor actor, Account subject) {
        return READERS.stream().map(role -> role.groupFor(subject)).anyMatch(actor.groups()::contains);
    }

    private CaseFile file(Known known) {
        List<CasePath> taken = paths.of(known.id());
        Optional<CasePath> root = taken.stream().findFirst();
        return new CaseFile(
                known.id(),
                known.process(),
                known.subject().flatMap(accounts::find),
                root.map(CasePath::startedAt).orElseGet(() -> known.offeredAt().toInstant()),
                root.flatMap(CasePath::endedAt),
                tasks
                        .page(
                                currentActor.actor(),
                                Wanted.everything().ofCase("number", CaseNumbers.of(known.id())),
                                QueueOrder.AGE,
                                MOST_TASKS)
                        .stream()
                        .filter(task -> task.caseId().equals(known.id()))
                        .toList(),
                taken);
    }

    private void record(Known known, String result) {
        audit.record(
                "helpdesk.case-read",
                known.subject().map(AccountId::value),
                Optional.of(known.id().value()),
                result,
                Map.of());
    }
}
