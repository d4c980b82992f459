package org.sekisho.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.archive.RecordedNow;
import org.sekisho.audit.AuditTrail;
import org.sekisho.process.CaseId;
import org.sekisho.proof.TakenBundle;
import org.sekisho.seal.JdbcTampering;
import org.sekisho.seal.Proofs;
import org.sekisho.shared.Language;
import org.sekisho.testing.SekishoTest;
import org.sekisho.testing.TestAccounts;
import org.sekisho.testing.Traveller;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@SekishoTest
class AuditCommandsTest {

    @TempDir
    private Path directory;

    @Autowired
    private BeanFactory beans;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private Proofs proofs;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private JdbcClient jdbc;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void three_events_are_sealed() {
        new JdbcTampering(jdbc).beginAnew();
        for (int number = 0; number < 3; number++) {
            trail.record("test.happened", Optional.empty(), Optional.empty(), "done", Map.of());
        }
        proofs.seal();
    }

    @Test
    void an_intact_trail_is_told_with_how_far_it_is_anchored() {
        assertThat(run("audit", "verify")).isZero();

        assertThat(out.toString()).contains("The trail is intact.", "Unanchored since ", "0 not sealed yet");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void what_was_done_to_the_trail_is_named_and_the_exit_status_says_so() {
        JdbcTampering tampering = new JdbcTampering(jdbc);
        long stolen = tampering.sealed().get(1);
        tampering.remove(stolen);

        assertThat(run("audit", "verify")).isEqualTo(1);

        assertThat(err.toString()).contains("event " + stolen + " of block 1 was removed");
        assertThat(out.toString()).contains("The trail is NOT intact.");
    }

    @Test
    void an_anchor_kept_elsewhere_is_compared_with_the_trail() throws Exception {
        assertThat(run("audit", "anchor")).isZero();
        String anchor = out.toString().strip();
        Path kept = Files.writeString(directory.resolve("kept"), anchor);
        assertThat(run("audit", "verify", "--anchors", kept.toString())).isZero();
        assertThat(out.toString()).contains("The trail is intact.");

        Path other = Files.writeString(directory.resolve("other"), anchor.replaceFirst("block=[0-9]+", "block=9"));
        assertThat(run("audit", "verify", "--anchors", other.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("the trail was cut off before block 9, which was there once");

        Path empty = Files.writeString(directory.resolve("empty"), "nothing of the kind");
        assertThat(run("audit", "verify", "--anchors", empty.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("There is no anchor in " + empty);
    }

    @Test
    void a_fresh_key_signs_after_a_rotation_and_the_trail_stays_intact() {
        assertThat(run("audit", "rotate-key")).isZero();
        assertThat(out.toString()).matches("(?s)The fingerprint of the new key: [0-9a-f]{64}\\s+");
        proofs.seal();
        assertThat(run("audit", "verify")).isZero();
    }

    @Test
    void a_file_that_is_no_bundle_is_refused() throws Exception {
        Path file = Files.writeString(directory.resolve("bundle.zip"), "no bundle");

        assertThat(run("audit", "check", file.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("this is no bundle, or it is damaged");
        assertThat(run("audit", "check", directory.resolve("none.zip").toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("cannot be read");
    }

    @Test
    void the_keys_are_told_the_first_one_first() {
        run("audit", "rotate-key");
        out.getBuffer().setLength(0);

        assertThat(run("audit", "keys")).isZero();

        assertThat(out.toString().lines())
                .hasSizeGreaterThan(1)
                .allMatch(line -> line.matches("[0-9]+ [0-9a-f]{64} since .*Z"));
        assertThat(out.toString()).startsWith("1 ");
    }

    @Test
    void a_bundle_of_another_installation_is_refused_where_the_key_is_given() throws Exception {
        Traveller traveller = Traveller.of(beans, accounts.student().id());
        CaseId caseId = traveller.applies();
        traveller.goesOnToTheEnd();
        Path bundle = TakenBundle.of(beans, RecordedNow.found(beans, caseId), Language.EN, directory);
        run("audit", "keys");
        String first = out.toString().lines().findFirst().orElseThrow().split(" ")[1];

        assertThat(run("audit", "check", "--key", first, bundle.toString())).isZero();
        assertThat(out.toString())
                .contains("Complete: all events that 1 finished cases", "as given.", "The bundle is valid.");
        assertThat(run("audit", "check", "--key", "0".repeat(64), bundle.toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("from another installation, or forged");
        assertThat(run("audit", "check", "--key", "abc", bundle.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("A fingerprint has 64 hexadecimal digits");
    }

    private int run(String... arguments) {
        return OperatorCommands.commandLine((installation, work) -> work.with(beans))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
