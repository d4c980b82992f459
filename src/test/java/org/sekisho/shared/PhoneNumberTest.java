package org.sekisho.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

    @Test
    void a_number_prints_masked() {
        PhoneNumber number = PhoneNumber.of("+819012341234");

        assertThat(number).hasToString("+81 •• •••• 1234");
        assertThat(number.value()).isEqualTo("+819012341234");
    }

    @Test
    void an_extension_is_kept_and_masked() {
        PhoneNumber number = PhoneNumber.of("+81312345678").withExtension("0123");

        assertThat(number.value()).isEqualTo("+81312345678;ext=0123");
        assertThat(number.e164()).isEqualTo("+81312345678");
        assertThat(number.extension()).hasValue("0123");
        assertThat(number).hasToString("+81 •• •••• 5678 #••").isEqualTo(PhoneNumber.of(number.value()));
    }

    @Test
    void a_short_number_shows_less() {
        assertThat(PhoneNumber.of("+2901234").masked()).isEqualTo("+290 •• •••• 34");
    }

    @ParameterizedTest
    @CsvSource({"+12025550123,1", "+79161234567,7", "+819012341234,81", "+85212345678,852", "+2125123456,212"})
    void the_country_code_is_told_from_the_rest(String value, int code) {
        assertThat(PhoneNumber.of(value).countryCode()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "09012341234",
                "+0123456789",
                "+81 90 1234 1234",
                "+8190123412341234",
                "+81901",
                "+819012341234;ext=a"
            })
    void anything_else_is_no_number(String value) {
        assertThat(PhoneNumber.parse(value)).isEmpty();
        assertThatThrownBy(() -> PhoneNumber.of(value)).isInstanceOf(IllegalArgumentException.class);
    }
}
