package org.sekisho.channel;

/**
 * What a person is asked to do during a call.
 *
 * @param kind what they key
 * @param digits how many digits; zero where they key none
 */
public record Reply(Kind kind, int digits) {

    /** Nothing: they listen. */
    public static final Reply NOTHING = new Reply(Kind.NOTHING, 0);

    /**
     * The # key alone. Passes no secret between the two channels, so it is no out-of-band authentication (NIST SP 800-63B-4
     * §3.1.3): legacy, for a policy that says so.
     */
    public static final Reply POUND = new Reply(Kind.POUND, 0);

    /** What can be asked for. */
    public enum Kind {
        NOTHING,
        DIGITS,
        POUND
    }

    public Reply {
        if (kind == Kind.DIGITS ? digits < 1 || digits > 10 : digits != 0) {
            throw new IllegalArgumentException("one to ten digits, or no digits at all");
        }
    }

    /** The digits that the person sees on their screen. */
    public static Reply digits(int count) {
        return new Reply(Kind.DIGITS, count);
    }
}
