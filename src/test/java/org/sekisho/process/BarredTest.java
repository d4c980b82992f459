package org.sekisho.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BarredTest {

    private final UUID one = new UUID(0, 1);
    private final UUID other = new UUID(0, 2);

    @Test
    void accounts_travel_as_text_separated_by_commas() {
        Barred barred = Barred.of(Set.of(other)).and(one);

        Object stored = Barred.VARIABLE.encode(barred);

        assertThat(stored).isEqualTo(one + "," + other);
        assertThat(Barred.VARIABLE.decode(stored)).isEqualTo(barred);
        assertThat(Barred.VARIABLE.decode(Barred.VARIABLE.encode(Barred.nobody())))
                .isEqualTo(Barred.nobody());
    }

    @Test
    void it_bars_those_and_nobody_else() {
        Barred barred = Barred.nobody().and(one).and(one);

        assertThat(barred.accounts()).containsExactly(one);
        assertThat(barred.bars(Actor.person(one, Set.of()))).isTrue();
        assertThat(barred.bars(Actor.person(other, Set.of()))).isFalse();
        assertThat(barred.bars(Actor.system())).isFalse();
    }

    @Test
    void as_many_as_allowed_fit_into_a_text_of_the_engine() {
        Set<UUID> most = Stream.generate(UUID::randomUUID).limit(Barred.MOST).collect(Collectors.toSet());

        assertThat(Barred.VARIABLE.encode(Barred.of(most)).toString()).hasSizeLessThan(4000);
        assertThatIllegalArgumentException().isThrownBy(() -> Barred.of(most).and(one));
    }
}
