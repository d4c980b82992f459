package org.sekisho.helpdesk.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sekisho.testing.SekishoTest;
import org.sekisho.wording.Messages;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever happens in a case is told in words, and so is the kind of each process. */
@SekishoTest
class TimelineWordsTest {

    /** An action as code gives it to the trail, perhaps after what it is about. */
    private static final Pattern ACTION = Pattern.compile(
            "record\\(\\s*(?:[A-Za-z.()]+,\\s*|[^\"();]+\\?\\s*)*\"([a-z-]+\\.[a-z-]*[a-z])\"(?:\\s*:\\s*\"([a-z-]+\\.[a-z-]*[a-z])\")?");

    /** How something stands while nothing has ended. */
    private static final Set<String> UNDER_WAY = Set.of(
            "applied",
            "setting-up",
            "on-trial",
            "needs-help",
            "propagating",
            "requested",
            "confirming",
            "gathering",
            "deciding",
            "waiting");

    /** Where the methods of a case stay. */
    private static final Set<String> KEPT = Set.of("active", "terminated", "done", "open", "recovered");

    @Autowired
    Messages messages;

    @Test
    void every_action_of_the_trail_has_a_text() throws IOException {
        SortedSet<String> actions = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                Matcher found = ACTION.matcher(Files.readString(file));
                while (found.find()) {
                    actions.add(found.group(1));
                    if (found.group(2) != null) {
                        actions.add(found.group(2));
                    }
                }
            }
        }
        assertThat(actions).contains("recovery.case-opened", "factor.passkey-copied", "recovery.picked-up");
        assertThat(actions)
                .filteredOn(action -> !messages.knows("helpdesk.event." + action))
                .isEmpty();
    }

    /** These are put together from two parts, where the test above does not find them. */
    @Test
    void whatever_becomes_of_a_message_has_a_text_and_so_has_what_messages_cost() {
        assertThat(Stream.concat(
                        names("channel.MessageState").map(state -> "channel.message-" + state),
                        Stream.of("channel.spending-alarmed", "channel.spending-stopped")))
                .filteredOn(action -> !messages.knows("helpdesk.event." + action))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "channel.MessageState",
                "dispute.DisputeState",
                "enrollment.EnrollmentState",
                "enrollment.TrialHelp",
                "evidence.EvidenceItem$Result",
                "factor.messagecode.Sending$Answering",
                "factor.messagecode.SendRefusal$Reason",
                "factor.passkey.Refusal",
                "methodchange.Change",
                "methodchange.Ending",
                "recovery.RecoveryChannel",
                "recovery.RecoveryState",
                "recovery.Verdict",
                "termination.TerminationState",
                "verification.VerificationEnded$Outcome",
                "vouching.VouchingState"
            })
    void whatever_is_told_of_how_something_ended_has_a_text(String type) {
        assertThat(names(type).filter(name -> !UNDER_WAY.contains(name)))
                .isNotEmpty()
                .filteredOn(result -> !messages.knows("helpdesk.result." + result))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "enrollment.EnrollmentState, enrollment",
        "methodchange.Ending, change",
        "recovery.RecoveryState, recovery"
    })
    void why_a_method_went_with_its_case_has_a_text(String type, String what) {
        assertThat(names(type).filter(name -> !UNDER_WAY.contains(name) && !KEPT.contains(name)))
                .isNotEmpty()
                .filteredOn(how -> !messages.knows("helpdesk.result." + what + "-" + how))
                .isEmpty();
    }

    /** As the trail writes the values of an enumeration. */
    private static Stream<String> names(String type) {
        try {
            return Stream.of(Class.forName("org.sekisho." + type).getEnumConstants())
                    .map(value ->
                            ((Enum<?>) value).name().toLowerCase(Locale.ROOT).replace('_', '-'));
        } catch (ClassNotFoundException gone) {
            throw new AssertionError(gone);
        }
    }

    @Test
    void every_process_has_a_name() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("processes"))) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".bpmn"))
                            .map(name -> "helpdesk.kind." + name.replace(".bpmn", ""))
                            .filter(key -> !messages.knows(key)))
                    .isEmpty();
        }
    }
}
