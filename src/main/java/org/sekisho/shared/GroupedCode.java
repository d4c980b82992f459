package org.sekisho.shared;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;

/**
 * How a code is written that people copy by hand: characters of the alphabet that has no I, L, O and U, in groups of four. Each
 * group has 20 bits.
 */
public final class GroupedCode {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int GROUP = 4;

    private GroupedCode() {}

    /**
     * A new code as people read it, such as {@code K7MQ-22XD-9WPT-C4HN}.
     *
     * @param groups at least 1
     */
    public static Secret<String> random(SecureRandom random, int groups) {
        StringBuilder code = new StringBuilder();
        for (int place = 0; place < groups * GROUP; place++) {
            if (place > 0 && place % GROUP == 0) {
                code.append('-');
            }
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return Secret.of(code.toString());
    }

    /** What was typed, as it is digested. */
    public static Secret<byte[]> bytes(Secret<String> typed) {
        return Secret.of(canonical(typed).reveal().getBytes(StandardCharsets.US_ASCII));
    }

    /** What was typed, as it is compared: without case, spaces and hyphens, and with the digits that letters were taken for. */
    public static Secret<String> canonical(Secret<String> typed) {
        return Secret.of(Normalizer.normalize(typed.reveal(), Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^0-9A-Z]", "")
                .replace('O', '0')
                .replaceAll("[IL]", "1"));
    }
}
