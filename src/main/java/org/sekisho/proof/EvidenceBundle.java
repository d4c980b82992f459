package org.sekisho.proof;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
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
        // what was done a moment ago is to be proved as well
        proofs.seal();
        BundleFiles files = new BundleFiles(out);
        SortedSet<Long> blocks = new TreeSet<>();
        Map<CaseId, CaseRecord> records = new HashMap<>();
        cases.forEach(each -> archive.record(each).ifPresent(record -> records.put(each.id(), record)));
        Map<ModelVersion, String> models = new LinkedHashMap<>();
        files.add(BundleForm.EVENTS, events -> {
            for (ArchivedCase each : cases) {
                for (Proof proof : proofsOf(each.id(), Optional.ofNullable(records.get(each.id())), blocks)) {
                    blocks.add(proof.block());
                    events.write(line(event(proof)));
                }
            }
        });
        for (ArchivedCase each : cases) {
            Optional<byte[]> text = archive.recordText(each);
            if (text.isPresent()) {
                files.add(BundleForm.RECORDS + each.id() + ".json", text.get());
            }
            for (ModelVersion model : Optional.ofNullable(records.get(each.id()))
                    .map(CaseRecord::models)
                    .orElse(List.of())) {
                if (!models.containsKey(model)) {
                    models.put(model, archive.model(model).orElse(""));
                }
            }
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

    /** Of the case, and of what says why some of it is not there any more. */
    private List<Proof> proofsOf(CaseId caseId, Optional<CaseRecord> record, Collection<Long> blocks) {
        List<Proof> there = proofs.ofCase(caseId.value());
        Set<Long> gone = record.flatMap(CaseRecord::events).stream()
                .flatMap(List::stream)
                .map(CaseRecord.Event::id)
                .collect(Collectors.toSet());
        there.forEach(proof -> gone.remove(proof.event()));
        if (gone.isEmpty()) {
            return there;
        }
        Proofs.LettingGo letting = proofs.lettingGo(gone);
        blocks.addAll(letting.from());
        return Stream.concat(there.stream(), letting.proofs().stream()).toList();
    }

    private void finish(Collection<ArchivedCase> cases, BundleFiles files) throws IOException {
        byte[] keys =
                BundleForm.write(proofs.keys().stream().map(EvidenceBundle::key).toList());
        files.add(BundleForm.KEYS, keys);
        byte[] manifest = BundleForm.write(new BundleForm.Manifest(
                BundleForm.NAME,
                BundleForm.VERSION,
                clock.instant().toString(),
                cases.stream().map(each -> each.id().toString()).toList(),
                files.written()));
        files.addBeside(BundleForm.MANIFEST, manifest);
        files.addBeside(BundleForm.SIGNATURE, proofs.sign(manifest).getBytes(StandardCharsets.US_ASCII));
        files.finish();
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
