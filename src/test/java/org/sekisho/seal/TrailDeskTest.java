package org.sekisho.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sekisho.audit.AuditEvent;
import org.sekisho.audit.AuditTrail;
import org.sekisho.calendar.BusinessCalendar;
import org.sekisho.directory.Account;
import org.sekisho.directory.AccountId;
import org.sekisho.directory.Affiliation;
import org.sekisho.directory.Role;
import org.sekisho.security.SignedInAs;
import org.sekisho.testing.MutableClock;
import org.sekisho.testing.SekishoTest;
import org.sekisho.testing.TestAccounts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** Those who audit find events by whom, what and when, page by page, and each reading is an event. */
@SekishoTest
class TrailDeskTest {

    private static final Optional<Long> BEGINNING = Optional.empty();

    @Autowired
    private TrailDesk desk;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private Sealer sealer;

    @Autowired
    private MutableClock clock;

    @Autowired
    private BusinessCalendar calendar;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private JdbcClient jdbc;

    private final UUID caseId = UUID.randomUUID();
    private final UUID subject = UUID.randomUUID();
    private AccountId auditor;
    private AccountId agent;

    @BeforeEach
    void a_trail_begins() {
        new JdbcTampering(jdbc).beginAnew();
        auditor = staff(Role.AUDITOR).id();
        agent = staff(Role.HELPDESK).id();
        new JdbcTampering(jdbc).beginAnew();
    }

    @Test
    void events_are_found_by_each_criterion_the_newest_first() {
        happens("first.happened", Optional.of(subject), Optional.empty(), "done");
        happens("first.happened", Optional.empty(), Optional.of(caseId), "refused");
        clock.advance(Duration.ofDays(3));
        try (SignedInAs ignored = SignedInAs.withRoles(agent, Role.HELPDESK)) {
            happens("other.happened", Optional.of(subject), Optional.of(caseId), "done");
        }
        LocalDate today = clock.instant().atZone(calendar.zone()).toLocalDate();

        assertThat(found(search().subject(subject))).containsExactly("other.happened done", "first.happened done");
        assertThat(found(search().actor(agent.value()))).containsExactly("other.happened done");
        assertThat(found(search().inCase(caseId.toString())))
                .containsExactly("other.happened done", "first.happened refused");
        assertThat(found(search().inCase(caseId.toString().substring(0, 8))))
                .containsExactly("other.happened done", "first.happened refused");
        assertThat(found(search().action("first.happened")))
                .containsExactly("first.happened refused", "first.happened done");
        assertThat(found(search().result("refused"))).containsExactly("first.happened refused");
        assertThat(found(search().action("first.happened").from(today))).isEmpty();
        assertThat(found(search().subject(subject).from(today))).containsExactly("other.happened done");
        assertThat(found(search().subject(subject).until(today.minusDays(1)))).containsExactly("first.happened done");
        assertThat(found(search().from(today.minusDays(4)).until(today.minusDays(2))))
                .containsExactly("first.happened refused", "first.happened done");
    }

    @Test
    void pages_follow_one_another_without_a_gap_whatever_is_sought() {
        for (int event = 0; event < 25; event++) {
            happens("first.happened", Optional.of(subject), Optional.of(caseId), "done");
        }
        for (Sought sought : List.of(search().action("first.happened"), search().subject(subject))) {
            List<Long> seen = new ArrayList<>();
            Optional<Long> last = BEGINNING;
            boolean more = true;
            while (more) {
                TrailPage page = read(sought.search(), last, 10);
                page.events().forEach(found -> seen.add(found.proven().id()));
                last = page.last();
                more = page.more();
            }
            assertThat(seen).hasSize(25).doesNotHaveDuplicates().isSortedAccordingTo((a, b) -> Long.compare(b, a));
        }
    }

    @Test
    void each_reading_is_an_event_that_names_nobody() {
        happens("first.happened", Optional.of(subject), Optional.of(caseId), "done");

        read(search().subject(subject).inCase(caseId.toString()).search(), BEGINNING, 10);

        AuditEvent reading = read(search().action("audit.trail-read").search(), BEGINNING, 10)
                .events()
                .get(0)
                .proven()
                .event();
        assertThat(reading.actor()).contains(auditor.value());
        assertThat(reading.subject()).isEmpty();
        assertThat(reading.details()).isEqualTo(Map.of("criteria", "account case", "hits", "1"));
    }

    @Test
    void a_result_alone_is_sought_in_the_last_thirty_days() {
        happens("first.happened", Optional.empty(), Optional.empty(), "refused");
        clock.advance(Duration.ofDays(40));

        TrailPage page = read(search().result("refused").search(), BEGINNING, 10);

        assertThat(page.events()).isEmpty();
        assertThat(page.search().from())
                .contains(clock.instant().atZone(calendar.zone()).toLocalDate().minusDays(30));
    }

