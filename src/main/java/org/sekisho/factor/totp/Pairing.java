package org.sekisho.factor.totp;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.sekisho.shared.Secret;

/**
 * What pairs an app with a key, in the three forms that apps take it.
 *
 * @param account the account name as it will appear in the app
 * @param issuer what the app shows with it
 * @param key the key in Base32, for typing
 * @param uri the pairing link, {@code otpauth://totp/…}; holds the key
 */
public record Pairing(String account, String issuer, Secret<String> key, Secret<String> uri) {

    private static final int GROUP = 4;

    static Pairing of(String issuer, String account, Secret<byte[]> key) {
        String text = Base32.encode(key.reveal());
        String uri = String.format(
                Locale.ROOT,
                "otpauth://totp/%s:%s?secret=%s&issuer=%s&algorithm=SHA1&digits=%d&period=%d",
                encoded(issuer),
                encoded(account),
                text,
                encoded(issuer),
                TotpFactor.DIGITS,
                TotpFactor.STEP.toSeconds());
        return new Pairing(account, issuer, Secret.of(text), Secret.of(uri));
    }

    /** The key in groups of four, as people type it. */
    public Secret<String> groupedKey() {
        return Secret.of(String.join(" ", key.reveal().split("(?<=\\G.{" + GROUP + "})")));
    }

    /** Percent-encoding as RFC 3986 has it: everything but unreserved characters, and a space is {@code %20}. */
    private static String encoded(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte next : text.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (next & 0xFF);
            if (character < 128 && (Character.isLetterOrDigit(character) || "-._~".indexOf(character) >= 0)) {
                encoded.append(character);
            } else {
                encoded.append(String.format(Locale.ROOT, "%%%02X", next & 0xFF));
            }
        }
        return encoded.toString();
    }
}
