package org.sekisho.factor.totp;

import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sekisho.shared.Secret;

/** The test vectors of RFC 6238, appendix B. */
class Rfc6238Test {

    private static final String SEED = "1234567890".repeat(7);

    @ParameterizedTest
    @CsvSource({
        "59, 94287082, 46119246, 90693936",
        "1111111109, 07081804, 68084774, 25091201",
        "1111111111, 14050471, 67062674, 99943326",
        "1234567890, 89005924, 91819424, 93441116",
        "2000000000, 69279037, 90698825, 38618901",
        "20000000000, 65353130, 77737706, 47863826"
    })
    void the_test_vectors_of_the_rfc_pass(long second, String sha1, String sha256, String sha512) throws Exception {
        assertThat(eightDigits(TimeBasedOneTimePasswordGenerator.TOTP_ALGORITHM_HMAC_SHA1, 20, second))
                .isEqualTo(sha1);
        assertThat(eightDigits(TimeBasedOneTimePasswordGenerator.TOTP_ALGORITHM_HMAC_SHA256, 32, second))
                .isEqualTo(sha256);
        assertThat(eightDigits(TimeBasedOneTimePasswordGenerator.TOTP_ALGORITHM_HMAC_SHA512, 64, second))
                .isEqualTo(sha512);
        assertThat(ours(second)).as("six digits, as the product uses them").isEqualTo(sha1.substring(2));
    }

    private static String eightDigits(String algorithm, int keyBytes, long second) throws Exception {
        return new TimeBasedOneTimePasswordGenerator(Duration.ofSeconds(30), 8, algorithm)
                .generateOneTimePasswordString(
                        new SecretKeySpec(key(keyBytes), "RAW"), Instant.ofEpochSecond(second), Locale.ROOT);
    }

    private static String ours(long second) {
        return TotpFactor.code(Secret.of(key(20)), second / 30);
    }

    private static byte[] key(int bytes) {
        return SEED.substring(0, bytes).getBytes(StandardCharsets.US_ASCII);
    }
}
