package org.sekisho.enrollment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.engine.ProcessPlay;
import org.sekisho.process.CaseId;
import org.sekisho.testing.Traveller;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The database that the release before has left, with a case at every point where an enrolment or a sign-in could wait then,
 * is taken over: every case stands where it stood and goes on to its end by the model that it was begun with.
 */
class UpgradeTest {

    /** Cases and clock of the dump, as that release's own node told them; the dump is what H2's {@code SCRIPT} wrote. */
    private static final String RELEASE = "/releases/release-1";

    /** The last cases of the list are sign-ins, at each place where one can wait. */
    private static final int SIGN_INS = 3;

    @Test
    void cases_that_the_release_before_left_open_go_on_to_their_end(@TempDir Path directory) throws Exception {
        restore(directory);
        List<String> told = told();
        Instant leftAt = Instant.parse(told.get(0).substring(WaitingNode.CLOCK.length()));
        List<WaitingCase> waiting = told.stream()
                .skip(1)
                .map(line -> WaitingCase.parse(line.substring(WaitingNode.CASE.length())))
                .toList();

        // codes that were on their way then are worth nothing today
        try (ConfigurableApplicationContext upgraded = WaitingNode.startAt(leftAt, directory)) {
            waiting.forEach(each -> each.stillWaits(upgraded));

            // what was begun last has the shortest time left
            List<WaitingCase> enrollments = new ArrayList<>(waiting.subList(0, waiting.size() - SIGN_INS));
            Collections.reverse(enrollments);
            enrollments.forEach(each -> each.isFinished(upgraded));
            waiting.subList(waiting.size() - SIGN_INS, waiting.size()).forEach(each -> isMadeAnew(each, upgraded));
        }
    }

    /** No browser's session outlives its node: the case ends by itself, and the person signs in with the same method. */
    private static void isMadeAnew(WaitingCase signIn, BeanFactory node) {
        ProcessPlay play = node.getBean(ProcessPlay.class);
        play.fireTimer(signIn.caseId(), "event_timeElapsed").hasEnded(signIn.caseId());
        play.nothingIsLeftOf(signIn.caseId());

        Traveller person = Traveller.of(node, signIn.account());
        CaseId another = person.opensSignIn().orElseThrow();
        person.proves(another);
        play.hasPassed(another, "serviceTask_recordProof").nothingIsLeftOf(another);
    }

    private static void restore(Path directory) throws Exception {
        Path dump = Path.of(Objects.requireNonNull(UpgradeTest.class.getResource(RELEASE + ".sql.gz"))
                .toURI());
        try (Connection database =
                        DriverManager.getConnection("jdbc:h2:file:" + directory.resolve("sekisho"), "sa", "");
                PreparedStatement restored = database.prepareStatement("RUNSCRIPT FROM ? COMPRESSION GZIP")) {
            restored.setString(1, dump.toString());
            restored.execute();
        }
    }

    private static List<String> told() {
        try (var lines = UpgradeTest.class.getResourceAsStream(RELEASE + ".cases")) {
            return new String(Objects.requireNonNull(lines).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
