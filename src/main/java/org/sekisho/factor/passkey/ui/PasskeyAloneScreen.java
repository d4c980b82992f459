package org.sekisho.factor.passkey.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeButton;
import org.sekisho.security.ui.AloneRequest;
import org.sekisho.security.ui.AloneSignInScreen;
import org.sekisho.shared.Secret;

/** The button on the sign-in page for those who would rather use a passkey than type a password. */
@org.springframework.stereotype.Component
class PasskeyAloneScreen implements AloneSignInScreen {

    @Override
    public String way() {
        return "passkey";
    }

    @Override
    public Component open(AloneRequest request) {
        NativeButton button = new NativeButton();
        button.setText(button.getTranslation("factor.passkey.alone.submit"));
        button.getElement().setAttribute("type", "button");
        button.addClickListener(click -> BrowserPasskeys.get(
                button,
                request.ask(),
                (Secret<String> answer) -> request.answer(answer.reveal()),
                trouble -> request.refuse(button.getTranslation(
                        trouble == Trouble.CANCELLED ? "factor.passkey.alone.cancelled" : trouble.key()))));
        return button;
    }
}
