package org.sekisho.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sekisho.audit.AuditTrail;
import org.sekisho.process.Processes;
import org.sekisho.testing.InParallel;
import org.sekisho.testing.MutableClock;
import org.sekisho.testing.SekishoTest;
import org.sekisho.testing.TestAccounts;
import org.sekisho.testing.Traveller;
import org.sekisho.vault.Vault;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Old events leave, and what stays is proved as before. */
@SekishoTest
class RetentionTest {

    private static final Duration YEAR = Duration.ofDays(366);

    @Autowired
    private AuditTrail trail;

    @Autowired
    private Sealer sealer;

    @Autowired
    private JdbcBlocks blocks;

    @Autowired
    private JdbcRetention events;

    @Autowired
    private JdbcSealedEvents sealed;

    @Autowired
    private ChainStates states;

    @Autowired
    private JdbcSealKeys storedKeys;

    @Autowired
    private Vault vault;

    @Autowired
    private BeanFactory product;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private Processes processes;

    @Autowired
    private TrailVerification verification;

    @Autowired
    private MutableClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    private final UUID proven = UUID.randomUUID();
    private JdbcTampering tampering;

    @BeforeEach
    void a_trail_begins() {
        tampering = new JdbcTampering(jdbc);
        tampering.beginAnew();
    }

