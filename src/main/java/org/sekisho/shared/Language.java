package org.sekisho.shared;

import java.util.Locale;

/** The languages a person may choose; every text exists in each. */
public enum Language {
    EN(Locale.ENGLISH),
    JA(Locale.JAPANESE);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    public Locale locale() {
        return locale;
    }

    /** The IETF language tag: {@code en} or {@code ja}. */
    public String tag() {
        return locale.getLanguage();
    }

    /** The language that fits the locale best: Japanese for Japanese, English for everything else. */
    public static Language of(Locale locale) {
        return locale.getLanguage().equals(JA.tag()) ? JA : EN;
    }
}
