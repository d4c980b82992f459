package org.sekisho.helpdesk.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sekisho.testing.SekishoTest;
import org.sekisho.wording.Messages;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever happens in a case is told in words, and so is the kind of each process. */
@SekishoTest
class TimelineWordsTest {

    /** An action as code gives it to the trail, perhaps after what it is about. */
    private static final Pattern ACTION = Pattern.compile(
            "record\\(\\s*(?:[A-Za-z.()]+,\\s*|[^\"();]+\\?\\s*)*\"([a-z-]+\\.[a-z-]*[a-z])\"(?:\\s*:\\s*\"([a-z-]+\\.[a-z-]*[a-z])\")?");

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
