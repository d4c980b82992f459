package org.sekisho.security.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.security.core.context.SecurityContextHolder;

/** A node that starts beside another in one JVM takes nothing away from it. */
class WhoIsAtWorkTest {

    @Test
    void a_second_node_shares_the_place_of_the_first() {
        var first = new WhoIsAtWork().securityContextHolderStrategy();
        var second = new WhoIsAtWork().securityContextHolderStrategy();

        assertThat(second).isSameAs(first);
        assertThat(SecurityContextHolder.getContextHolderStrategy()).isSameAs(first);
    }
}
