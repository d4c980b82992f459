package org.sekisho.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sekisho.directory.Passwords;
import org.sekisho.shared.Secret;
import org.sekisho.testing.JdbcRecorder;
import org.sekisho.testing.RecordedStatements;
import org.sekisho.testing.RunningClock;
import org.sekisho.testing.TestAccounts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** What a sign-in with a code costs, through the screens that people use. Prints it; bounds what no machine changes. */
@Journey
@Import(RecordedStatements.class)
// what is recorded afterwards, in the background, is no part of a sign-in
@TestPropertySource(properties = "sekisho.archive.recording=false")
@Tag("full")
class SignInCostIT {

    private static final int WARM_UP = 10;
    private static final int MEASURED = 20;

    @LocalServerPort
    int port;

    @Autowired
    RunningClock clock;

    @Autowired
    TestAccounts accounts;

    @Autowired
    Passwords passwords;

    @Autowired
    JdbcRecorder database;

    @Test
    void a_sign_in_with_a_code_stays_within_its_budget() {
        try (Screen screen = new Screen("sign-in-cost", port, Screen.Device.DESK, Locale.ENGLISH)) {
            Traffic traffic = Traffic.of(screen.page());
            screen.go("").says("Sign in");
            Traffic.Sum cold = traffic.sum();
            screen.go("").says("Sign in");
            Traffic.Sum warm = traffic.sum();

            Holder student = Holder.of(accounts.student(), screen, clock);
            enrols(student, screen);
            for (int time = 0; time < WARM_UP; time++) {
                signIn(student, screen);
                screen.press("Sign out").says("Sign in");
            }
            List<SignInCost> costs = new ArrayList<>();
            for (int time = 0; time < MEASURED; time++) {
                costs.add(SignInCost.of(() -> signIn(student, screen), database, traffic));
                screen.press("Sign out").says("Sign in");
            }

            tell(cold, warm, costs);
            assertThat(cold.requests()).isLessThanOrEqualTo(12);
            assertThat(cold.bytes()).isLessThanOrEqualTo(184 * 1024);
            assertThat(warm.requests()).isLessThanOrEqualTo(4);
            assertThat(warm.bytes()).isLessThanOrEqualTo(24 * 1024);
            assertThat(costs).allSatisfy(cost -> {
                assertThat(cost.statements()).isLessThanOrEqualTo(230);
                assertThat(cost.rowsInAll()).as("rows in %s", cost.rows()).isLessThanOrEqualTo(90);
                assertThat(cost.traffic().requests()).isLessThanOrEqualTo(18);
                assertThat(cost.traffic().bytes()).isLessThanOrEqualTo(96 * 1024);
            });
        }
    }

    private static void enrols(Holder student, Screen screen) {
        student.beginsSetUp();
        student.proves();
        student.confirms("cost@example.net");
        student.tries();
        screen.press("See what was set up").heading("MFA is on: here is what you set up");
        screen.press("Done").says("Service directory").press("Sign out").heading("Sign in");
    }

    /** From the login page to the first page behind it. */
    private static void signIn(Holder student, Screen screen) {
        screen.go("").says("Sign in");
        student.signsIn();
        student.proves();
        screen.says("Learning management system");
    }

    private void tell(Traffic.Sum cold, Traffic.Sum warm, List<SignInCost> costs) {
        SignInCost last = costs.get(costs.size() - 1);
        System.out.printf(
                Locale.ROOT,
                """
                login page, nothing in the browser's cache: %s
                login page again: %s
                sign-in with a code, average of %d: %.0f ms of CPU, of which the password's hash %.0f ms
                  %d statements; %d rows written: %s
                  %s
                """,
                cold,
                warm,
                costs.size(),
                millis(average(costs.stream().map(SignInCost::cpu).toList())),
                millis(hashing()),
                last.statements(),
                last.rowsInAll(),
                last.rows(),
                last.traffic());
    }

    private Duration hashing() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        List<Duration> times = new ArrayList<>();
        for (int time = 0; time < MEASURED; time++) {
            long before = threads.getCurrentThreadCpuTime();
            passwords.hash(Secret.of(TestAccounts.PASSWORD));
            times.add(Duration.ofNanos(threads.getCurrentThreadCpuTime() - before));
        }
        return average(times);
    }

    private static Duration average(List<Duration> durations) {
        return durations.stream().reduce(Duration.ZERO, Duration::plus).dividedBy(durations.size());
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / 1e6;
    }
}
