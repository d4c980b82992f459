package org.sekisho.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sekisho.audit.AuditTrail;
import org.sekisho.testing.OnPostgres;
import org.sekisho.testing.SekishoTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How fast a long trail is sealed and verified, on PostgreSQL. {@code -Devents=10000000} says how many events it has. The figures
 * are printed, for they depend on the machine; that all is found intact is asserted.
 */
@Tag("full")
@SekishoTest
@OnPostgres
class TrailSpeedIT {

    private static final int EVENTS = Integer.getInteger("events", 1_000_000);
    private static final int TEMPLATES = 1000;
    private static final double NANOS = 1e9;
    private static final int MEGABYTE = 1 << 20;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private Sealer sealer;

    @Autowired
    private TrailVerification verification;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void a_long_trail_is_sealed_and_verified() {
        new JdbcTampering(jdbc).beginAnew();
        write();

        Measured sealing = measure(sealer::seal);
        System.gc();
        Measured verifying = measure(verification::verifyAll);

        Verdict verdict = (Verdict) verifying.result();
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.events()).isGreaterThanOrEqualTo(EVENTS);
        tell("sealed", sealing);
        tell("verified", verifying);
        System.out.printf(
                "heap after verifying: %d MiB of at most %d MiB%n",
                used() / MEGABYTE, Runtime.getRuntime().maxMemory() / MEGABYTE);
        new JdbcTampering(jdbc).beginAnew();
    }

    private void write() {
        for (int number = 0; number < TEMPLATES; number++) {
            trail.record(
                    "verification.code-checked",
                    Optional.of(UUID.randomUUID()),
                    Optional.of(UUID.randomUUID()),
                    "accepted",
                    Map.of("factor", UUID.randomUUID().toString(), "method", "totp", "try", Integer.toString(number)));
        }
        jdbc.sql("insert into audit_event (at, actor, action, subject, case_id, step, result, details, canonical)"
                        + " select at, actor, action, subject, case_id, step, result, details, canonical"
                        + " from audit_event, generate_series(1, :times)")
                .param("times", EVENTS / TEMPLATES - 1)
                .update();
        jdbc.sql("analyze audit_event").update();
    }

    private static Measured measure(Supplier<Object> work) {
        long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long wall = System.nanoTime();
        Object result = work.get();
        return new Measured(
                result,
                (System.nanoTime() - wall) / NANOS,
                (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / NANOS);
    }

    private static void tell(String what, Measured measured) {
        System.out.printf(
                "%,d events %s in %.1f s, %.1f s of CPU: %,.0f a second, %,.0f in a second of CPU%n",
                EVENTS, what, measured.wall(), measured.cpu(), EVENTS / measured.wall(), EVENTS / measured.cpu());
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private record Measured(Object result, double wall, double cpu) {}
}
