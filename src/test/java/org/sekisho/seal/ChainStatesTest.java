package org.sekisho.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sekisho.audit.AuditTrail;
import org.sekisho.shared.Secret;
import org.sekisho.testing.InParallel;
import org.sekisho.testing.MutableClock;
import org.sekisho.testing.SekishoTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Each event is shown with what the chain says of it, whatever was done to the tables. */
@SekishoTest
class ChainStatesTest {

    private static final UUID CASE = UUID.randomUUID();

    @Autowired
    private ChainStates states;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private Sealer sealer;

    @Autowired
    private JdbcBlocks blocks;

    @Autowired
    private MutableClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private JdbcTampering tampering;
    private List<Long> events = List.of();

    /** The first sealing makes a key as well, which the second block tells. */
    @BeforeEach
    void two_blocks_are_sealed_and_one_event_waits() {
        tampering = new JdbcTampering(jdbc);
        tampering.beginAnew();
        for (int block = 0; block < 2; block++) {
            happen(3);
            sealer.seal();
            clock.advance(Duration.ofMinutes(1));
        }
        happen(1);
        events = ofCase().stream().map(ProvenEvent::id).toList();
    }

    @Test
    void what_was_sealed_is_verified_and_what_was_not_yet_is_unsealed() {
        List<ProvenEvent> proven = ofCase();

        assertThat(proven)
                .extracting(ProvenEvent::state)
                .containsExactly(
                        ChainState.VERIFIED,
                        ChainState.VERIFIED,
                        ChainState.VERIFIED,
                        ChainState.VERIFIED,
                        ChainState.VERIFIED,
                        ChainState.VERIFIED,
                        ChainState.UNSEALED);
        assertThat(proven.get(5).block()).isEqualTo(OptionalLong.of(3));
        assertThat(proven.get(5).sealedAt())
                .contains(blocks.find(3).orElseThrow().block().sealedAt());
        assertThat(proven.get(6).block()).isEmpty();
        assertThat(proven.get(1).event().details()).containsEntry("number", "1");
        assertThat(states.of(List.of(events.get(4), events.get(2)))).containsExactly(proven.get(2), proven.get(4));
        assertThat(states.of(List.of())).isEmpty();
    }

    @Test
    void an_event_that_was_changed_is_broken_and_its_neighbours_are_not() {
        tampering.changeByte(events.get(0), 200);
        tampering.changeColumn(events.get(4), "result", "refused");

        assertThat(broken()).containsExactly(events.get(0), events.get(4));
    }

    @Test
    void an_event_that_cannot_be_read_any_more_is_shown_as_its_columns_have_it() {
        tampering.changeByte(events.get(1), 0);

        ProvenEvent unreadable = ofCase().get(1);

        assertThat(unreadable.state()).isEqualTo(ChainState.BROKEN);
        assertThat(unreadable.event().action()).isEqualTo("test.happened");
        assertThat(unreadable.event().details()).containsEntry("number", "1");
    }

    @Test
    void an_event_that_was_inserted_is_broken_and_has_no_block() {
        tampering.copy(events.get(0), events.get(0) - 1000);

        assertThat(ofCase().get(0))
                .extracting(ProvenEvent::state, ProvenEvent::block)
                .containsExactly(ChainState.BROKEN, OptionalLong.empty());
        assertThat(broken()).containsExactly(events.get(0) - 1000);
    }

    @Test
    void events_that_were_swapped_are_broken() {
        tampering.swap(events.get(0), events.get(5));

        assertThat(broken()).containsExactly(events.get(0), events.get(5));
    }

    @Test
    void a_block_whose_hashes_header_signature_or_key_do_not_fit_proves_none_of_its_events() {
        StoredBlock first = blocks.find(1).orElseThrow();
        byte[] leaves = first.leaves().orElseThrow().clone();
        leaves[leaves.length - 1] ^= 1;
        tampering.replaceLeaves(1, leaves);
        assertThat(broken()).containsExactlyElementsOf(events.subList(0, 3));

        tampering.replaceLeaves(1, first.leaves().orElseThrow());
        tampering.replaceBlock(first.block(), new byte[64]);
        assertThat(broken()).containsExactlyElementsOf(events.subList(0, 3));

        tampering.replaceBlock(first.block(), first.signature());
        assertThat(broken()).isEmpty();

        jdbc.sql("update seal_block set header = :header where number = 1")
                .param("header", new byte[7])
                .update();
        assertThat(broken()).containsExactlyElementsOf(events.subList(0, 3));
    }

    @Test
    void a_key_that_the_product_did_not_make_proves_nothing() throws Exception {
        var foreign = KeyPairGenerator.getInstance(SealKey.ALGORITHM).generateKeyPair();
        tampering.replaceKey(1, foreign.getPublic().getEncoded());
        blocks.beyond(0, 10)
                .forEach(stored -> tampering.replaceBlock(
                        stored.block(),
                        SealKey.sign(Secret.of(foreign.getPrivate().getEncoded()), stored.header())));

        assertThat(broken()).containsExactlyElementsOf(events.subList(0, 6));
    }

    @Test
    void events_of_a_block_that_was_removed_are_broken() {
        tampering.removeBlock(1);

        assertThat(broken()).containsExactlyElementsOf(events.subList(0, 3));
    }

    @Test
    void an_event_that_was_sealed_later_than_its_neighbours_is_verified_and_so_are_they() {
        transaction.executeWithoutResult(status -> {
            happen(1);
            try {
                InParallel.on(1, () -> {
                    happen(2);
                    return sealer.seal();
                });
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        ProvenEvent late = ofCase().get(7);
        assertThat(late.state()).isEqualTo(ChainState.UNSEALED);

        sealer.seal();

        assertThat(ofCase()).extracting(ProvenEvent::state).containsOnly(ChainState.VERIFIED);
        assertThat(ofCase().stream().map(event -> event.block().orElseThrow()))
                .containsExactly(1L, 1L, 1L, 3L, 3L, 3L, 4L, 5L, 4L, 4L);
        assertThat(events.stream().map(id -> blocks.holding(id).orElseThrow().number()))
                .containsExactly(1L, 1L, 1L, 3L, 3L, 3L, 4L);
    }

    private List<Long> broken() {
        return ofCase().stream()
                .filter(event -> event.state() == ChainState.BROKEN)
                .map(ProvenEvent::id)
                .toList();
    }

    private List<ProvenEvent> ofCase() {
        return states.ofCase(CASE);
    }

    private void happen(int times) {
        for (int time = 0; time < times; time++) {
            trail.record(
                    "test.happened",
                    Optional.of(UUID.randomUUID()),
                    Optional.of(CASE),
                    "done",
                    Map.of("number", Integer.toString(time)));
        }
    }
}
