package org.sekisho.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.archive.ArchivedCase;
import org.sekisho.archive.CaseArchive;
import org.sekisho.archive.RecordedNow;
import org.sekisho.audit.AuditTrail;
import org.sekisho.directory.Account;
import org.sekisho.directory.Role;
import org.sekisho.process.CaseId;
import org.sekisho.seal.Seals;
import org.sekisho.security.SignedInAs;
import org.sekisho.shared.Language;
import org.sekisho.testing.SekishoTest;
import org.sekisho.testing.TestAccounts;
import org.sekisho.testing.Traveller;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** A bundle proves what it says to whoever has nothing but the bundle, and one that was touched does not. */
@SekishoTest
class EvidenceBundleTest {

    @TempDir
    private Path directory;

    @Autowired
    private BeanFactory product;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private AuditTrail trail;

    private Path bundle;
    private CaseId caseId;

    @BeforeEach
    void a_bundle_of_an_enrolment_is_made() throws IOException {
        Account student = accounts.student();
        Traveller traveller = Traveller.of(product, student.id());
        caseId = traveller.applies();
        traveller.goesOnToTheEnd();
        bundle = TakenBundle.of(product, RecordedNow.found(product, caseId), Language.EN, directory);
    }

    @Test
    void it_is_valid_and_tells_what_it_is_about() throws IOException {
        BundleCheck.Result result = BundleCheck.check(bundle);

        assertThat(result.problems()).isEmpty();
        assertThat(result.cases()).containsExactly(caseId.toString());
        assertThat(result.events()).isGreaterThan(5);
        assertThat(result.blocks()).isPositive();
        assertThat(entries().keySet())
                .contains("records/" + caseId + ".json", "report.html", "manifest.jws")
                .anyMatch(name -> name.matches("models/enrollment-[0-9]+\\.bpmn"));
    }

    @Test
    void its_report_draws_the_way_and_tells_the_events_in_both_languages() throws IOException {
        String english = new String(entries().get("report.html"), StandardCharsets.UTF_8);
        assertThat(english)
                .contains(
                        "<svg",
                        "class=\"number\"",
                        "Application",
                        caseId.toString().substring(0, 8))
                .doesNotContain("<script", "helpdesk.event.", "proof.report.");

        bundle = TakenBundle.of(product, RecordedNow.found(product, caseId), Language.JA, directory);
        assertThat(new String(entries().get("report.html"), StandardCharsets.UTF_8))
                .contains("lang=\"ja\"", "証跡ファイル", "判定");
        Files.createDirectories(Path.of("target/bundle"));
        Files.write(Path.of("target/bundle/report-ja.html"), entries().get("report.html"));
        Files.writeString(Path.of("target/bundle/report-en.html"), english);
    }

    @Test
    void each_file_that_is_changed_left_out_or_added_is_named() throws IOException {
        for (String name : entries().keySet()) {
            if (!name.startsWith("manifest")) {
                assertThat(problemsAfter(files -> changed(files, name, content -> withOneByteMore(content))))
                        .as(name)
                        .contains("the file " + name + " was changed");
                assertThat(problemsAfter(files -> without(files, name)))
                        .as(name)
                        .contains("the file " + name + " is missing");
            }
        }
        assertThat(problemsAfter(files -> changed(files, "extra.txt", content -> new byte[] {1})))
                .containsExactly("the file extra.txt was added");
    }

    @Test
    void an_event_that_tells_something_else_is_found_even_where_the_manifest_was_made_anew() throws IOException {
        List<String> problems = problemsAfter(files -> {
            Map<String, byte[]> forged =
                    changed(files, "events.ndjson", content -> new String(content, StandardCharsets.UTF_8)
                            .replaceFirst("\"result\":\"[a-z]+\"", "\"result\":\"other\"")
                            .getBytes(StandardCharsets.UTF_8));
            return remade(forged);
        });

        assertThat(problems)
                .contains("the manifest is not signed by a key of the trail")
                .anyMatch(problem -> problem.endsWith("is told in other words than were sealed"));
    }

    @Test
    void an_event_a_head_and_a_record_that_were_forged_are_each_named() throws IOException {
        assertThat(problemsAfter(files ->
                        remade(changed(files, "events.ndjson", content -> new String(content, StandardCharsets.UTF_8)
                                .replaceFirst("\"place\":([0-9]+)", "\"place\":1$1")
                                .getBytes(StandardCharsets.UTF_8)))))
                .anyMatch(problem -> problem.endsWith("was not sealed so"));
        assertThat(problemsAfter(files ->
                        remade(changed(files, "blocks.ndjson", content -> new String(content, StandardCharsets.UTF_8)
                                .replaceFirst("\"signature\":\"..", "\"signature\":\"AA")
                                .getBytes(StandardCharsets.UTF_8)))))
                .anyMatch(problem -> problem.endsWith("is not signed by the key that it names"));
        String record = "records/" + caseId + ".json";
        assertThat(problemsAfter(
                        files -> remade(changed(files, record, content -> new String(content, StandardCharsets.UTF_8)
                                .replace("event_enrolled", "event_refused")
                                .getBytes(StandardCharsets.UTF_8)))))
                .contains("the record of case " + caseId + " is not the one that was sealed");
    }

