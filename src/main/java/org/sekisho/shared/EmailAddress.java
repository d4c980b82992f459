package org.sekisho.shared;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One address of one mailbox. The form is the practical subset of RFC 5321 that HTML's {@code type=email} accepts, with a
 * dot in the domain and at most 254 characters (RFC 5321 §4.5.3.1.3 less the brackets). Prints masked, so that it cannot
 * slip into a log; {@link #value()} gives the address itself.
 */
public final class EmailAddress {

    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL_PART = 64;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+"
            + "@[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
            + "(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)+");

    private final String value;

    private EmailAddress(String value) {
        this.value = value;
    }

    /** Reads an address as typed; empty where it is not exactly one well-formed address. */
    public static Optional<EmailAddress> parse(String typed) {
        String trimmed = typed.strip();
        if (trimmed.length() > LONGEST
                || trimmed.indexOf('@') > LONGEST_LOCAL_PART
                || !FORM.matcher(trimmed).matches()
                || trimmed.startsWith(".")
                || trimmed.contains("..")
                || trimmed.contains(".@")) {
            return Optional.empty();
        }
        int at = trimmed.lastIndexOf('@');
        String domain = trimmed.substring(at + 1).toLowerCase(Locale.ROOT);
        return Optional.of(new EmailAddress(trimmed.substring(0, at + 1) + domain));
    }

    /** An address known to be well-formed.
     *
     * @throws IllegalArgumentException where it is not
     */
    public static EmailAddress of(String value) {
        return parse(value).orElseThrow(() -> new IllegalArgumentException("not one e-mail address"));
    }

    public String value() {
        return value;
    }

    /** The part behind the at sign, in lower case. */
    public String domain() {
        return value.substring(value.lastIndexOf('@') + 1);
    }

    /** Enough to recognise one's own address, too little to learn a stranger's: {@code t•••@example.org}. */
    public String masked() {
        return value.charAt(0) + "•••@" + domain();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EmailAddress address && address.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return masked();
    }
}
