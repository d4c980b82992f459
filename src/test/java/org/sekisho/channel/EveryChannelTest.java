package org.sekisho.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.sekisho.channel.Channel.Envelope;
import org.sekisho.shared.Language;
import org.sekisho.testing.MutableClock;
import org.sekisho.testing.SekishoTest;
import org.springframework.beans.factory.annotation.Autowired;

/** What holds for every channel there is. In tests none of their carriers can be reached. */
@SekishoTest
class EveryChannelTest {

    private static final String NOBODY = "no address\r\nof: anything";

    @Autowired
    private List<Channel> all;

    @Autowired
    private Channels channels;

    @Autowired
    private MutableClock clock;

    @Test
    void channels_have_names_of_their_own_and_can_be_found_by_them() {
        assertThat(all).extracting(Channel::name).doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z-]+"));
        assertThat(all).extracting(Channel::name).allMatch(channels::offers);
        assertThat(channels.offers("pigeon")).isFalse();
    }

    @TestFactory
    Stream<DynamicTest> what_is_no_address_is_refused_before_anybody_is_asked() {
        return each(channel -> assertThat(catchThrowable(() -> channel.send(to(NOBODY))))
                .isInstanceOf(Channel.Refused.class)
                .hasMessageNotContaining("anything"));
    }

    @TestFactory
    Stream<DynamicTest> a_carrier_that_cannot_be_reached_has_not_taken_anything() {
        return each(channel -> {
            String address = channel.name().equals("mail") ? "person@example.org" : "+819012345678";
            assertThat(catchThrowable(() -> channel.send(to(address))))
                    .isInstanceOf(Channel.NotTaken.class)
                    .hasMessageNotContaining(address)
                    .hasMessageNotContaining("what it says");
        });
    }

    private Envelope to(String address) {
        return new Envelope(
                UUID.randomUUID().toString(),
                address,
                Text.of(Language.EN, "subject", "what it says"),
                clock.instant().plusSeconds(600));
    }

    private Stream<DynamicTest> each(Consumer<Channel> test) {
        List<Channel> real = all.stream()
                .filter(channel -> !(channel instanceof ProbeChannel))
                .toList();
        assertThat(real).hasSizeGreaterThanOrEqualTo(3);
        return real.stream().map(channel -> DynamicTest.dynamicTest(channel.name(), () -> test.accept(channel)));
    }
}