    @Test
    void an_event_that_was_left_out_is_named_even_where_the_manifest_was_made_anew() throws Exception {
        Map<String, byte[]> forged =
                remade(changed(entries(), "events.ndjson", content -> without("enrollment.", content)));
        assertThat(problemsAfter(files -> forged)).anyMatch(problem -> problem.endsWith("was left out"));
        assertThat(Stranger.checks(unpack("left-out", forged)).said()).contains("was left out");
    }

    @Test
    void an_event_that_a_rule_of_retention_has_let_go_is_counted_and_not_missed() throws Exception {
        Traveller traveller = Traveller.of(product, accounts.student().id());
        caseId = traveller.applies();
        trail.record("short.happened", Optional.empty(), Optional.of(caseId.value()), "done", Map.of());
        traveller.goesOnToTheEnd();
        ArchivedCase recorded = RecordedNow.found(product, caseId);
        Seals.all(product);
        assertThat(Seals.letGo(product, "short")).isEqualTo(1);

        bundle = TakenBundle.of(product, recorded, Language.EN, directory);

        BundleCheck.Result result = BundleCheck.check(bundle);
        assertThat(result.problems()).isEmpty();
        assertThat(result.letGo()).isEqualTo(1);
        assertThat(result.records()).isEqualTo(1);
        assertThat(Stranger.checks(unpack("let-go", entries())).status()).isZero();
        Map<String, byte[]> forged =
                remade(changed(entries(), "events.ndjson", content -> without("audit.events-retired", content)));
        assertThat(problemsAfter(files -> forged)).anyMatch(problem -> problem.endsWith("was left out"));
        assertThat(Stranger.checks(unpack("stolen", forged)).said()).contains("was left out");
    }

    @Test
    void a_record_that_was_left_out_is_named_even_where_the_manifest_was_made_anew() throws Exception {
        Map<String, byte[]> forged = remade(without(entries(), "records/" + caseId + ".json"));

        assertThat(problemsAfter(files -> forged)).contains("the record of case " + caseId + " was left out");
        assertThat(Stranger.checks(unpack("no-record", forged)).said()).contains("was left out");
    }

    @Test
    void a_case_of_which_nothing_is_there_is_named() throws Exception {
        Map<String, byte[]> forged = remade(
                changed(without(entries(), "records/" + caseId + ".json"), "events.ndjson", content -> new byte[0]));

        assertThat(problemsAfter(files -> forged)).contains("nothing of case " + caseId + " is there");
        assertThat(Stranger.checks(unpack("nothing", forged)).said()).contains("nothing of case " + caseId);
    }

    @Test
    void blocks_in_another_order_are_named() throws Exception {
        Traveller traveller = Traveller.of(product, accounts.student().id());
        caseId = traveller.applies();
        Seals.all(product);
        traveller.goesOnToTheEnd();
        bundle = TakenBundle.of(product, RecordedNow.found(product, caseId), Language.EN, directory);
        Map<String, byte[]> forged = remade(changed(entries(), "blocks.ndjson", EvidenceBundleTest::reversed));

        assertThat(problemsAfter(files -> forged))
                .anyMatch(problem -> problem.endsWith("does not follow the one before it"));
        assertThat(Stranger.checks(unpack("reversed", forged)).said()).contains("does not follow");
    }

    @Test
    void a_file_that_is_there_twice_is_named() throws IOException {
        Path file = directory.resolve("twice.zip");
        write(file, changed(entries(), "report.htmm", content -> "forged".getBytes(StandardCharsets.UTF_8)));
        byte[] zip = Files.readAllBytes(file);
        byte[] name = "report.htmm".getBytes(StandardCharsets.US_ASCII);
        for (int place = 0; place + name.length < zip.length; place++) {
            if (Arrays.equals(zip, place, place + name.length, name, 0, name.length)) {
                zip[place + name.length - 1] = 'l';
            }
        }
        Files.write(file, zip);

        assertThat(BundleCheck.check(file).problems()).contains("the file report.html is there twice");
    }

    @Test
    void a_case_that_is_recorded_while_the_bundle_is_made_does_not_spoil_it() throws IOException {
        Traveller traveller = Traveller.of(product, accounts.student().id());
        caseId = traveller.applies();
        traveller.goesOnToTheEnd();
        ArchivedCase unrecorded = RecordedNow.unrecorded(product, caseId);
        Path file = directory.resolve("meanwhile.zip");
        Account auditor = accounts.create(account -> account.roles(Role.AUDITOR));
        try (SignedInAs ignored = SignedInAs.withRoles(auditor.id(), Role.AUDITOR);
                OutputStream out = new Meanwhile(Files.newOutputStream(file), () -> {
                    RecordedNow.found(product, caseId);
                    Seals.all(product);
                })) {
            product.getBean(CaseArchive.class).bundle(unrecorded, Language.EN, out);
        }

        BundleCheck.Result result = BundleCheck.check(file);
        assertThat(result.problems()).isEmpty();
        assertThat(result.records()).isEqualTo(1);
    }

