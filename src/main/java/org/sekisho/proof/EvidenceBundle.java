package org.sekisho.proof;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sekisho.archive.ArchivedCase;
import org.sekisho.archive.CaseArchive;
import org.sekisho.archive.CaseBundles;
import org.sekisho.archive.CaseRecord;
import org.sekisho.archive.CaseRecord.ModelVersion;
import org.sekisho.audit.CanonicalForm;
import org.sekisho.process.CaseId;
import org.sekisho.seal.Hash;
import org.sekisho.seal.Proof;
import org.sekisho.seal.Proofs;
import org.sekisho.seal.SealKey;
import org.sekisho.seal.SignedHead;
import org.sekisho.shared.Language;
import org.springframework.stereotype.Component;

/**
 * One ZIP with all that is known about cases: the events with their proofs, the signed heads of their blocks, the records of the
 * cases with the models as deployed, a report to read, and a manifest that is signed. {@link BundleCheck} checks it without a
 * server.
 */
@Component
class EvidenceBundle implements CaseBundles {

    private static final Base64.Encoder BASE64 = Base64.getEncoder();

    private final CaseArchive archive;
    private final Proofs proofs;
    private final BundleReport report;
    private final Clock clock;

    EvidenceBundle(CaseArchive archive, Proofs proofs, BundleReport report, Clock clock) {
        this.archive = archive;
        this.proofs = proofs;
        this.report = report;
        this.clock = clock;
    }

    @Override
    public void write(Collection<ArchivedCase> cases, Language language, OutputStream out) throws IOException {
        Map<CaseId, byte[]> texts = new LinkedHashMap<>();
        cases.forEach(each -> archive.recordText(each).ifPresent(text -> texts.put(each.id(), text)));
        // what was done a moment ago is to be proved as well, and so are these records
        proofs.seal();
        BundleFiles files = new BundleFiles(out);
        SortedSet<Long> blocks = new TreeSet<>();
        Map<ModelVersion, String> models = new LinkedHashMap<>();
        files.add(BundleForm.EVENTS, events -> {
            SortedSet<Long> gone = new TreeSet<>();
            for (ArchivedCase each : cases) {
                List<Proof> there = proofs.ofCase(each.id().value());
                write(there, blocks, events);
                if (!texts.containsKey(each.id()) && there.stream().anyMatch(EvidenceBundle::tellsOfRecord)) {
                    // it was recorded meanwhile
                    archive.recordText(each).ifPresent(text -> texts.put(each.id(), text));
                }
                Optional<CaseRecord> record = archive.record(each);
                record.ifPresent(found -> found.models()
                        .forEach(model -> models.computeIfAbsent(
                                model, key -> archive.model(key).orElse(""))));
                gone.addAll(gone(record, there));
            }
            if (!gone.isEmpty()) {
                // it may have been let go meanwhile, and what says so is to be proved as well
                proofs.seal();
            }
            Proofs.LettingGo letting = proofs.lettingGo(gone);
            blocks.addAll(letting.from());
            write(letting.proofs(), blocks, events);
        });
        for (Map.Entry<CaseId, byte[]> text : texts.entrySet()) {
            files.add(BundleForm.RECORDS + text.getKey() + ".json", text.getValue());
        }
        for (Map.Entry<ModelVersion, String> model : models.entrySet()) {
            files.add(name(model.getKey()), model.getValue().getBytes(StandardCharsets.UTF_8));
        }
        files.add(BundleForm.BLOCKS, heads -> {
            for (SignedHead head : proofs.heads(blocks)) {
                heads.write(line(new BundleForm.Head(
                        head.number(), BASE64.encodeToString(head.header()), BASE64.encodeToString(head.signature()))));
            }
        });
        files.add(BundleForm.REPORT, html -> report.write(cases, models, language, html));
        finish(cases, files);
    }

    private static void write(List<Proof> proofs, Collection<Long> blocks, OutputStream events) throws IOException {
        for (Proof proof : proofs) {
            blocks.add(proof.block());
            events.write(line(event(proof)));
        }
    }

    private static boolean tellsOfRecord(Proof proof) {
        return Optional.ofNullable(told(proof.canonical()))
                .filter(event -> event.action().equals(BundleForm.RECORDED))
                .isPresent();
    }

    /** What a case had when it was recorded, and has no more. */
    private static Set<Long> gone(Optional<CaseRecord> record, List<Proof> there) {
        Set<Long> gone = record.flatMap(CaseRecord::events).stream()
                .flatMap(List::stream)
                .map(CaseRecord.Event::id)
                .collect(Collectors.toSet());
        there.forEach(proof -> gone.remove(proof.event()));
        return gone;
    }

    private void finish(Collection<ArchivedCase> cases, BundleFiles files) throws IOException {
        Proofs.Signed signed = proofs.sign(keys -> manifest(cases, files, keys(keys)));
        files.add(BundleForm.KEYS, keys(signed.keys()));
        files.addBeside(BundleForm.MANIFEST, signed.text());
        files.addBeside(BundleForm.SIGNATURE, signed.jws().getBytes(StandardCharsets.US_ASCII));
        files.finish();
    }

    private byte[] manifest(Collection<ArchivedCase> cases, BundleFiles files, byte[] keys) {
        return BundleForm.write(new BundleForm.Manifest(
                BundleForm.NAME,
                BundleForm.VERSION,
                clock.instant().toString(),
                cases.stream().map(each -> each.id().toString()).toList(),
                Stream.concat(files.written().stream(), Stream.of(BundleFiles.described(BundleForm.KEYS, keys)))
                        .toList()));
    }

    private static byte[] keys(List<SealKey> keys) {
        return BundleForm.write(keys.stream().map(EvidenceBundle::key).toList());
    }

    static String name(ModelVersion model) {
        return BundleForm.MODELS + model.name() + "-" + model.version() + "." + model.kind();
    }

    private static byte[] line(Object value) {
        byte[] json = BundleForm.write(value);
        byte[] line = Arrays.copyOf(json, json.length + 1);
        line[json.length] = '\n';
        return line;
    }

    private static BundleForm.Event event(Proof proof) {
        return new BundleForm.Event(
                proof.event(),
                proof.block(),
                proof.place(),
                proof.path().stream().map(Hash::toString).toList(),
                BASE64.encodeToString(proof.canonical()),
                told(proof.canonical()));
    }

    /** What was changed behind the product's back may be no event any more; the bundle shows that as well. */
    private static BundleForm.@Nullable Told told(byte[] canonical) {
        try {
            return BundleForm.Told.of(CanonicalForm.decode(canonical));
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }

    private static BundleForm.Key key(SealKey key) {
        return new BundleForm.Key(
                key.number(),
                key.createdAt().toString(),
                BASE64.encodeToString(key.encoded()),
                key.fingerprint().toString(),
                key.endorsement().map(BASE64::encodeToString).orElse(null));
    }
}
