package org.sekisho.testing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does the same thing on many threads that start together. */
public final class InParallel {

    private InParallel() {}

    /** What each thread got. */
    public static <T> List<T> on(int threads, Callable<T> work) throws Exception {
        return all(Collections.nCopies(threads, work));
    }

    /** What each of several got, begun at the same moment. */
    public static <T> List<T> all(List<Callable<T>> works) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(works.size());
        try {
            CountDownLatch ready = new CountDownLatch(works.size());
            List<Future<T>> all = new ArrayList<>();
            for (Callable<T> each : works) {
                all.add(pool.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return each.call();
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> each : all) {
                results.add(each.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }
}
