package org.sekisho.seal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How far a verification has come is between nothing and all, also while the chain grows. */
class ProgressTest {

    private final Progress progress = new Progress();

    @Test
    void nothing_is_done_before_it_has_begun() {
        assertThat(progress.done()).isZero();
    }

    @Test
    void it_counts_from_where_it_began() {
        progress.begun(100, 200);
        assertThat(progress.done()).isZero();
        progress.reached(150);
        assertThat(progress.done()).isEqualTo(0.5);
    }

    @Test
    void blocks_that_come_meanwhile_make_it_no_more_than_all() {
        progress.begun(0, 10);
        progress.reached(12);
        assertThat(progress.done()).isEqualTo(1);
    }

    @Test
    void a_chain_without_anything_new_is_not_divided_by_nothing() {
        progress.begun(10, 10);
        assertThat(progress.done()).isZero();
    }
}
