package org.sekisho.archive;

import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.sekisho.engine.EngineMemory;
import org.sekisho.enrollment.Enrollments;
import org.sekisho.process.CaseId;
import org.sekisho.security.SignedInAs;
import org.sekisho.testing.MutableClock;
import org.sekisho.testing.ProductNode;
import org.sekisho.testing.TestAccounts;
import org.sekisho.testing.Traveller;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A node on which people begin and end cases, which are then recorded while the engine, whose time to keep them is over, cleans up;
 * again and again until it is killed. It says each case once its end has been committed, and how many have been recorded.
 */
final class RecordingNode {

    static final String ENDED = "ended ";
    static final String RECORDING = "recording";
    static final String RECORDED = "recorded ";

    /** Longer than any process lets the engine keep a case. */
    static final Duration LONG = Duration.ofDays(366);

    static final int CASES = 30;

    private RecordingNode() {}

    /** @param arguments the directory of the database */
    public static void main(String[] arguments) throws InterruptedException {
        ConfigurableApplicationContext node = ProductNode.start(Path.of(arguments[0]));
        goOnInTime(node);
        Archivist archivist = node.getBean(Archivist.class);
        EngineMemory engine = node.getBean(EngineMemory.class);
        while (true) {
            for (int person = 0; person < CASES; person++) {
                System.out.println(ENDED + changesTheirMind(node));
            }
            node.getBean(MutableClock.class).advance(LONG);
            Thread recorder = new Thread(
                    () -> {
                        while (archivist.recordSome() > 0) {
                            // the next few
                        }
                    },
                    "recorder");
            System.out.println(RECORDING);
            recorder.start();
            while (recorder.isAlive()) {
                engine.cleansUp();
                System.out.println(RECORDED + recorded(node));
            }
            recorder.join();
        }
    }

    /** Time stands where the node before has left it. */
    static void goOnInTime(ConfigurableApplicationContext node) {
        node.getBean(JdbcClient.class)
                .sql("select max(at) from audit_event")
                .query((row, number) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
                .single()
                .ifPresent(last -> node.getBean(MutableClock.class).advanceTo(last.toInstant()));
    }

    private static int recorded(ConfigurableApplicationContext node) {
        return node.getBean(JdbcClient.class)
                .sql("select count(*) from archive_record")
                .query(Integer.class)
                .single();
    }

    private static CaseId changesTheirMind(ConfigurableApplicationContext node) {
        Traveller traveller =
                Traveller.of(node, node.getBean(TestAccounts.class).student().id());
        CaseId caseId = traveller.applies();
        try (SignedInAs at = SignedInAs.again(traveller.session())) {
            Enrollments.Answer answer = node.getBean(Enrollments.class).withdrawn();
            if (answer != Enrollments.Answer.DONE) {
                throw new AssertionError(at + ": " + answer);
            }
        }
        return caseId;
    }
}
