package org.sekisho.workbench;

import java.util.Optional;
import org.sekisho.process.ProcessKey;
import org.sekisho.shared.Language;
import org.sekisho.wording.Messages;
import org.springframework.stereotype.Component;

/**
 * How screens call the kinds of cases and what happens in them, in the language of the person at the screen. What has no name yet
 * is called by its key. To be called from a screen's own thread.
 */
@Component
public class CaseWords {

    private final Messages messages;

    CaseWords(Messages messages) {
        this.messages = messages;
    }

    /** The name of a process, such as “Account recovery”. */
    public String kind(ProcessKey process) {
        return known("helpdesk.kind." + process.value()).orElse(process.value());
    }

    /** What an action of the trail is called, such as “The file was opened”. */
    public String action(String action) {
        return known("helpdesk.event." + action).orElse(action);
    }

    /** How an event of the trail ended, such as “refused”. */
    public String result(String result) {
        return known("helpdesk.result." + result).orElse(result);
    }

    /** The text of a key, where there is one. */
    public Optional<String> known(String key, Object... arguments) {
        Language language = Screens.language();
        return Optional.of(key).filter(messages::knows).map(name -> messages.text(language, name, arguments));
    }
}
