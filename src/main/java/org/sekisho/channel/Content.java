package org.sekisho.channel;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.sekisho.shared.Secret;

/** What the outbox keeps sealed: where a message goes and what it says. The language and the reply asked for are no secret. */
record Content(String address, Text text) {

    Secret<byte[]> toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            write(out, address);
            write(out, text.subject());
            write(out, text.body());
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return Secret.of(bytes.toByteArray());
    }

    static Content ofBytes(Secret<byte[]> bytes, Asked asked) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.reveal()))) {
            return new Content(read(in), new Text(asked.language(), read(in), read(in), asked.reply()));
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }

    private static String read(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "***";
    }
}
