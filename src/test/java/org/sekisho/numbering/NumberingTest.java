package org.sekisho.numbering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sekisho.shared.Language;
import org.sekisho.shared.PhoneNumber;

class NumberingTest {

    private static final Country JAPAN = new Country("JP", 81);

    private final Numbering numbering = new WorldNumbering(new NumberingProperties(List.of("JP", "US")));

    @ParameterizedTest
    @ValueSource(strings = {"090-1234-5678", "９０１２３４５６７８", " +81 90 1234 5678 ", "(090) 1234 5678", "+819012345678"})
    void a_number_is_read_as_people_type_it(String typed) {
        assertThat(numbering.read(typed, JAPAN)).isEqualTo(new Reading.Number(PhoneNumber.of("+819012345678"), true));
    }

    @Test
    void a_fixed_line_takes_no_texts() {
        assertThat(numbering.read("03-5841-0000", JAPAN))
                .isEqualTo(new Reading.Number(PhoneNumber.of("+81358410000"), false));
    }

    @Test
    void an_extension_is_read_with_it() {
        assertThat(numbering.read("03-5841-0000 ext. 12", JAPAN))
                .isEqualTo(new Reading.Number(PhoneNumber.of("+81358410000;ext=12"), false));
    }

    @ParameterizedTest
    @CsvSource({
        "' ',EMPTY",
        "person@example.org,NOT_A_NUMBER",
        "090-1234-567,IMPOSSIBLE",
        "090-1234-56789,IMPOSSIBLE",
        "0990-123-456,PREMIUM",
        "0570-012-345,PREMIUM",
        "+44 7400 123456,COUNTRY_CLOSED",
        "+1 900 555 0123,PREMIUM"
    })
    void what_is_wrong_with_a_number_is_said(String typed, NumberProblem problem) {
        assertThat(numbering.read(typed, JAPAN)).isEqualTo(new Reading.Refused(problem));
    }

    @Test
    void countries_that_share_a_code_are_told_apart() {
        assertThat(numbering.isOpen(PhoneNumber.of("+12025550123"))).isTrue();
        assertThat(numbering.isOpen(PhoneNumber.of("+14165550123")))
                .as("Canada")
                .isFalse();
        assertThat(numbering.countryOf(PhoneNumber.of("+14165550123")))
                .hasValueSatisfying(country -> assertThat(country.region()).isEqualTo("CA"));
    }

    @Test
    void countries_are_named_in_both_languages() {
        assertThat(numbering.countries()).first().isEqualTo(JAPAN);
        assertThat(JAPAN.name(Language.JA)).isEqualTo("日本");
        assertThat(JAPAN.name(Language.EN)).isEqualTo("Japan");
    }

    @Test
    void a_country_that_does_not_exist_refuses_to_start() {
        assertThatThrownBy(() -> new WorldNumbering(new NumberingProperties(List.of("XX"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("XX");
    }
}
