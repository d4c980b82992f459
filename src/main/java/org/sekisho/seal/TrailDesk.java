package org.sekisho.seal;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sekisho.audit.AuditEvent;
import org.sekisho.audit.AuditTrail;
import org.sekisho.audit.Origin;
import org.sekisho.audit.ReadableDetails;
import org.sekisho.calendar.BusinessCalendar;
import org.sekisho.directory.Account;
import org.sekisho.directory.AccountId;
import org.sekisho.directory.Accounts;
import org.sekisho.directory.CommonId;
import org.sekisho.directory.Role;
import org.sekisho.security.Staff;
import org.sekisho.shared.CsvTable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The trail for those who audit: they read all of it and have it verified, and change nothing. Each reading is an event itself, which
 * tells what kinds of things were sought and how many were found, and no name.
 */
@Component
public class TrailDesk {

    private static final int EXPORTED_AT_ONCE = 200;
    private static final int DAYS_OF_A_RESULT = 30;

    private static final List<String> COLUMNS = List.of(
            "id",
            "at",
            "actor",
            "actor_name",
            "action",
            "account",
            "account_name",
            "case_id",
            "step",
            "result",
            "details",
            "address",
            "device",
            "chain",
            "block",
            "sealed_at");

    private final JdbcTrailSearch finder;
    private final ChainStates states;
    private final JdbcChecks checks;
    private final JdbcBlocks blocks;
    private final JdbcGaps gaps;
    private final JdbcAnchors made;
    private final Anchors anchors;
    private final VerificationRuns runs;
    private final Accounts accounts;
    private final AuditTrail trail;
    private final Staff staff;
    private final BusinessCalendar calendar;
    private final Clock clock;
    private final TransactionOperations transaction;

