package org.sekisho.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.audit.AuditTrail;
import org.sekisho.seal.Finding.Kind;
import org.sekisho.shared.Secret;
import org.sekisho.testing.MutableClock;
import org.sekisho.testing.SekishoTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Whatever is done to the trail behind the product's back is found, and named. */
@SekishoTest
class TamperedTrailTest {

    @Autowired
    private AuditTrail trail;

    @Autowired
    private Sealer sealer;

    @Autowired
    private SealKeys keys;

    @Autowired
    private JdbcBlocks blocks;

    @Autowired
    private JdbcGaps gaps;

    @Autowired
    private JdbcChecks checks;

    @Autowired
    private TrailVerification verification;

    @Autowired
    private MutableClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private PlatformTransactionManager transactions;

    private JdbcTampering tampering;
    private List<Long> events = List.of();

    @BeforeEach
    void three_blocks_are_sealed() {
        tampering = new JdbcTampering(jdbc);
        tampering.beginAnew();
        for (int block = 0; block < 3; block++) {
            happen(5);
            sealer.seal();
            clock.advance(Duration.ofMinutes(1));
        }
        events = tampering.sealed();
    }

    @Test
    void a_trail_that_nobody_touched_is_intact() {
        Verdict verdict = verification.verifyAll();

        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.blocks()).isEqualTo(blocks.last().orElseThrow().number());
        assertThat(verdict.events()).isEqualTo(tampering.events().size());
        assertThat(verdict.unsealed()).isZero();
    }

    @Test
    void one_byte_that_was_changed_is_found_wherever_it_stands() {
        int length = tampering.canonical(events.get(3)).length;
        for (int place = 0; place < length; place++) {
            tampering.changeByte(events.get(3), place);
            assertThat(found()).as("byte %d", place).containsExactly(Kind.EVENT_CHANGED + " " + events.get(3));
            tampering.changeByte(events.get(3), place);
        }
        assertThat(found()).isEmpty();
    }

    @Test
    void one_byte_of_a_header_that_was_changed_is_found_wherever_it_stands() {
        StoredBlock second = blocks.find(2).orElseThrow();
        for (int place = 0; place < second.header().length; place++) {
            byte[] header = second.header().clone();
            header[place] ^= 1;
            tampering.replaceHeader(2, header);
            assertThat(found()).as("byte %d", place).anyMatch(finding -> finding.endsWith(" block 2"));
        }
        tampering.replaceHeader(2, second.header());
        assertThat(found()).isEmpty();
    }

    @Test
    void a_column_that_no_longer_says_what_was_sealed_is_found() {
        Map<String, Object> columns = Map.of(
                "actor",
                UUID.randomUUID(),
                "action",
                "other.happened",
                "subject",
                UUID.randomUUID(),
                "case_id",
                UUID.randomUUID(),
                "step",
                "other/task@1",
                "result",
                "refused",
                "details",
                "number=99",
                "at",
                clock.instant().plusSeconds(1).atOffset(java.time.ZoneOffset.UTC));
        columns.forEach((column, value) -> {
            Object before = jdbc.sql("select " + column + " from audit_event where id = :id")
                    .param("id", events.get(7))
                    .query()
                    .singleRow()
                    .values()
                    .iterator()
                    .next();
            tampering.changeColumn(events.get(7), column, value);
            assertThat(found()).as(column).containsExactly(Kind.EVENT_CHANGED + " " + events.get(7));
            tampering.changeColumn(events.get(7), column, before);
        });
        assertThat(found()).isEmpty();
    }

    @Test
    void a_row_that_was_removed_is_found() {
        tampering.remove(events.get(8));

        assertThat(found()).containsExactly(Kind.EVENT_REMOVED + " " + events.get(8));
    }

    @Test
    void two_rows_that_were_swapped_are_found_and_both_are_named() {
        tampering.swap(events.get(1), events.get(3));

        assertThat(verification.verifyAll().findings())
                .extracting(Finding::toString)
                .containsExactly("events " + events.get(1) + " and " + events.get(3) + " of block 1 were swapped");
    }

    @Test
    void rows_of_two_blocks_that_were_swapped_are_both_found() {
        tampering.swap(events.get(1), events.get(8));

        assertThat(found())
                .containsExactly(Kind.EVENT_CHANGED + " " + events.get(1), Kind.EVENT_CHANGED + " " + events.get(8));
    }

    @Test
    void a_row_that_was_inserted_is_found_before_between_and_in_a_hole_that_has_closed() {
        long hole = hole();
        sealer.seal();
        clock.advance(Duration.ofHours(7));
        sealer.seal();
        tampering.copy(events.get(0), hole);
        tampering.copy(events.get(0), events.get(0) - 1000);

        assertThat(found())
                .containsExactly(Kind.EVENT_INSERTED + " " + (events.get(0) - 1000), Kind.EVENT_INSERTED + " " + hole);
    }

    @Test
    void a_block_that_was_removed_is_found_and_its_events_are_taken_for_no_intruders() {
        tampering.removeBlock(2);

        assertThat(found()).containsExactly(Kind.BLOCK_REMOVED + " block 2");
    }

    @Test
    void a_block_that_was_made_anew_without_the_key_is_found() {
        Block second = blocks.find(2).orElseThrow().block();
        Block forged = new Block(
                2,
                second.sealedAt(),
                second.ids(),
                MerkleTree.root(List.of(Hash.of(new byte[1]))),
                second.previous(),
                second.key());
        tampering.replaceBlock(
                forged, SealKey.sign(Secret.of(pair().getPrivate().getEncoded()), forged.header()));

        assertThat(found()).containsExactly(Kind.BLOCK_FORGED + " block 2", Kind.CHAIN_BROKEN + " block 3");
    }

    @Test
    void hashes_of_events_that_were_changed_with_the_event_do_not_fit_the_block() {
        StoredBlock second = blocks.find(2).orElseThrow();
        byte[] leaves = second.leaves().orElseThrow();
        leaves[0] ^= 1;
        tampering.replaceLeaves(2, leaves);

        assertThat(found()).containsExactly(Kind.BLOCK_CHANGED + " block 2");
    }

    @Test
    void a_key_that_was_replaced_is_found_even_where_all_was_signed_anew_with_it() {
        KeyPair foreign = pair();
        tampering.replaceKey(1, foreign.getPublic().getEncoded());
        blocks.beyond(0, 10)
                .forEach(stored -> tampering.replaceBlock(
                        stored.block(),
                        SealKey.sign(Secret.of(foreign.getPrivate().getEncoded()), stored.header())));

        assertThat(found()).containsExactly(Kind.KEY_REPLACED + " key 1");
    }

    @Test
    void a_key_that_the_one_before_it_did_not_vouch_for_is_found() {
        keys.rotate();
        jdbc.sql("update seal_key set endorsement = null where number = 2").update();

        assertThat(found()).containsExactly(Kind.KEY_REPLACED + " key 2");
    }

    @Test
    void blocks_signed_before_and_after_a_rotation_are_valid() {
        Hash second = keys.rotate();
        happen(3);
        sealer.seal();

        assertThat(keys.all()).hasSize(2).extracting(SealKey::fingerprint).endsWith(second);
        assertThat(blocks.last().orElseThrow().block().key()).isEqualTo(2);
        assertThat(found()).isEmpty();
    }

    @Test
    void a_tail_that_was_cut_off_is_found_back_to_the_last_anchor(@TempDir Path directory) throws Exception {
        Anchor anchored = anchorOf(3);
        happen(2);
        sealer.seal();
        Path file = directory.resolve("anchors");
        Files.writeString(file, "kept by the notary\n" + anchored + "\n");

        Verdict whole = verification.verifyAll(Anchors.read(file));
        assertThat(whole.findings()).isEmpty();
        assertThat(whole.anchored()).isEqualTo(3);
        assertThat(whole.unanchoredSince())
                .contains(blocks.find(4).orElseThrow().block().sealedAt());

        tampering.cutFrom(blocks.find(4).orElseThrow());
        assertThat(verification.verifyAll(Anchors.read(file)).findings()).isEmpty();

        tampering.cutFrom(blocks.find(3).orElseThrow());
        assertThat(verification.verifyAll(Anchors.read(file)).findings())
                .extracting(Finding::toString)
                .containsExactly("the trail was cut off before block 3, which was there once");
    }

    @Test
    void a_tail_that_was_cut_off_and_grown_again_contradicts_the_anchor() {
        Anchor anchored = anchorOf(3);
        tampering.cutFrom(blocks.find(3).orElseThrow());
        happen(9);
        sealer.seal();

        assertThat(verification.verifyAll(List.of(anchored)).findings())
                .extracting(Finding::kind)
                .containsExactly(Kind.ANCHOR_CONTRADICTED);
    }

    @Test
    void what_is_new_is_verified_from_where_the_last_time_ended() {
        verification.verifyAll();
        happen(4);
        sealer.seal();
        tampering.changeByte(events.get(0), 30);
        tampering.changeByte(tampering.sealed().get(tampering.sealed().size() - 1), 30);

        Verdict verdict = verification.verifyNew();

        assertThat(verdict.whole()).isFalse();
        assertThat(verdict.blocks()).isEqualTo(1);
        assertThat(verdict.findings()).extracting(Finding::kind).containsExactly(Kind.EVENT_CHANGED);
        assertThat(found()).hasSize(2);
    }

    @Test
    void an_event_whose_transaction_ends_late_is_sealed_late_and_is_no_intruder() {
        comesLate();
        assertThat(blocks.unsealed(gaps.open())).isEqualTo(1);
        assertThat(found()).isEmpty();

        assertThat(sealer.seal()).isEqualTo(1);

        assertThat(blocks.unsealed(gaps.open())).isZero();
        assertThat(found()).isEmpty();
        assertThat(blocks.last().orElseThrow().block().ids().size()).isEqualTo(1);
    }

    @Test
    void nothing_is_slipped_into_the_past_by_what_the_tables_say_of_gaps_and_late_events() {
        long hole = hole();
        sealer.seal();
        clock.advance(Duration.ofHours(7));
        sealer.seal();
        tampering.copy(events.get(0), hole);
        jdbc.sql("insert into seal_gap (first_id, last_id, seen_at) values (:hole, :hole, :now)")
                .param("hole", hole)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("insert into seal_late (event_id, block) values (:hole, 1000000)")
                .param("hole", hole)
                .update();

        assertThat(new Sealer(blocks, gaps, keys, clock, transactions).seal()).isZero();
        assertThat(found()).containsExactly(Kind.EVENT_INSERTED + " " + hole);
    }

    @Test
    void a_gap_that_has_closed_is_not_opened_by_putting_it_there_again() {
        long hole = hole();
        sealer.seal();
        JdbcGaps.Gap closed =
                gaps.open().stream().filter(gap -> gap.has(hole)).findFirst().orElseThrow();
        clock.advance(Duration.ofHours(8));
        happen(1);
        sealer.seal();
        tampering.copy(events.get(0), hole);
        gaps.add(closed);

        assertThat(sealer.seal()).isZero();
        assertThat(found()).containsExactly(Kind.EVENT_INSERTED + " " + hole);
    }

    @Test
    void an_event_that_came_late_is_sealed_though_an_earlier_release_wrote_its_gap() {
        comesLate();
        jdbc.sql("update seal_gap set digest = null").update();

        assertThat(new Sealer(blocks, gaps, keys, clock, transactions).seal()).isEqualTo(1);

        assertThat(found()).isEmpty();
    }

    @Test
    void an_event_far_beyond_all_others_is_found_and_keeps_nothing_from_being_sealed() {
        long far = events.get(events.size() - 1) + Sealer.MOST_SKIPPED + 100;
        tampering.copy(events.get(0), far);
        happen(2);

        assertThat(sealer.seal()).isEqualTo(1);
        assertThat(sealer.seal()).isZero();
        assertThat(found()).containsExactly(Kind.EVENT_INSERTED + " " + far);
        assertThat(blocks.unsealed(gaps.open())).isEqualTo(1);
    }

    @Test
    void a_mark_that_was_moved_so_that_nothing_would_be_sealed_any_more_is_found() {
        long moved = events.get(events.size() - 1) + 1000;
        jdbc.sql("update seal_progress set last_event_id = :moved")
                .param("moved", moved)
                .update();
        happen(1);

        assertThat(sealer.seal()).isZero();
        assertThat(found()).containsExactly(Kind.MARK_CONTRADICTED + " " + moved);
        assertThat(verification.verifyNew().findings())
                .extracting(Finding::kind)
                .containsExactly(Kind.MARK_CONTRADICTED);
    }

    @Test
    void a_mark_that_was_moved_back_or_taken_away_lets_nothing_be_sealed_twice_or_into_old_holes() {
        long hole = hole();
        sealer.seal();
        clock.advance(Duration.ofHours(8));
        sealer.seal();
        tampering.copy(events.get(0), hole);
        jdbc.sql("update seal_progress set last_event_id = 0").update();
        assertThat(sealer.seal()).isZero();
        assertThat(found()).containsExactly(Kind.EVENT_INSERTED + " " + hole);

        jdbc.sql("delete from seal_progress").update();
        assertThat(found()).containsExactly(Kind.EVENT_INSERTED + " " + hole);
        happen(1);
        assertThat(sealer.seal()).isEqualTo(1);
        assertThat(found()).containsExactly(Kind.EVENT_INSERTED + " " + hole);
    }

    @Test
    void blocks_that_are_all_gone_are_missed() {
        blocks.beyond(0, 100).forEach(stored -> tampering.removeBlock(stored.number()));

        assertThat(verification.verifyAll().findings())
                .extracting(Finding::kind)
                .containsExactly(Kind.MARK_CONTRADICTED);
    }

    @Test
    void a_row_that_says_where_a_late_event_is_does_not_keep_it_from_being_sealed() {
        comesLate();
        long late = gaps.open().get(gaps.open().size() - 1).ids().first();
        jdbc.sql("insert into seal_late (event_id, block) values (:late, 1)")
                .param("late", late)
                .update();

        assertThat(sealer.seal()).isEqualTo(1);
        assertThat(found()).isEmpty();
    }

    @Test
    void a_gap_that_is_there_again_though_it_was_filled_lets_nothing_be_sealed_twice() {
        comesLate();
        List<JdbcGaps.Gap> before = gaps.open();
        assertThat(sealer.seal()).isEqualTo(1);
        before.forEach(gaps::add);

        assertThat(sealer.seal()).isZero();
        assertThat(found()).isEmpty();
    }

    @Test
    void a_tail_that_was_cut_off_before_what_the_last_verification_saw_is_named_so() {
        long seen = verification.verifyAll().head();
        tampering.cutFrom(blocks.find(2).orElseThrow());

        Verdict verdict = verification.verifyNew();

        assertThat(verdict.findings()).containsExactly(Finding.ofBlock(Kind.TAIL_CUT, seen));
        assertThat(verdict.head()).isEqualTo(1);
    }

    @Test
    void nobody_puts_a_verification_off_or_lets_it_begin_late_by_writing_one_down() {
        verification.verifyAll();
        Instant verified = checks.lastStarted(true).orElseThrow();
        happen(1);
        sealer.seal();
        tampering.changeByte(tampering.sealed().get(tampering.sealed().size() - 1), 30);
        jdbc.sql(
                        "insert into seal_check (whole, started_at, ended_at, blocks, events, findings, head, head_hash, last_event_id,"
                                + " digest) select whole, :later, :later, blocks, events, findings, :head, :hash, :last, digest from seal_check")
                .param("later", clock.instant().plus(Duration.ofDays(9)).atOffset(ZoneOffset.UTC))
                .param("head", blocks.last().orElseThrow().number())
                .param("hash", blocks.last().orElseThrow().block().hash().toBytes())
                .param("last", blocks.last().orElseThrow().lastEventId())
                .update();

        assertThat(checks.lastStarted(true)).contains(verified);
        assertThat(verification.verifyNew().findings())
                .extracting(Finding::kind)
                .containsExactly(Kind.EVENT_CHANGED);
    }

    @Test
    void whoever_hides_one_thing_behind_very_many_others_does_not_make_the_trail_intact() {
        for (int times = 0; times < TrailVerification.MOST_FINDINGS + 1; times++) {
            tampering.copy(events.get(0), events.get(0) - 10 - times);
        }

        Verdict verdict = verification.verifyAll();

        assertThat(verdict.findings()).hasSize(TrailVerification.MOST_FINDINGS);
        assertThat(verdict.more()).isTrue();
        assertThat(verdict.intact()).isFalse();
    }

    /** An event is committed after its neighbours were sealed. */
    private void comesLate() {
        transaction.executeWithoutResult(status -> {
            happen(1);
            onAnotherThread(() -> {
                happen(2);
                sealer.seal();
                return verification.verifyAll();
            });
        });
    }

    private static void onAnotherThread(java.util.concurrent.Callable<Verdict> work) {
        try {
            assertThat(org.sekisho.testing.InParallel.on(1, work).get(0).findings())
                    .isEmpty();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Anchor anchorOf(long number) {
        Block block = blocks.find(number).orElseThrow().block();
        return new Anchor(
                number,
                block.hash(),
                block.sealedAt(),
                keys.all().get(block.key() - 1).fingerprint());
    }

    /** An id that a transaction took which then failed. */
    private long hole() {
        transaction.executeWithoutResult(status -> {
            happen(1);
            status.setRollbackOnly();
        });
        happen(1);
        return tampering.events().get(tampering.events().size() - 1) - 1;
    }

    private List<String> found() {
        return verification.verifyAll().findings().stream()
                .map(finding -> finding.kind() + " "
                        + (finding.event().isPresent()
                                ? finding.event().getAsLong()
                                : finding.block().isPresent()
                                        ? "block " + finding.block().getAsLong()
                                        : "key " + finding.other().getAsLong()))
                .toList();
    }

    private void happen(int times) {
        for (int time = 0; time < times; time++) {
            trail.record(
                    "test.happened",
                    Optional.of(UUID.randomUUID()),
                    Optional.of(UUID.randomUUID()),
                    "done",
                    Map.of("number", Integer.toString(time), "moment", Instant.EPOCH.toString()));
        }
    }

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance(SealKey.ALGORITHM).generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
