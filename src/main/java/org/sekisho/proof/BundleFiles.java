package org.sekisho.proof;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.sekisho.shared.Sha256;

/** Writes the files of a bundle one after another, and remembers what the manifest says of each. */
final class BundleFiles {

    private final ZipOutputStream zip;
    private final List<BundleForm.File> written = new ArrayList<>();

    BundleFiles(OutputStream out) {
        zip = new ZipOutputStream(out);
    }

    /** Writes a file piece by piece. */
    void add(String name, Content content) throws IOException {
        MessageDigest digest = Sha256.begun();
        Counting counting = new Counting(new DigestOutputStream(zip, digest));
        zip.putNextEntry(new ZipEntry(name));
        content.writeTo(counting);
        zip.closeEntry();
        written.add(new BundleForm.File(name, counting.bytes, HexFormat.of().formatHex(digest.digest())));
    }

    void add(String name, byte[] content) throws IOException {
        add(name, out -> out.write(content));
    }

    /** Writes what the manifest does not speak of: itself, and its signature. */
    void addBeside(String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    /** What the manifest says of a file. */
    static BundleForm.File described(String name, byte[] content) {
        return new BundleForm.File(name, content.length, Sha256.hex(content));
    }

    List<BundleForm.File> written() {
        return List.copyOf(written);
    }

    void finish() throws IOException {
        zip.finish();
    }

    /** What a file holds. */
    @FunctionalInterface
    interface Content {

        /** @throws UncheckedIOException or IOException where it cannot be written */
        void writeTo(OutputStream out) throws IOException;
    }

    private static final class Counting extends FilterOutputStream {

        private long bytes;

        private Counting(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int one) throws IOException {
            out.write(one);
            bytes++;
        }

        @Override
        public void write(byte[] many, int from, int length) throws IOException {
            out.write(many, from, length);
            bytes += length;
        }
    }
}
