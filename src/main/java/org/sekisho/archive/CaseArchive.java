package org.sekisho.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sekisho.archive.CaseRecord.ModelVersion;
import org.sekisho.archive.JdbcCaseSearch.Acted;
import org.sekisho.archive.JdbcCaseSearch.Wanted;
import org.sekisho.audit.AuditEvent;
import org.sekisho.audit.AuditTrail;
import org.sekisho.audit.Origin;
import org.sekisho.directory.Account;
import org.sekisho.directory.AccountId;
import org.sekisho.directory.Accounts;
import org.sekisho.directory.Role;
import org.sekisho.process.CaseId;
import org.sekisho.process.CaseNumbers;
import org.sekisho.process.CaseStatements;
import org.sekisho.process.CaseStatements.Statement;
import org.sekisho.process.DecisionTable;
import org.sekisho.process.DeployedModels;
import org.sekisho.process.ProcessKey;
import org.sekisho.seal.ChainStates;
import org.sekisho.seal.ProvenEvent;
import org.sekisho.security.Staff;
import org.sekisho.shared.Language;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The archive for those who audit: they read everything and change nothing, and each search, each opened case and each export is an
 * event of the trail, which tells what kinds of things were sought and how many were found, and no name.
 */
@Component
public class CaseArchive {

    /** As far as cases are counted. */
    public static final int COUNTED = 1000;

    /** As many cases are in one bundle at most. */
    public static final int BUNDLED = 100;

    /** Of more people who are called so, no more are looked for. */
    public static final int MOST_PEOPLE = 2000;

    private static final int MOST_RELATED = 50;
    private static final int EXPORTED_AT_ONCE = 500;

    private final JdbcArchivedCases cases;
    private final JdbcCaseSearch finder;
    private final CaseRecords records;
    private final DeployedModels models;
    private final Accounts accounts;
    private final AuditTrail trail;
    private final ChainStates chain;
    private final Staff staff;
    private final TransactionOperations transaction;
    private final ObjectProvider<CaseBundles> bundles;
    private final ObjectProvider<CaseStatements> statements;

    CaseArchive(
            JdbcArchivedCases cases,
            JdbcCaseSearch finder,
            CaseRecords records,
            DeployedModels models,
            Accounts accounts,
            AuditTrail trail,
            ChainStates chain,
            Staff staff,
            TransactionOperations transaction,
            ObjectProvider<CaseBundles> bundles,
            ObjectProvider<CaseStatements> statements) {
        this.cases = cases;
        this.finder = finder;
        this.records = records;
        this.models = models;
        this.accounts = accounts;
        this.trail = trail;
        this.chain = chain;
        this.staff = staff;
        this.transaction = transaction;
        this.bundles = bundles;
        this.statements = statements;
    }

    /**
     * The beginning of what is found, and how many there are up to {@link #COUNTED}.
     *
     * @throws AccessDeniedException where the reader does not audit
     */
    @Transactional
    public Found search(CaseSearch search, int most) {
        demandReader();
        Wanted wanted = wanted(search);
        FoundCases page = page(wanted, Optional.empty(), most);
        int count = page.more() ? finder.count(wanted, COUNTED) : page.cases().size();
        record("archive.search", Optional.empty(), "found", Map.of("criteria", search.kinds(), "hits", hits(count)));
        return new Found(page, count, wanted.people() >= MOST_PEOPLE);
    }

    /**
     * What was found.
     *
     * @param count no higher than {@link #COUNTED}
     * @param partly whether so many people are called so that cases of some of them were not looked for
     */
    public record Found(FoundCases first, int count, boolean partly) {}

    /**
     * What comes after the last one that is known.
     *
     * @throws AccessDeniedException where the reader does not audit
     */
    @Transactional
    public FoundCases more(CaseSearch search, ArchivedCase last, int most) {
        demandReader();
        FoundCases page = page(wanted(search), Optional.of(last), most);
        record(
                "archive.search",
                Optional.empty(),
                "more",
                Map.of("criteria", search.kinds(), "hits", hits(page.cases().size())));
        return page;
    }

