package org.sekisho.journey;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.sekisho.testing.JdbcRecorder;

/**
 * What the server did to answer the requests of one sign-in. What a node does all the time, such as looking for due timers,
 * is no part of it.
 *
 * @param cpu processor time of the threads that answer requests; Java's own compiler and collector are not among them
 * @param statements sent to the database, reads included
 * @param rows written to each table
 * @param traffic of the login page, the page that asks for the code, and the page that the person lands on
 */
record SignInCost(Duration cpu, int statements, Map<String, Long> rows, Traffic.Sum traffic) {

    private static final String REQUESTS = "http-nio-";

    /** The cost of what is done meanwhile. */
    static SignInCost of(Runnable signIn, JdbcRecorder database, Traffic traffic) {
        traffic.sum();
        database.forget();
        long before = cpuNanos();
        signIn.run();
        Traffic.Sum sum = traffic.sum();
        Duration cpu = Duration.ofNanos(cpuNanos() - before);
        List<JdbcRecorder.Sent> statements = database.sent().stream()
                .filter(sent -> sent.thread().startsWith(REQUESTS))
                .toList();
        return new SignInCost(cpu, statements.size(), JdbcRecorder.rowsByTable(statements), sum);
    }

    long rowsInAll() {
        return rows.values().stream().mapToLong(Long::longValue).sum();
    }

    private static long cpuNanos() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(Objects::nonNull)
                .filter(thread -> thread.getThreadName().startsWith(REQUESTS))
                .mapToLong(ThreadInfo::getThreadId)
                .map(threads::getThreadCpuTime)
                .sum();
    }
}
