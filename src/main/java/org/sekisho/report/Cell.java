package org.sekisho.report;

import java.time.Duration;
import java.time.LocalDate;
import org.sekisho.shared.Language;
import org.sekisho.shared.Phrase;
import org.sekisho.wording.Messages;

/** One value of a table. */
public sealed interface Cell {

    /** A phrase of the product; the plain word stands where there is none for it. */
    record Words(String key, String plain) implements Cell {}

    /** What a model calls one of its parts. */
    record Part(Phrase name) implements Cell {}

    /** What somebody or something is called. */
    record Name(String name) implements Cell {}

    /** A number of things. */
    record Amount(long number) implements Cell {}

    /** How long something took. */
    record Took(Duration time) implements Cell {}

    /** So many of so many. */
    record Share(long part, long whole) implements Cell {

        /** In hundredths; zero of nothing is zero. */
        public long percent() {
            return whole == 0 ? 0 : Math.round(100.0 * part / whole);
        }
    }

    /** A day. */
    record Day(LocalDate day) implements Cell {}

    /** The value as people read it. */
    default String text(Messages messages, Language language) {
        if (this instanceof Words words) {
            return messages.knows(words.key()) ? messages.text(language, words.key()) : words.plain();
        }
        if (this instanceof Part part) {
            return part.name().in(language);
        }
        if (this instanceof Name name) {
            return name.name();
        }
        if (this instanceof Amount amount) {
            return Long.toString(amount.number());
        }
        if (this instanceof Took took) {
            return Spoken.of(took.time(), messages, language);
        }
        if (this instanceof Share share) {
            return share.percent() + " %";
        }
        return ((Day) this).day().toString();
    }

    /** The value as a program reads it: times in seconds. */
    default String plain(Messages messages, Language language) {
        if (this instanceof Took took) {
            return Long.toString(took.time().toSeconds());
        }
        if (this instanceof Share share) {
            return Long.toString(share.percent());
        }
        return text(messages, language);
    }

    /** How long a bar for it is, beside bars of the same column. */
    default long size() {
        if (this instanceof Amount amount) {
            return amount.number();
        }
        if (this instanceof Took took) {
            return took.time().toSeconds();
        }
        return this instanceof Share share ? share.percent() : 0;
    }
}