    @Test
    void a_second_first_key_beside_the_true_one_is_found() throws Exception {
        Map<String, byte[]> forged =
                remade(changed(entries(), "keys.json", content -> new String(content, StandardCharsets.UTF_8)
                        .replaceFirst("^\\[(.*)]$", "[$1,$1]")
                        .getBytes(StandardCharsets.UTF_8)));

        assertThat(problemsAfter(files -> forged)).contains("key 1 is not vouched for by the key before it");
        assertThat(Stranger.checks(unpack("second-key", forged)).said()).contains("key 1 is not vouched for");
    }

    @Test
    void what_is_no_bundle_is_told_so(@TempDir Path other) throws IOException {
        Path text = Files.writeString(other.resolve("text"), "not a bundle");
        assertThat(BundleCheck.check(text).problems()).containsExactly("this is no bundle, or it is damaged");

        Path empty = other.resolve("empty.zip");
        write(empty, Map.of("a", new byte[0]));
        assertThat(BundleCheck.check(empty).problems()).containsExactly("the bundle is incomplete or malformed");
    }

    @Test
    void a_stranger_who_knows_only_its_description_checks_it_with_another_program() throws Exception {
        Path unpacked = unpack("valid", entries());
        Stranger valid = Stranger.checks(unpacked);
        assertThat(valid.said()).contains("valid").doesNotContain("NOT");
        assertThat(valid.status()).isZero();

        Stranger forged =
                Stranger.checks(unpack("forged", remade(changed(entries(), "events.ndjson", content -> new String(
                                content, StandardCharsets.UTF_8)
                        .replaceFirst("\"result\":\"[a-z]+\"", "\"result\":\"other\"")
                        .getBytes(StandardCharsets.UTF_8)))));
        assertThat(forged.said()).contains("is told in other words", "the manifest is not signed");
        assertThat(forged.status()).isEqualTo(1);
    }

    private List<String> problemsAfter(UnaryOperator<Map<String, byte[]>> touched) throws IOException {
        Path file = directory.resolve("touched.zip");
        write(file, touched.apply(entries()));
        return BundleCheck.check(file).problems();
    }

    private Map<String, byte[]> entries() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(bundle.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                try (InputStream content = zip.getInputStream(entry)) {
                    files.put(entry.getName(), content.readAllBytes());
                }
            }
        }
        return files;
    }

    private static void write(Path file, Map<String, byte[]> files) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> entry : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
    }

    private Path unpack(String name, Map<String, byte[]> files) throws IOException {
        Path root = directory.resolve(name);
        for (Map.Entry<String, byte[]> entry : files.entrySet()) {
            Path file = root.resolve(entry.getKey());
            Files.createDirectories(file.getParent());
            Files.write(file, entry.getValue());
        }
        return root;
    }

    private static Map<String, byte[]> changed(Map<String, byte[]> files, String name, UnaryOperator<byte[]> change) {
        Map<String, byte[]> all = new LinkedHashMap<>(files);
        all.put(name, change.apply(files.getOrDefault(name, new byte[0])));
        return all;
    }

    private static Map<String, byte[]> without(Map<String, byte[]> files, String name) {
        Map<String, byte[]> all = new LinkedHashMap<>(files);
        all.remove(name);
        return all;
    }

    /** As a forger would: with a manifest that fits, under the signature of the old one. */
    private static Map<String, byte[]> remade(Map<String, byte[]> files) {
        BundleForm.Manifest old =
                BundleForm.read(files.getOrDefault("manifest.json", new byte[0]), BundleForm.Manifest.class);
        List<BundleForm.File> now = new ArrayList<>();
        old.files().stream()
                .filter(file -> files.containsKey(file.name()))
                .forEach(file ->
                        now.add(BundleFiles.described(file.name(), files.getOrDefault(file.name(), new byte[0]))));
        return changed(
                files,
                "manifest.json",
                content -> BundleForm.write(
                        new BundleForm.Manifest(old.format(), old.version(), old.createdAt(), old.cases(), now)));
    }

    private static byte[] reversed(byte[] content) {
        List<String> lines = new ArrayList<>(
                new String(content, StandardCharsets.UTF_8).lines().toList());
        Collections.reverse(lines);
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Without the first of the lines in which something stands. */
    private static byte[] without(String words, byte[] content) {
        List<String> lines = new ArrayList<>(
                new String(content, StandardCharsets.UTF_8).lines().toList());
        lines.remove(
                lines.stream().filter(line -> line.contains(words)).findFirst().orElseThrow());
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] withOneByteMore(byte[] content) {
        return Arrays.copyOf(content, content.length + 1);
    }

    /** Something happens once the first byte is written. */
    private static final class Meanwhile extends FilterOutputStream {

        private final Runnable happening;
        private boolean happened;

        private Meanwhile(OutputStream out, Runnable happening) {
            super(out);
            this.happening = happening;
        }

        @Override
        public void write(int one) throws IOException {
            if (!happened) {
                happened = true;
                happening.run();
            }
            super.write(one);
        }
    }
}