    /**
     * Writes all that is found as a table of text, however much it is: no more of it is held at once than a few hundred lines.
     *
     * @throws AccessDeniedException where the reader does not audit
     * @throws IOException where whoever reads it breaks off
     */
    public void export(CaseSearch search, OutputStream out) throws IOException {
        demandReader();
        String kinds = search.kinds();
        record("archive.exported", Optional.empty(), "begun", Map.of("criteria", kinds));
        long lines = 0;
        boolean whole = false;
        try {
            Wanted wanted = wanted(search);
            CaseTable table = new CaseTable(out);
            Optional<ArchivedCase> last = Optional.empty();
            FoundCases page;
            do {
                page = page(wanted, last, EXPORTED_AT_ONCE);
                Map<AccountId, Account> people = people(page.cases());
                for (ArchivedCase found : page.cases()) {
                    table.add(
                            found,
                            found.subject().map(AccountId::new).map(people::get).orElse(null));
                    lines++;
                    last = Optional.of(found);
                }
                table.flush();
            } while (page.more());
            whole = true;
        } finally {
            record(
                    "archive.exported",
                    Optional.empty(),
                    whole ? "exported" : "broken-off",
                    Map.of("criteria", kinds, "lines", Long.toString(lines)));
        }
    }

    /**
     * Writes the evidence bundle of a case.
     *
     * @throws AccessDeniedException where the reader does not audit
     * @throws IOException where whoever reads it breaks off
     */
    public void bundle(ArchivedCase of, Language language, OutputStream out) throws IOException {
        bundle(List.of(of), language, out);
    }

    /**
     * Writes the evidence bundle of the first cases that are found, {@link #BUNDLED} at most.
     *
     * @throws AccessDeniedException where the reader does not audit
     * @throws IOException where whoever reads it breaks off
     */
    public void bundle(CaseSearch search, Language language, OutputStream out) throws IOException {
        demandReader();
        bundle(page(wanted(search), Optional.empty(), BUNDLED).cases(), language, out);
    }

    private void bundle(List<ArchivedCase> of, Language language, OutputStream out) throws IOException {
        demandReader();
        // before it is read: who breaks off has begun to read
        of.forEach(each -> record("archive.bundle-taken", Optional.of(each), "begun", Map.of()));
        bundles.getObject().write(of, language, out);
    }

    /** Whom cases are about, as far as the directory knows them. */
    @Transactional(readOnly = true)
    public Map<AccountId, Account> people(Collection<ArchivedCase> of) {
        demandReader();
        return accounts.findAll(of.stream()
                .flatMap(found -> found.subject().stream())
                .map(AccountId::new)
                .collect(Collectors.toSet()));
    }

    /** People of a case, as far as the directory knows them. */
    @Transactional(readOnly = true)
    public Map<AccountId, Account> known(Collection<UUID> people) {
        demandReader();
        return accounts.findAll(people.stream().map(AccountId::new).collect(Collectors.toSet()));
    }

    /**
     * Opens a case, and writes down who has.
     *
     * @param name its number or its id
     * @return empty where there is none, or where several have that number
     * @throws AccessDeniedException where the reader does not audit
     */
    @Transactional
    public Optional<ArchivedCase> opened(String name) {
        demandReader();
        List<ArchivedCase> found =
                named(name).stream().flatMap(id -> cases.find(id).stream()).toList();
        if (found.size() != 1) {
            return Optional.empty();
        }
        record("archive.case-read", Optional.of(found.get(0)), "shown", Map.of());
        return Optional.of(found.get(0));
    }

    private List<CaseId> named(String name) {
        try {
            return List.of(CaseId.parse(name.strip()));
        } catch (IllegalArgumentException number) {
            return CaseNumbers.in(name).map(cases::numbered).orElse(List.of());
        }
    }

    /** All that the replay of a case needs; what is left of it, where it is too long ago. */
    @Transactional
    public Optional<CaseRecord> record(ArchivedCase of) {
        demandReader();
        return records.of(of.id());
    }

    /** The record as it was kept, byte by byte, which the trail proves; empty where the case is not over. */
    @Transactional(readOnly = true)
    public Optional<byte[]> recordText(ArchivedCase of) {
        demandReader();
        return records.text(of.id());
    }

    /** The text of a model that a record names. */
    @Transactional
    public Optional<String> model(ModelVersion model) {
        demandReader();
        return records.model(model);
    }

    /** The processes that cases have begun with, in the order of their keys. */
    @Transactional(readOnly = true)
    public List<ProcessKey> kinds() {
        demandReader();
        return finder.kinds();
    }

