package org.sekisho.proof;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.sekisho.audit.AuditEvent;
import org.sekisho.audit.CanonicalForm;
import org.sekisho.seal.Hash;
import org.sekisho.seal.Proof;
import org.sekisho.seal.ProofCheck;
import org.sekisho.seal.SealKey;
import org.sekisho.seal.SignedHead;
import org.sekisho.shared.Sha256;

/** Checks a bundle by itself: no server, no database, no network. The file may be anything. */
public final class BundleCheck {

    private static final int LONGEST_PART = 64 << 20;
    private static final int LONGEST_LINE = 1 << 20;

    private final List<String> problems = new ArrayList<>();
    private final Map<String, String> recorded = new HashMap<>();
    private final Map<Long, String> proved = new HashMap<>();
    private final Set<String> told = new HashSet<>();
    private final Set<String> kept = new HashSet<>();
    private int events;
    private int letGo;
    private int records;

    private BundleCheck() {}

    /**
     * Checks a file.
     *
     * @throws IOException where it cannot be read
     */
    public static Result check(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return new BundleCheck().check(zip);
        } catch (ZipException noZip) {
            return new Result(
                    List.of("this is no bundle, or it is damaged"), "", List.of(), 0, 0, 0, 0, Optional.empty());
        }
    }

    private Result check(ZipFile zip) throws IOException {
        List<SealKey> keys = List.of();
        BundleForm.Manifest manifest =
                new BundleForm.Manifest(BundleForm.NAME, BundleForm.VERSION, "", List.of(), List.of());
        int blocks = 0;
        try {
            byte[] text = part(zip, BundleForm.MANIFEST);
            manifest = BundleForm.read(text, BundleForm.Manifest.class);
            checkFiles(zip, manifest);
            keys = keys(part(zip, BundleForm.KEYS));
            ProofCheck proofs = new ProofCheck(keys);
            Optional<byte[]> signed =
                    proofs.payload(new String(part(zip, BundleForm.SIGNATURE), StandardCharsets.US_ASCII));
            if (signed.filter(payload -> MessageDigest.isEqual(payload, text)).isEmpty()) {
                problems.add("the manifest is not signed by a key of the trail");
            }
            blocks = checkBlocks(zip, proofs);
            checkEvents(zip, proofs);
            problems.addAll(proofs.problems());
            checkRecords(zip, manifest, proofs);
            checkCases(manifest);
        } catch (RuntimeException malformed) {
            // a file that may be anything may fail in any way
            problems.add("the bundle is incomplete or malformed");
        }
        return new Result(
                problems,
                manifest.createdAt(),
                manifest.cases(),
                events,
                blocks,
                records,
                letGo,
                keys.stream().findFirst().map(SealKey::fingerprint));
    }

    private void checkFiles(ZipFile zip, BundleForm.Manifest manifest) throws IOException {
        if (!manifest.format().equals(BundleForm.NAME) || manifest.version() != BundleForm.VERSION) {
            problems.add("the bundle is of another form or version than this program knows");
        }
        Set<String> named = new HashSet<>(Set.of(BundleForm.MANIFEST, BundleForm.SIGNATURE));
        for (BundleForm.File file : manifest.files()) {
            named.add(file.name());
            ZipEntry entry = zip.getEntry(file.name());
            if (entry == null) {
                problems.add("the file " + file.name() + " is missing");
            } else if (!digest(zip, entry).equals(file.sha256())) {
                problems.add("the file " + file.name() + " was changed");
            }
        }
        Set<String> seen = new HashSet<>();
        zip.stream().map(ZipEntry::getName).forEach(name -> {
            if (!named.contains(name)) {
                problems.add("the file " + name + " was added");
            } else if (!seen.add(name)) {
                problems.add("the file " + name + " is there twice");
            }
        });
    }

    private int checkBlocks(ZipFile zip, ProofCheck proofs) throws IOException {
        int blocks = 0;
        try (InputStream lines = lines(zip, BundleForm.BLOCKS)) {
            for (Optional<byte[]> line = line(lines); line.isPresent(); line = line(lines)) {
                BundleForm.Head head = BundleForm.read(line.get(), BundleForm.Head.class);
                proofs.head(new SignedHead(head.number(), bytes(head.header()), bytes(head.signature())));
                blocks++;
            }
        }
        return blocks;
    }

    private void checkEvents(ZipFile zip, ProofCheck proofs) throws IOException {
        try (InputStream lines = lines(zip, BundleForm.EVENTS)) {
            for (Optional<byte[]> line = line(lines); line.isPresent(); line = line(lines)) {
                checkEvent(BundleForm.read(line.get(), BundleForm.Event.class), proofs);
                events++;
            }
        }
    }

    private void checkEvent(BundleForm.Event given, ProofCheck proofs) {
        byte[] canonical = bytes(given.canonical());
        Proof proof = new Proof(
                given.id(),
                canonical,
                given.block(),
                given.place(),
                given.path().stream().map(Hash::parse).toList());
        if (!proofs.holds(proof)) {
            problems.add("event " + given.id() + " was not sealed so");
            return;
        }
        proved.put(given.id(), ProofCheck.hash(proof).toString());
        AuditEvent event = CanonicalForm.decode(canonical);
        proofs.letGo(event);
        if (!BundleForm.Told.of(event).equals(given.event())) {
            problems.add("event " + given.id() + " is told in other words than were sealed");
        }
        event.caseId().map(UUID::toString).ifPresent(id -> {
            told.add(id);
            if (event.action().equals(BundleForm.RECORDED)) {
                recorded.put(id, event.details().getOrDefault(BundleForm.DIGEST, ""));
            }
        });
    }

    /** The record of a case is proved by an event, the models by the record. */
    private void checkRecords(ZipFile zip, BundleForm.Manifest manifest, ProofCheck proofs) throws IOException {
        for (BundleForm.File file : manifest.files()) {
            if (file.name().startsWith(BundleForm.RECORDS)) {
                String caseId = file.name()
                        .substring(BundleForm.RECORDS.length(), file.name().length() - ".json".length());
                byte[] text = part(zip, file.name());
                kept.add(caseId);
                if (!file.sha256().equals(recorded.get(caseId))) {
                    problems.add("the record of case " + caseId + " is not the one that was sealed");
                }
                Record record = BundleForm.read(text, Record.class);
                checkModels(zip, record);
                checkWhole(caseId, record, proofs);
            }
        }
    }

    /** What was recorded is there, and of each case something is. */
    private void checkCases(BundleForm.Manifest manifest) {
        recorded.keySet().stream()
                .filter(id -> !kept.contains(id))
                .forEach(id -> problems.add("the record of case " + id + " was left out"));
        manifest.cases().stream()
                .filter(id -> !told.contains(id) && !kept.contains(id))
                .forEach(id -> problems.add("nothing of case " + id + " is there"));
    }

    /** No event is left out that the case had when it was recorded, unless a rule of retention has let it go. */
    private void checkWhole(String caseId, Record record, ProofCheck proofs) {
        if (record.events() == null) {
            return;
        }
        records++;
        for (Event event : record.events()) {
            String hash = proved.get(event.id());
            if (hash == null && proofs.isLetGo(event.id())) {
                letGo++;
            } else if (!event.sha256().equals(hash)) {
                problems.add("event " + event.id() + " of case " + caseId + " was left out");
            }
        }
    }

    private void checkModels(ZipFile zip, Record record) throws IOException {
        for (Model model : record.models()) {
            String name = BundleForm.MODELS + model.name() + "-" + model.version() + "." + model.kind();
            ZipEntry entry = zip.getEntry(name);
            if (entry == null || !digest(zip, entry).equals(model.sha256())) {
                problems.add("the model " + name + " is not the one that was in force");
            }
        }
    }

    private static List<SealKey> keys(byte[] text) {
        return BundleForm.read(text, new TypeReference<List<BundleForm.Key>>() {}).stream()
                .map(key -> new SealKey(
                        key.number(),
                        bytes(key.publicKey()),
                        Optional.ofNullable(key.endorsement()).map(BundleCheck::bytes),
                        moment(key.createdAt())))
                .toList();
    }

    private static Instant moment(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException noMoment) {
            throw new IllegalArgumentException(noMoment);
        }
    }

    private static byte[] part(ZipFile zip, String name) throws IOException {
        try (InputStream content = content(zip, name)) {
            byte[] bytes = content.readNBytes(LONGEST_PART + 1);
            if (bytes.length > LONGEST_PART) {
                throw new IllegalArgumentException("too long");
            }
            return bytes;
        }
    }

    private static InputStream lines(ZipFile zip, String name) throws IOException {
        return new BufferedInputStream(content(zip, name));
    }

    /** The next line without its end; empty after the last one. */
    private static Optional<byte[]> line(InputStream lines) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = lines.read();
        if (next < 0) {
            return Optional.empty();
        }
        while (next >= 0 && next != '\n') {
            line.write(next);
            if (line.size() > LONGEST_LINE) {
                throw new IllegalArgumentException("too long");
            }
            next = lines.read();
        }
        return Optional.of(line.toByteArray());
    }

    private static InputStream content(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new IllegalArgumentException("missing");
        }
        return zip.getInputStream(entry);
    }

    private static String digest(ZipFile zip, ZipEntry entry) throws IOException {
        MessageDigest digest = Sha256.begun();
        try (InputStream content = zip.getInputStream(entry)) {
            byte[] piece = new byte[1 << 16];
            for (int length = content.read(piece); length >= 0; length = content.read(piece)) {
                digest.update(piece, 0, length);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static byte[] bytes(String base64) {
        return Base64.getDecoder().decode(base64);
    }

    /**
     * What was found.
     *
     * @param problems what is not as it was made; empty where all is well
     * @param createdAt when the bundle was made, as it says itself
     * @param cases which it is about
     * @param records how many cases have a record that lists their events, so that none of those can be left out
     * @param letGo how many of those events a rule of retention had let go before the bundle was made
     * @param fingerprint of the first key: whether it is the installation's is for whoever checks to compare
     */
    public record Result(
            List<String> problems,
            String createdAt,
            List<String> cases,
            int events,
            int blocks,
            int records,
            int letGo,
            Optional<Hash> fingerprint) {

        public Result {
            problems = List.copyOf(problems);
            cases = List.copyOf(cases);
        }

        /** Whether all is as it was made. */
        public boolean valid() {
            return problems.isEmpty();
        }
    }

    /** Of the record of a case, what this check needs. */
    private record Record(List<Model> models, @Nullable List<Event> events) {}

    private record Event(long id, String sha256) {}

    private record Model(String kind, String name, int version, String sha256) {}
}
