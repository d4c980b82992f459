package org.sekisho.process;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** What people call a case: the first eight digits of its id, or all of it. */
public final class CaseNumbers {

    private static final int DIGITS = 8;
    private static final Pattern NUMBER = Pattern.compile("[0-9a-f]{" + DIGITS + "}");

    private CaseNumbers() {}

    /** The number of the case. */
    public static String of(CaseId caseId) {
        return caseId.toString().substring(0, DIGITS);
    }

    /** The number that the text is or begins with, where it looks like one. */
    public static Optional<String> in(String text) {
        String given = text.strip().toLowerCase(Locale.ROOT);
        if (NUMBER.matcher(given).matches()) {
            return Optional.of(given);
        }
        try {
            return Optional.of(of(new CaseId(UUID.fromString(given))));
        } catch (IllegalArgumentException other) {
            return Optional.empty();
        }
    }
}
