package org.sekisho.demo.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import org.sekisho.demo.DemoCall;
import org.sekisho.demo.TelephoneCompany;

/** The keys of the telephone that has taken a call. */
final class Keypad extends Div {

    private static final long serialVersionUID = 1L;

    private static final String KEYS = "123456789*0#";

    Keypad(DemoCall call, TelephoneCompany company) {
        addClassName("demo-keypad");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", getTranslation("demo.inbox.keypad", call.to()));
        KEYS.chars().mapToObj(key -> String.valueOf((char) key)).forEach(key -> {
            Button button = new Button(key, pressed -> company.press(call.id(), key));
            button.setAriaLabel(
                    switch (key) {
                        case "*" -> getTranslation("demo.inbox.key-star");
                        case "#" -> getTranslation("demo.inbox.key-pound");
                        default -> getTranslation("demo.inbox.key", key);
                    });
            add(button);
        });
    }
}
