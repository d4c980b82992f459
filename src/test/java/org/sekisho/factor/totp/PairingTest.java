package org.sekisho.factor.totp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sekisho.shared.Secret;

class PairingTest {

    private static final Secret<byte[]> KEY = Secret.of("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

    @Test
    void the_link_names_issuer_and_account_and_holds_the_key() {
        assertThat(Pairing.of("Sekisho", "1000000001", KEY).uri().reveal())
                .isEqualTo("otpauth://totp/Sekisho:1000000001?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                        + "&issuer=Sekisho&algorithm=SHA1&digits=6&period=30");
    }

    @Test
    void whatever_stands_in_a_name_is_encoded() {
        assertThat(Pairing.of("UTokyo Account: 東大", "a&b=c/d?e", KEY).uri().reveal())
                .startsWith("otpauth://totp/UTokyo%20Account%3A%20%E6%9D%B1%E5%A4%A7:a%26b%3Dc%2Fd%3Fe?secret=")
                .contains("&issuer=UTokyo%20Account%3A%20%E6%9D%B1%E5%A4%A7&");
    }

    @Test
    void the_key_is_shown_in_groups_of_four() {
        assertThat(Pairing.of("Sekisho", "1000000001", KEY).groupedKey().reveal())
                .isEqualTo("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
    }

    @Test
    void nothing_secret_is_printed() {
        assertThat(Pairing.of("Sekisho", "1000000001", KEY)).asString().doesNotContain("GEZD");
    }

    /** The test vectors of RFC 4648, section 10, without padding. */
    @ParameterizedTest
    @CsvSource({"'',''", "f,MY", "fo,MZXQ", "foo,MZXW6", "foob,MZXW6YQ", "fooba,MZXW6YTB", "foobar,MZXW6YTBOI"})
    void the_test_vectors_of_rfc_4648_pass(String plain, String encoded) {
        assertThat(Base32.encode(plain.getBytes(StandardCharsets.US_ASCII))).isEqualTo(encoded);
    }
}