    @Test
    void a_kind_of_events_leaves_after_its_time_and_the_others_stay() {
        happen("short.happened", 3);
        happen("long.happened", 2);
        sealer.seal();
        clock.advance(YEAR);

        assertThat(retention().retire()).isEqualTo(3);

        Verdict verdict = verification.verifyAll();
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.retired()).isEqualTo(3);
        assertThat(blocks.find(1).orElseThrow().leaves()).isPresent();
        assertThat(actions()).contains("long.happened", "audit.events-retired").doesNotContain("short.happened");
    }

    @Test
    void of_a_block_whose_events_have_all_left_the_root_alone_stays() {
        happen("short.happened", 5);
        sealer.seal();
        clock.advance(YEAR);

        retention().retire();
        sealer.seal();

        assertThat(blocks.find(1).orElseThrow().leaves()).isEmpty();
        assertThat(verification.verifyAll().findings()).isEmpty();
    }

    @Test
    void neighbours_of_an_event_that_was_sealed_late_leave_their_own_block() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            happen("long.happened", 1);
            happen("short.happened", 1);
            try {
                InParallel.on(1, () -> {
                    happen("short.happened", 2);
                    return sealer.seal();
                });
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        happen("short.happened", 1);
        sealer.seal();
        clock.advance(YEAR);

        assertThat(retention().retire()).isEqualTo(4);

        assertThat(verification.verifyAll().findings()).isEmpty();
    }

    @Test
    void what_has_left_is_not_taken_for_what_was_taken_away() {
        happen("short.happened", 3);
        happen("long.happened", 2);
        sealer.seal();
        clock.advance(YEAR);
        retention().retire();
        long stolen = tampering.sealed().get(0);
        tampering.remove(stolen);

        assertThat(verification.verifyAll().findings())
                .containsExactly(Finding.ofEvent(Finding.Kind.EVENT_REMOVED, 1, stolen));
    }

    @Test
    void nobody_can_take_events_away_and_call_it_retention() {
        happen("long.happened", 2);
        sealer.seal();
        trail.record(
                "audit.events-retired",
                Optional.empty(),
                Optional.empty(),
                "retired",
                Map.of("block", "1", "places", "AQ", "digest", "00".repeat(37)));
        sealer.seal();
        long stolen = tampering.sealed().get(0);
        tampering.remove(stolen);

        assertThat(verification.verifyAll().findings())
                .containsExactly(Finding.ofEvent(Finding.Kind.EVENT_REMOVED, 1, stolen));
    }

    @Test
    void nothing_leaves_before_it_is_sealed_and_nothing_about_the_trail_itself() {
        happen("short.happened", 1);
        clock.advance(YEAR);
        assertThat(retention().retire()).isZero();

        sealer.seal();
        assertThat(retention().retire()).isEqualTo(1);
        clock.advance(YEAR.multipliedBy(20));
        sealer.seal();
        retention().retire();

        assertThat(actions()).contains("audit.events-retired", "audit.seal-key-made");
        assertThat(verification.verifyAll().findings()).isEmpty();
    }

    @Test
    void no_event_of_an_open_case_leaves() {
        Traveller traveller = Traveller.of(product, accounts.student().id());
        UUID open = traveller.applies().value();
        trail.record("short.happened", Optional.empty(), Optional.of(open), "done", Map.of());
        sealer.seal();
        Instant later = clock.instant().plus(YEAR);
        assertThat(retentionAt(later).retire()).isZero();

        traveller.goesOnToTheEnd();
        assertThat(retentionAt(later).retire()).isEqualTo(1);
        assertThat(verification.verifyAll().findings()).isEmpty();
    }

    @Test
    void what_proves_something_that_is_kept_stays_for_as_long() {
        trail.record("short.recorded", Optional.empty(), Optional.of(proven), "recorded", Map.of());
        trail.record("short.recorded", Optional.empty(), Optional.of(UUID.randomUUID()), "recorded", Map.of());
        sealer.seal();
        clock.advance(YEAR);

        assertThat(retention().retire()).isEqualTo(1);
        assertThat(trail.ofCase(proven)).hasSize(1);
    }

    @Test
    void what_somebody_has_made_old_or_another_s_does_not_leave_with_the_product_s_blessing() {
        happen("long.happened", 2);
        happen("short.happened", 1);
        sealer.seal();
        List<Long> all = tampering.sealed();
        tampering.changeColumn(
                all.get(0), "at", clock.instant().minus(YEAR.multipliedBy(20)).atOffset(ZoneOffset.UTC));
        tampering.changeColumn(all.get(1), "action", "short.happened");
        clock.advance(YEAR);

        assertThat(retention().retire()).isEqualTo(1);

        assertThat(verification.verifyAll().findings())
                .containsExactly(
                        Finding.ofEvent(Finding.Kind.EVENT_CHANGED, 1, all.get(0)),
                        Finding.ofEvent(Finding.Kind.EVENT_CHANGED, 1, all.get(1)));
    }

    @Test
    void what_is_let_go_while_a_verification_goes_on_is_not_missed() {
        happen("short.happened", 3);
        happen("long.happened", 1);
        sealer.seal();
        clock.advance(YEAR);
        AtomicInteger retired = new AtomicInteger();
        Retirements retirements = new Retirements(of -> {
            Map<Long, BitSet> known = retention().confirmed(of);
            // another node is at work just after the walk has asked
            retired.addAndGet(retention().retire());
            return known;
        });
        Walk walk = new Walk(sealed, keys(), retirements, Walk.Place.BEGINNING);

        walk.pass(blocks.beyond(0, 10));

        assertThat(retired).hasValue(3);
        assertThat(walk.findings()).isEmpty();
        assertThat(walk.retired()).isEqualTo(3);
    }

    private Map<Integer, SealKey> keys() {
        return storedKeys.all().stream()
                .map(JdbcSealKeys.Stored::key)
                .collect(Collectors.toMap(SealKey::number, key -> key));
    }

    @Test
    void more_than_one_batch_leaves_at_once() {
        happen("short.happened", 1500);
        sealer.seal();
        clock.advance(YEAR);

        assertThat(retention().retire()).isEqualTo(1500);
        assertThat(verification.verifyAll().findings()).isEmpty();
    }

    private Retention retention() {
        return retentionWith(clock);
    }

    /** The clock of the product stands still meanwhile: a case would not wait for a year. */
    private Retention retentionAt(Instant moment) {
        return retentionWith(Clock.fixed(moment, ZoneOffset.UTC));
    }

    private Retention retentionWith(Clock time) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory(Map.of("processes", processes));
        return new Retention(
                events,
                sealed,
                states,
                blocks,
                new RetentionProperties(
                        Duration.ofDays(3653), Map.of("short", Duration.ofDays(30)), Duration.ofDays(90)),
                trail,
                vault,
                beans.getBeanProvider(Processes.class),
                new StaticListableBeanFactory(Map.of("proof", new OfOneCase(proven)))
                        .getBeanProvider(StandingProof.class),
                time,
                transactions);
    }

    /** Something of one case is kept, which events prove. */
    private record OfOneCase(UUID caseId) implements StandingProof {

        @Override
        public String action() {
            return "short.recorded";
        }

        @Override
        public Set<UUID> kept(Collection<UUID> cases) {
            return cases.contains(caseId) ? Set.of(caseId) : Set.of();
        }
    }

    private List<String> actions() {
        return jdbc.sql("select distinct action from audit_event")
                .query(String.class)
                .list();
    }

    private void happen(String action, int times) {
        for (int time = 0; time < times; time++) {
            trail.record(action, Optional.of(UUID.randomUUID()), Optional.empty(), "done", Map.of());
        }
    }
}
