package org.sekisho.factor.apppassword;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;
import org.sekisho.shared.Secret;

/**
 * How an app password is written: 20 small letters and digits, without those that look alike, in groups of four. That is 99 bits.
 */
final class AppPassword {

    private static final String ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz";
    private static final int LENGTH = 20;
    private static final int GROUP = 4;

    /** Far more than one that is spaced out; what is longer is not worth the work. */
    private static final int LONGEST = 100;

    private AppPassword() {}

    /** A new one as people read it, such as {@code k7mq-22xd-9wpt-c4hn-zz3e}. */
    static Secret<String> random(SecureRandom random) {
        StringBuilder password = new StringBuilder();
        for (int place = 0; place < LENGTH; place++) {
            if (place > 0 && place % GROUP == 0) {
                password.append('-');
            }
            password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return Secret.of(password.toString());
    }

    /** What was typed, as it is compared: without case, spaces and hyphens. */
    static Secret<String> canonical(Secret<String> typed) {
        String password = typed.reveal();
        return Secret.of(
                password.length() > LONGEST
                        ? ""
                        : Normalizer.normalize(password, Normalizer.Form.NFKC)
                                .toLowerCase(Locale.ROOT)
                                .replaceAll("[\\s-]", ""));
    }
}
