package org.sekisho.shared;

/** The same said in both languages. */
public record Phrase(String english, String japanese) {

    /** What is called the same in both. */
    public static Phrase same(String name) {
        return new Phrase(name, name);
    }

    public String in(Language language) {
        return language == Language.JA ? japanese : english;
    }
}
