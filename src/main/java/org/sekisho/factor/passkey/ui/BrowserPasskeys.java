package org.sekisho.factor.passkey.ui;

import com.vaadin.flow.component.Component;
import elemental.json.JsonObject;
import java.util.function.Consumer;
import org.sekisho.shared.Secret;

/** Asks the browser of a page for passkeys. */
final class BrowserPasskeys {

    private BrowserPasskeys() {}

    /** Has a device make a passkey. */
    static void create(Component at, String options, Consumer<Secret<String>> answered, Consumer<Trouble> troubled) {
        ask(at, "return window.sekishoPasskey.create($0)", options, answered, troubled);
    }

    /** Has a device sign with a passkey. */
    static void get(Component at, String options, Consumer<Secret<String>> answered, Consumer<Trouble> troubled) {
        ask(at, "return window.sekishoPasskey.get($0)", options, answered, troubled);
    }

    private static void ask(
            Component at,
            String script,
            String options,
            Consumer<Secret<String>> answered,
            Consumer<Trouble> troubled) {
        at.getElement()
                .executeJs(script, options)
                .then(
                        JsonObject.class,
                        result -> {
                            if (result.hasKey("answer")) {
                                answered.accept(Secret.of(result.getString("answer")));
                            } else {
                                told(Trouble.of(result.getString("trouble")), troubled);
                            }
                        },
                        broken -> told(Trouble.OTHER, troubled));
    }

    private static void told(Trouble trouble, Consumer<Trouble> troubled) {
        if (trouble != Trouble.REPLACED) {
            troubled.accept(trouble);
        }
    }
}
