package org.sekisho.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.audit.AuditEvent;
import org.sekisho.audit.AuditTrail;
import org.sekisho.engine.EngineMemory;
import org.sekisho.process.CaseId;
import org.sekisho.shared.Sha256;
import org.sekisho.testing.ChildNode;
import org.sekisho.testing.MutableClock;
import org.sekisho.testing.ProductNode;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A node that is killed while it records cases and lets the engine forget them leaves none half recorded or recorded twice, and the
 * engine has forgotten none that is not recorded.
 */
@Tag("full")
class KilledArchivistTest {

    private static final int KILLS = 5;
    private static final Duration START = Duration.ofMinutes(3);

    private static final int MICROS_OF_A_CASE = 20_000;

    @Test
    void whatever_was_being_done_each_finished_case_is_recorded_once(@TempDir Path directory) {
        Random random = new Random(1);
        Set<CaseId> said = new HashSet<>();
        int recorded = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            try (ChildNode node = ChildNode.start(RecordingNode.class, directory.toString())) {
                said.addAll(node.awaitLine(RecordingNode.RECORDING, START, RecordingNode.ENDED).stream()
                        .map(CaseId::parse)
                        .toList());
                // somewhere among these cases, and somewhere within one
                int enough = recorded + random.nextInt(RecordingNode.CASES);
                while (Integer.parseInt(node.awaitLine(RecordingNode.RECORDED, START)) < enough) {
                    // it goes on
                }
                LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(random.nextInt(MICROS_OF_A_CASE)));
                node.kill();
            }
            try (ConfigurableApplicationContext survivor = ProductNode.start(directory)) {
                RecordingNode.goOnInTime(survivor);
                List<CaseId> ended = cases(survivor, "state <> 'open'");
                assertThat(ended).containsAll(said);
                List<CaseId> left = cases(survivor, "case_id not in (select case_id from archive_record)").stream()
                        .filter(ended::contains)
                        .toList();
                System.out.printf(
                        "kill %d: of %d finished cases %d were not recorded yet%n", kill, ended.size(), left.size());
                EngineMemory engine = survivor.getBean(EngineMemory.class);
                survivor.getBean(MutableClock.class).advance(RecordingNode.LONG);
                engine.cleansUp();
                assertThat(left).as("kill %d", kill).allMatch(engine::knows);
                while (survivor.getBean(Archivist.class).recordSome() > 0) {
                    // the next few
                }
                ended.forEach(caseId -> isRecordedOnce(survivor, caseId));
                assertThat(cases(survivor, "case_id in (select case_id from archive_record)"))
                        .containsExactlyInAnyOrderElementsOf(ended);
                recorded = ended.size();
                engine.cleansUp();
                assertThat(ended).noneMatch(engine::knows);
            }
        }
    }

    private static void isRecordedOnce(ConfigurableApplicationContext node, CaseId caseId) {
        JdbcCaseRecords.Stored stored =
                node.getBean(JdbcCaseRecords.class).find(caseId).orElseThrow();
        CaseRecord record = CanonicalJson.read(stored.text());
        assertThat(record.caseId()).isEqualTo(caseId);
        assertThat(record.outcome()).contains("event_enrollmentWithdrawn");
        assertThat(record.paths()).isNotEmpty();
        assertThat(record.models())
                .allSatisfy(model ->
                        assertThat(node.getBean(CaseRecords.class).model(model)).isPresent());
        List<AuditEvent> proofs = node.getBean(AuditTrail.class).ofCase(caseId.value()).stream()
                .filter(event -> event.action().equals(CaseRecords.RECORDED))
                .toList();
        assertThat(proofs)
                .as("events that prove the record of %s", caseId)
                .singleElement()
                .satisfies(event -> assertThat(event.details())
                        .containsEntry(CaseRecords.SHA256, Sha256.hex(stored.text()))
                        .containsEntry(CaseRecords.SHA256, stored.sha256()));
    }

    private static List<CaseId> cases(ConfigurableApplicationContext node, String which) {
        return node.getBean(JdbcClient.class)
                .sql("select case_id from archive_case where " + which)
                .query((row, place) -> new CaseId(row.getObject(1, UUID.class)))
                .list();
    }
}
