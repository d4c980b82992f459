package org.sekisho.verification;

import java.util.Locale;

/** Constants as data writes them: {@code SIGN_IN} is {@code sign-in}. */
final class Kebab {

    private Kebab() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
