package org.sekisho.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlockTest {

    private static final Block BLOCK = new Block(
            7,
            Instant.parse("2026-04-01T00:00:00.123456Z"),
            EventIds.of(List.of(12L, 3L, 10L, 11L)),
            Hash.of(new byte[] {1}),
            Hash.of(new byte[] {2}),
            4);

    @Test
    void a_header_reads_back_as_it_was_written() {
        assertThat(Block.read(BLOCK.header())).isEqualTo(BLOCK);
        assertThat(BLOCK.ids().stream()).containsExactly(3L, 10L, 11L, 12L);
        assertThat(BLOCK.ids().runs()).hasSize(2);
        assertThat(BLOCK.ids().size()).isEqualTo(4);
        assertThat(BLOCK.ids().place(11)).isEqualTo(2);
        assertThat(BLOCK.ids().place(4)).isNegative();
    }

    @Test
    void a_header_that_is_cut_or_continued_or_of_another_version_is_refused() {
        byte[] whole = BLOCK.header();
        byte[] otherVersion = whole.clone();
        otherVersion[0] = 2;

        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> Block.read(cut)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> Block.read(Arrays.copyOf(whole, whole.length + 1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Block.read(otherVersion)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_anchor_is_found_again_in_a_mail() {
        Anchor anchor = new Anchor(7, BLOCK.hash(), BLOCK.sealedAt(), Hash.of(new byte[] {3}));

        assertThat(Anchor.in("Dear notary,\r\n> " + anchor + "\r\nregards")).containsExactly(anchor);
        assertThat(Anchor.in(anchor.toString().replace("2026-04-01", "2026-13-01")))
                .isEmpty();
    }
}