    @Test
    void all_that_is_found_is_exported_with_what_the_chain_says_of_it() throws IOException {
        for (int event = 0; event < 450; event++) {
            happens("first.happened", Optional.of(subject), Optional.of(caseId), "done");
        }
        sealer.seal();
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        try (SignedInAs ignored = SignedInAs.withRoles(auditor, Role.AUDITOR)) {
            desk.export(search().subject(subject).search(), out);
        }

        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).hasSize(451);
        assertThat(lines.get(0)).startsWith("\uFEFFid,at,actor,");
        assertThat(lines.get(1)).contains("first.happened", caseId.toString(), "verified");
        assertThat(found(search().action("audit.trail-read")))
                .containsExactly("audit.trail-read exported", "audit.trail-read begun");
    }

    @Test
    void how_it_stands_is_told_with_what_the_last_verifications_found() {
        happens("first.happened", Optional.of(subject), Optional.of(caseId), "done");
        sealer.seal();
        assertThat(state().last()).isEmpty();
        assertThat(state().head()).isPresent();
        assertThat(state().unanchoredSince()).isPresent();

        long event = new JdbcTampering(jdbc).events().get(0);
        new JdbcTampering(jdbc).changeColumn(event, "result", "refused");
        verify();

        TrailState broken = state();
        assertThat(broken.findings()).extracting(Finding::event).contains(java.util.OptionalLong.of(event));
        try (SignedInAs ignored = SignedInAs.withRoles(auditor, Role.AUDITOR)) {
            assertThat(desk.casesOf(broken.findings())).containsEntry(event, caseId);
        }

        new JdbcTampering(jdbc).changeColumn(event, "result", "done");
        verify();
        assertThat(state().findings()).isEmpty();
        assertThat(found(search().action("audit.trail-verified")))
                .contains("audit.trail-verified broken", "audit.trail-verified intact", "audit.trail-verified begun");
    }

    @Test
    void nobody_else_reads_or_verifies_the_trail() {
        try (SignedInAs ignored = SignedInAs.withRoles(agent, Role.HELPDESK)) {
            assertThatThrownBy(() -> desk.page(TrailSearch.everything(), BEGINNING, 10))
                    .isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> desk.export(TrailSearch.everything(), new ByteArrayOutputStream()))
                    .isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> desk.verify(true)).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(desk::state).isInstanceOf(AccessDeniedException.class);
        }
    }

    private void verify() {
        try (SignedInAs ignored = SignedInAs.withRoles(auditor, Role.AUDITOR)) {
            long before = desk.verifications();
            assertThat(desk.verify(true)).isTrue();
            org.awaitility.Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> desk.verifications() > before);
        }
    }

    private TrailState state() {
        try (SignedInAs ignored = SignedInAs.withRoles(auditor, Role.AUDITOR)) {
            return desk.state();
        }
    }

    private List<String> found(Sought sought) {
        return read(sought.search(), BEGINNING, 100).events().stream()
                .map(found -> found.proven().event())
                .map(event -> event.action() + " " + event.result())
                .toList();
    }

    private TrailPage read(TrailSearch search, Optional<Long> after, int most) {
        try (SignedInAs ignored = SignedInAs.withRoles(auditor, Role.AUDITOR)) {
            return desk.page(search, after, most);
        }
    }

    private Account staff(Role role) {
        return accounts.create(account -> account.affiliation(Affiliation.STAFF).roles(role));
    }

    private void happens(String action, Optional<UUID> about, Optional<UUID> in, String result) {
        trail.record(action, about, in, result, Map.of());
    }

    private static Sought search() {
        return new Sought(TrailSearch.everything());
    }

    /** What is sought, criterion by criterion. */
    private record Sought(TrailSearch search) {

        Sought subject(UUID id) {
            return with(Optional.of(id), search.actor(), search.caseName(), search.action(), search.result());
        }

        Sought actor(UUID id) {
            return with(search.subject(), Optional.of(id), search.caseName(), search.action(), search.result());
        }

        Sought inCase(String name) {
            return with(search.subject(), search.actor(), Optional.of(name), search.action(), search.result());
        }

        Sought action(String action) {
            return with(search.subject(), search.actor(), search.caseName(), Optional.of(action), search.result());
        }

        Sought result(String result) {
            return with(search.subject(), search.actor(), search.caseName(), search.action(), Optional.of(result));
        }

        private Sought with(
                Optional<UUID> subject,
                Optional<UUID> actor,
                Optional<String> caseName,
                Optional<String> action,
                Optional<String> result) {
            return new Sought(new TrailSearch(subject, actor, caseName, action, result, search.from(), search.until()));
        }

        Sought from(LocalDate day) {
            return within(Optional.of(day), search.until());
        }

        Sought until(LocalDate day) {
            return within(search.from(), Optional.of(day));
        }

        private Sought within(Optional<LocalDate> from, Optional<LocalDate> until) {
            return new Sought(new TrailSearch(
                    search.subject(),
                    search.actor(),
                    search.caseName(),
                    search.action(),
                    search.result(),
                    from,
                    until));
        }
    }
}
