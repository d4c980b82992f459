package org.sekisho.seal;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The head of the chain at a moment, as it is written down where whoever can change the database cannot: with it, all that came
 * before is fixed.
 *
 * @param block the number of the block
 * @param hash the hash of its header
 * @param sealedAt when it was sealed
 * @param key the fingerprint of the key that signed it
 */
public record Anchor(long block, Hash hash, Instant sealedAt, Hash key) {

    private static final Pattern LINE = Pattern.compile(
            "sekisho-anchor block=([0-9]{1,18}) hash=([0-9a-f]{64}) sealed=(\\S{10,40}) key=([0-9a-f]{64})");

    /** One line, as it stands in a file or a mail. */
    @Override
    public String toString() {
        return "sekisho-anchor block=" + block + " hash=" + hash + " sealed=" + sealedAt + " key=" + key;
    }

    /** All anchors in a text, whatever stands around them: lines of a file, or what was mailed. */
    public static Stream<Anchor> in(String text) {
        return LINE.matcher(text).results().flatMap(found -> read(found.group()).stream());
    }

    private static Optional<Anchor> read(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Anchor(
                    Long.parseLong(parts.group(1)),
                    Hash.parse(parts.group(2)),
                    Instant.parse(parts.group(3)),
                    Hash.parse(parts.group(4))));
        } catch (DateTimeException noMoment) {
            return Optional.empty();
        }
    }
}