    TrailDesk(
            JdbcTrailSearch finder,
            ChainStates states,
            JdbcChecks checks,
            JdbcBlocks blocks,
            JdbcGaps gaps,
            JdbcAnchors made,
            Anchors anchors,
            VerificationRuns runs,
            Accounts accounts,
            AuditTrail trail,
            Staff staff,
            BusinessCalendar calendar,
            Clock clock,
            TransactionOperations transaction) {
        this.finder = finder;
        this.states = states;
        this.checks = checks;
        this.blocks = blocks;
        this.gaps = gaps;
        this.made = made;
        this.anchors = anchors;
        this.runs = runs;
        this.accounts = accounts;
        this.trail = trail;
        this.staff = staff;
        this.calendar = calendar;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * A part of what is found.
     *
     * @param after the id of the last event that is known; empty for the beginning
     * @throws AccessDeniedException where the reader does not audit
     */
    @Transactional
    public TrailPage page(TrailSearch search, Optional<Long> after, int most) {
        demandReader();
        TrailPage page = found(search, after, most);
        record(
                after.isPresent() ? "more" : "shown",
                search,
                Map.of("hits", page.events().size() + (page.more() ? "+" : "")));
        return page;
    }

    private TrailPage found(TrailSearch search, Optional<Long> after, int most) {
        TrailSearch bounded = search.bounded(
                clock.instant().atZone(calendar.zone()).toLocalDate().minusDays(DAYS_OF_A_RESULT));
        List<Long> ids = finder.page(bounded, after, most + 1);
        List<Long> shown = ids.subList(0, Math.min(most, ids.size()));
        List<ProvenEvent> proven = states.of(shown).stream()
                .sorted(Comparator.comparingInt(event -> shown.indexOf(event.id())))
                .toList();
        List<AuditEvent> events = proven.stream().map(ProvenEvent::event).toList();
        List<Optional<Origin>> origins = trail.origins(events);
        List<TrailPage.Found> found = new ArrayList<>();
        for (int place = 0; place < proven.size(); place++) {
            found.add(new TrailPage.Found(proven.get(place), origins.get(place)));
        }
        Set<AccountId> people = events.stream()
                .flatMap(event -> Stream.concat(event.actor().stream(), event.subject().stream()))
                .map(AccountId::new)
                .collect(Collectors.toSet());
        return new TrailPage(bounded, found, ids.size() > most, accounts.findAll(people));
    }

    /**
     * Writes all that is found as a table of text, however much it is: no more of it is held at once than a few hundred lines.
     *
     * @throws AccessDeniedException where the reader does not audit
     * @throws IOException where whoever reads it breaks off
     */
    public void export(TrailSearch search, OutputStream out) throws IOException {
        demandReader();
        transaction.executeWithoutResult(status -> record("begun", search, Map.of()));
        long lines = 0;
        boolean whole = false;
        try {
            CsvTable table = new CsvTable(out, COLUMNS);
            Optional<Long> last = Optional.empty();
            TrailPage page;
            do {
                page = found(search, last, EXPORTED_AT_ONCE);
                for (TrailPage.Found event : page.events()) {
                    table.add(line(event, page.people()));
                    lines++;
                }
                last = page.last();
                table.flush();
            } while (page.more());
            whole = true;
        } finally {
            String result = whole ? "exported" : "broken-off";
            Map<String, String> details = Map.of("lines", Long.toString(lines));
            transaction.executeWithoutResult(status -> record(result, search, details));
        }
    }

    private static List<String> line(TrailPage.Found found, Map<AccountId, Account> people) {
        ProvenEvent proven = found.proven();
        AuditEvent event = proven.event();
        return List.of(
                Long.toString(proven.id()),
                event.at().toString(),
                person(event.actor(), people).map(TrailDesk::number).orElse(""),
                person(event.actor(), people).map(Account::name).orElse(""),
                event.action(),
                person(event.subject(), people).map(TrailDesk::number).orElse(""),
                person(event.subject(), people).map(Account::name).orElse(""),
                event.caseId().map(UUID::toString).orElse(""),
                event.step().orElse(""),
                event.result(),
                ReadableDetails.of(event.details()),
                found.origin().map(Origin::address).orElse(""),
                found.origin().map(Origin::device).orElse(""),
                proven.state().key(),
                proven.block().isPresent() ? Long.toString(proven.block().getAsLong()) : "",
                proven.sealedAt().map(Instant::toString).orElse(""));
    }

    private static Optional<Account> person(Optional<UUID> id, Map<AccountId, Account> people) {
        return id.map(AccountId::new).map(people::get);
    }

    private static String number(Account account) {
        return account.commonId().value();
    }

    /**
     * How it stands with the trail.
     *
     * @throws AccessDeniedException where the reader does not audit
     */
    @Transactional(readOnly = true)
    public TrailState state() {
        demandReader();
        Optional<JdbcChecks.Stored> whole = checks.last(true);
        Optional<JdbcChecks.Stored> fresh = checks.last(false)
                .filter(check -> whole.filter(all -> all.id() > check.id()).isEmpty());
        Optional<JdbcAnchors.Made> anchored = made.last();
        long last = anchored.map(anchor -> anchor.anchor().block()).orElse(0L);
        return new TrailState(
                whole.map(JdbcChecks.Stored::check),
                fresh.map(JdbcChecks.Stored::check),
                anchors.head(),
                anchored.map(JdbcAnchors.Made::anchor),
                anchored.map(JdbcAnchors.Made::at),
                blocks.beyond(last, 1).stream().map(StoredBlock::sealedAt).findFirst(),
                anchors.configured(),
                blocks.unsealed(gaps.open()));
    }

    /** The cases that findings are about, by the ids of their events. */
    @Transactional(readOnly = true)
    public Map<Long, UUID> casesOf(Collection<Finding> findings) {
        demandReader();
        return finder.casesOf(findings.stream()
                .flatMap(finding -> finding.event().stream().boxed())
                .collect(Collectors.toSet()));
    }

    /**
     * Has the trail verified, while nobody waits for it.
     *
     * @param whole all of it, and not only what is new since the last time
     * @return whether that has begun; it does not where another one still goes on
     * @throws AccessDeniedException where whoever asks does not audit
     */
    public boolean verify(boolean whole) {
        demandReader();
        return runs.begin(whole);
    }

    /** Since when a verification goes on; empty where none does. */
    public Optional<Instant> verifyingSince() {
        return runs.running().map(VerificationRuns.Run::since);
    }

    /** How much of a verification that goes on is done, from 0 to 1; 0 where none does. */
    public double verified() {
        return runs.running().map(run -> run.progress().done()).orElse(0.0);
    }

    /** Changes whenever a verification that somebody asked for has ended. */
    public long verifications() {
        return runs.ended();
    }

    /** Whose number it is. */
    @Transactional(readOnly = true)
    public Optional<UUID> account(CommonId number) {
        demandReader();
        return accounts.find(number).map(Account::id).map(AccountId::value);
    }

    /** The number of an account, where there is one. */
    @Transactional(readOnly = true)
    public Optional<String> number(UUID account) {
        demandReader();
        return accounts.find(new AccountId(account)).map(TrailDesk::number);
    }

    private void record(String result, TrailSearch search, Map<String, String> further) {
        Map<String, String> details = new TreeMap<>(further);
        details.put("criteria", search.kinds());
        trail.record("audit.trail-read", Optional.empty(), Optional.empty(), result, details);
    }

    private void demandReader() {
        staff.demand(Role.AUDITING, "the trail");
    }
}
