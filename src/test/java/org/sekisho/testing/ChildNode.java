package org.sekisho.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Another JVM with the class path of the tests, to be killed as the operating system kills: without warning. What its main
 * class prints is how it tells the test how far it is.
 */
public final class ChildNode implements AutoCloseable {

    private static final String END = "\0";

    private final Process process;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final List<String> said = new ArrayList<>();

    private ChildNode(Process process) {
        this.process = process;
        Thread reader = new Thread(this::read, "child-node-output");
        reader.setDaemon(true);
        reader.start();
    }

    /** Starts a main class, which need not be public, with these arguments. */
    public static ChildNode start(Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx512m");
        command.add("-cp");
        // the test runner's own class path is a jar that names the real one
        command.add(Optional.ofNullable(System.getProperty("surefire.test.class.path"))
                .orElseGet(() -> System.getProperty("java.class.path")));
        command.add(main.getName());
        command.addAll(List.of(arguments));
        try {
            return new ChildNode(
                    new ProcessBuilder(command).redirectErrorStream(true).start());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * Waits until the node prints a line that begins so.
     *
     * @return the rest of that line
     * @throws AssertionError where the node ends or says nothing of the kind in this time; tells what it said instead
     */
    public String awaitLine(String beginning, Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (true) {
            String line = nextLine(beginning, deadline);
            if (line.startsWith(beginning)) {
                return line.substring(beginning.length());
            }
        }
    }

    /**
     * Waits in the same way, and collects what the node says until then.
     *
     * @return the rest of each line before it that begins with {@code collected}
     */
    public List<String> awaitLine(String beginning, Duration atMost, String collected) {
        List<String> all = new ArrayList<>();
        long deadline = System.nanoTime() + atMost.toNanos();
        while (true) {
            String line = nextLine(beginning, deadline);
            if (line.startsWith(beginning)) {
                return all;
            }
            if (line.startsWith(collected)) {
                all.add(line.substring(collected.length()));
            }
        }
    }

    private String nextLine(String awaited, long deadline) {
        try {
            String line = lines.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (line == null || line.equals(END)) {
                throw new AssertionError("the node never said \"" + awaited + "\" but\n" + String.join("\n", said));
            }
            said.add(line);
            return line;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Kills the node at once, as {@code kill -9} does, and waits until it is gone. */
    public void kill() {
        try {
            process.destroyForcibly().waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        kill();
    }

    private void read() {
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            output.lines().forEach(lines::add);
        } catch (IOException | UncheckedIOException killed) {
            // the stream breaks when the process is killed
        }
        lines.add(END);
    }
}
