package org.sekisho.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SourceNetworkTest {

    @Test
    void each_ipv4_address_is_a_source_of_its_own() {
        assertThat(SourceNetwork.network("192.0.2.1")).isNotEqualTo(SourceNetwork.network("192.0.2.2"));
    }

    @Test
    void one_ipv6_subscriber_is_one_source() {
        assertThat(SourceNetwork.network("2001:db8:1:2::1")).isEqualTo(SourceNetwork.network("2001:db8:1:2:ffff::9"));
        assertThat(SourceNetwork.network("2001:db8:1:2::1")).isNotEqualTo(SourceNetwork.network("2001:db8:1:3::1"));
    }

    @Test
    void what_is_no_address_stands_for_itself_and_is_looked_up_nowhere() {
        assertThat(SourceNetwork.network("localhost")).asString().isEqualTo("localhost");
        assertThat(SourceNetwork.network("cafe")).asString().isEqualTo("cafe");
    }
}
