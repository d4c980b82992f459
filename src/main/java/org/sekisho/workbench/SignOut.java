package org.sekisho.workbench;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.VaadinServletRequest;
import org.springframework.security.web.csrf.CsrfToken;

/** Ends the session by a plain form, so that the session itself goes and the browser loads a new page. */
@Tag("form")
final class SignOut extends HtmlContainer {

    private static final long serialVersionUID = 1L;

    SignOut() {
        addClassName("sign-out");
        getElement().setAttribute("method", "post").setAttribute("action", "logout");
        VaadinServletRequest request = VaadinServletRequest.getCurrent();
        if (request != null && request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            Input csrf = new Input();
            csrf.setType("hidden");
            csrf.getElement().setAttribute("name", token.getParameterName());
            csrf.setValue(token.getToken());
            add(csrf);
        }
        NativeButton button = new NativeButton();
        Span label = new Span(getTranslation("workbench.sign-out"));
        button.add(Glyph.SIGN_OUT.component(), label);
        button.getElement().setAttribute("type", "submit");
        add(button);
    }
}
