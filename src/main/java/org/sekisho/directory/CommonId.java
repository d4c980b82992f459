package org.sekisho.directory;

import java.util.Optional;
import java.util.regex.Pattern;

/** The user name: the ten digits on the identity card. Lives in the directory alone, so that a person can be erased. */
public record CommonId(String value) {

    private static final Pattern FORM = Pattern.compile("[0-9]{10}");

    /** Reads ten digits as typed, full-width digits included; empty where it is anything else. */
    public static Optional<CommonId> parse(String typed) {
        String digits = java.text.Normalizer.normalize(typed.strip(), java.text.Normalizer.Form.NFKC);
        return FORM.matcher(digits).matches() ? Optional.of(new CommonId(digits)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value.substring(0, 2) + "••••••" + value.substring(8);
    }
}
