package org.sekisho.security;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.sekisho.shared.Sha256;

/** Digests under which long random values are stored, so that a copy of the table is worth nothing. */
final class Digests {

    private Digests() {}

    static byte[] of(SessionKey session) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * Long.BYTES);
        bytes.putLong(session.value().getMostSignificantBits());
        bytes.putLong(session.value().getLeastSignificantBits());
        return Sha256.of(bytes.array());
    }

    static String ofBrowser(String cookie) {
        return Sha256.hex(cookie.getBytes(StandardCharsets.UTF_8));
    }
}
