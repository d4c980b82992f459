package org.sekisho.channel;

import org.sekisho.shared.Language;

/**
 * What a message says, in the person's language.
 *
 * @param subject for channels that show one; empty for the others
 * @param body what is read, or spoken; a voice reads a run of digits one by one
 * @param reply what the person keys, where the channel is a call
 */
public record Text(Language language, String subject, String body, Reply reply) {

    /** A letter. */
    public static Text of(Language language, String subject, String body) {
        return new Text(language, subject, body, Reply.NOTHING);
    }

    /** A text message. */
    public static Text brief(Language language, String body) {
        return of(language, "", body);
    }

    /** A call. */
    public static Text spoken(Language language, String body, Reply reply) {
        return new Text(language, "", body, reply);
    }

    @Override
    public String toString() {
        return "***";
    }
}
