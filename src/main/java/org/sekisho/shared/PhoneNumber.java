package org.sekisho.shared;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One telephone number of the international plan (ITU-T E.164: a country code and, with it, at most 15 digits), with the
 * extension behind it where there is one. Prints masked, so that it cannot slip into a log; {@link #value()} gives the number
 * itself.
 */
public final class PhoneNumber {

    /** The form of RFC 3966 §3 without {@code tel:} and without separators. */
    private static final Pattern FORM = Pattern.compile("\\+([1-9][0-9]{6,14})(?:;ext=([0-9]{1,10}))?");

    /** The country codes of two digits (ITU-T E.164, list of assigned codes); of one digit are 1 and 7, all others have three. */
    private static final Pattern TWO_DIGITS = Pattern.compile("2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]");

    private static final int SHOWN = 4;

    /** Of a number this short even the last digits would give away too much. */
    private static final int SHORT = 7;

    private final String digits;
    private final Optional<String> extension;

    private PhoneNumber(String digits, Optional<String> extension) {
        this.digits = digits;
        this.extension = extension;
    }

    /** Reads the form that {@link #value()} writes; empty where it is not exactly that. */
    public static Optional<PhoneNumber> parse(String value) {
        Matcher form = FORM.matcher(value);
        return form.matches()
                ? Optional.of(new PhoneNumber(form.group(1), Optional.ofNullable(form.group(2))))
                : Optional.empty();
    }

    /**
     * A number known to be well-formed.
     *
     * @throws IllegalArgumentException where it is not
     */
    public static PhoneNumber of(String value) {
        return parse(value).orElseThrow(() -> new IllegalArgumentException("not one telephone number"));
    }

    /** The number with its extension, as in {@code +81312345678} or {@code +81312345678;ext=12}: to be stored sealed. */
    public String value() {
        return e164() + extension.map(inside -> ";ext=" + inside).orElse("");
    }

    /** The number as networks dial it, without the extension: {@code +81312345678}. */
    public String e164() {
        return "+" + digits;
    }

    /** What is keyed once the number has answered. */
    public Optional<String> extension() {
        return extension;
    }

    /**
     * The same number with this extension.
     *
     * @throws IllegalArgumentException where it is not one to ten digits
     */
    public PhoneNumber withExtension(String inside) {
        return of(e164() + ";ext=" + inside);
    }

    /** The country code, such as 81; several countries may share one. */
    public int countryCode() {
        return Integer.parseInt(digits.substring(0, lengthOfCountryCode()));
    }

    /** Enough to recognise one's own number, too little to learn a stranger's: {@code +81 •• •••• 1234}. */
    public String masked() {
        String national = digits.substring(lengthOfCountryCode());
        int shown = national.length() < SHORT ? SHOWN / 2 : SHOWN;
        return "+" + countryCode() + " •• •••• " + national.substring(national.length() - shown)
                + extension.map(inside -> " #••").orElse("");
    }

    private int lengthOfCountryCode() {
        if (digits.startsWith("1") || digits.startsWith("7")) {
            return 1;
        }
        return TWO_DIGITS.matcher(digits.substring(0, 2)).matches() ? 2 : 3;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PhoneNumber number
                && number.digits.equals(digits)
                && number.extension.equals(extension);
    }

    @Override
    public int hashCode() {
        return Objects.hash(digits, extension);
    }

    @Override
    public String toString() {
        return masked();
    }
}
