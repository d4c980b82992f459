package org.sekisho.factor.recoverycodes;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;
import org.sekisho.shared.Secret;

/**
 * How a recovery code is written: 16 characters of the alphabet that has no I, L, O and U, in groups of four. That is 80 bits;
 * NIST SP 800-63B-4 §4.2.1.1 asks for 64.
 */
final class RecoveryCode {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 16;
    private static final int GROUP = 4;

    private RecoveryCode() {}

    /** A new code as people read it, such as {@code K7MQ-22XD-9WPT-C4HN}. */
    static Secret<String> random(SecureRandom random) {
        StringBuilder code = new StringBuilder();
        for (int place = 0; place < LENGTH; place++) {
            if (place > 0 && place % GROUP == 0) {
                code.append('-');
            }
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return Secret.of(code.toString());
    }

    /** What was typed, as it is compared: without case, spaces and hyphens, and with the digits that letters were taken for. */
    static Secret<String> canonical(Secret<String> typed) {
        return Secret.of(Normalizer.normalize(typed.reveal(), Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^0-9A-Z]", "")
                .replace('O', '0')
                .replaceAll("[IL]", "1"));
    }
}