    /** The processes that call others: their cases stand at the steps of those as well. */
    @Transactional
    public Set<ProcessKey> callers() {
        demandReader();
        return models.callers();
    }

    /** Where cases can stand and end. */
    @Transactional
    public List<DeployedModels.Place> places() {
        demandReader();
        return models.places();
    }

    /** The tables by which cases were ever decided, each in all of its versions, the newest first. */
    @Transactional
    public List<DecisionTable> policies() {
        demandReader();
        return models.policies(Instant.EPOCH, Instant.MAX).stream()
                .flatMap(policy -> models.table(policy.decision(), policy.version()).stream())
                .sorted(Comparator.comparing(
                                (DecisionTable table) -> table.decision().value())
                        .thenComparing(DecisionTable::version, Comparator.reverseOrder()))
                .toList();
    }

    /** What has happened in the case, in the order in which it did. */
    @Transactional(readOnly = true)
    public List<AuditEvent> events(ArchivedCase of) {
        demandReader();
        return trail.ofCase(of.id().value());
    }

    /** The same, and what the chain of the trail says of each. */
    @Transactional(readOnly = true)
    public List<ProvenEvent> proven(ArchivedCase of) {
        demandReader();
        return chain.ofCase(of.id().value());
    }

    /** What spoke for its person, why it was decided as it was, and what staff told each other, in the order of time. */
    @Transactional(readOnly = true)
    public List<Statement> statements(ArchivedCase of) {
        demandReader();
        return statements
                .orderedStream()
                .flatMap(module -> module.of(of.id()).stream())
                .sorted(Comparator.comparing(Statement::at))
                .toList();
    }

    /** Whether what is kept of a case is what the trail says was kept; empty where nothing is kept yet. */
    @Transactional(readOnly = true)
    public Optional<Proof> proof(ArchivedCase of) {
        demandReader();
        return records.digest(of.id())
                .map(sha256 -> new Proof(
                        sha256,
                        trail.ofCase(of.id().value()).stream()
                                .filter(event -> event.action().equals(CaseRecords.RECORDED))
                                .anyMatch(event -> sha256.equals(event.details().get(CaseRecords.SHA256)))));
    }

    /**
     * What proves a record.
     *
     * @param sha256 of the record as it lies in the archive now
     * @param holds whether the trail has the same
     */
    public record Proof(String sha256, boolean holds) {}

    /** From where events came, in their order, as far as it is known. */
    @Transactional(readOnly = true)
    public List<Optional<Origin>> origins(List<AuditEvent> events) {
        demandReader();
        return trail.origins(events);
    }

    /** The other cases of the same account, the newest first, as many as are of use. */
    @Transactional(readOnly = true)
    public List<ArchivedCase> related(ArchivedCase of) {
        demandReader();
        return of.subject()
                .map(subject -> finder.of(subject, of.id(), MOST_RELATED))
                .orElse(List.of());
    }

    private FoundCases page(Wanted wanted, Optional<ArchivedCase> after, int most) {
        List<ArchivedCase> found = finder.page(wanted, after, most + 1);
        return new FoundCases(found.subList(0, Math.min(most, found.size())), found.size() > most);
    }

    private Wanted wanted(CaseSearch search) {
        Optional<String> number = search.caseNumber();
        Optional<Collection<UUID>> subjects =
                search.text().isEmpty() || number.isPresent() ? Optional.empty() : Optional.of(people(search.text()));
        Optional<Acted> acted =
                search.actor().isEmpty() ? Optional.empty() : Optional.of(finder.acted(people(search.actor())));
        return new Wanted(search, subjects, acted, number);
    }

    private List<UUID> people(String text) {
        return accounts.search(text, MOST_PEOPLE).stream().map(AccountId::value).toList();
    }

    private static String hits(int count) {
        return count < COUNTED ? Integer.toString(count) : COUNTED + "+";
    }

    private void record(String action, Optional<ArchivedCase> about, String result, Map<String, String> details) {
        transaction.executeWithoutResult(status -> trail.record(
                action,
                about.flatMap(ArchivedCase::subject),
                about.map(found -> found.id().value()),
                result,
                new TreeMap<>(details)));
    }

    private void demandReader() {
        staff.demand(Role.AUDITING, "the archive");
    }
}
