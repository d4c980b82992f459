package org.sekisho.demo;

import java.util.Arrays;
import java.util.List;

/** What goes wrong with a number of the demo world, on command: by its last four digits. */
public enum Misfortune {
    /** Nothing: with any other ending. */
    NONE(""),
    /** The company asks for patience (429). */
    THROTTLED("0429"),
    /** The company will not send to such a number (400). */
    INVALID("0400"),
    /** The company fails, and has not taken it (500). */
    BROKEN("0500"),
    /** The company takes it and answers nonsense. */
    GARBLED("0501"),
    /** The company takes it and does not answer. */
    SILENT("0504"),
    /** The company takes it, and the network refuses it. */
    UNDELIVERED("0601"),
    /** The company takes it, and that is the last one hears of it. */
    LOST("0602"),
    /** The line is busy. */
    BUSY("0603"),
    /** Nobody answers the call. */
    UNANSWERED("0604"),
    /** The number has lately moved to another SIM; everything else works. */
    SIM_CHANGED("0700");

    private final String ending;

    Misfortune(String ending) {
        this.ending = ending;
    }

    /** The digits that bring it about. */
    public String ending() {
        return ending;
    }

    /** Everything that can go wrong. */
    public static List<Misfortune> all() {
        return Arrays.stream(values()).filter(each -> each != NONE).toList();
    }

    static Misfortune of(String number) {
        return all().stream()
                .filter(each -> number.endsWith(each.ending))
                .findFirst()
                .orElse(NONE);
    }
}
