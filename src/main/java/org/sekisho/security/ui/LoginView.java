package org.sekisho.security.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.Autocapitalize;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.Cookie;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sekisho.security.AloneQuestion;
import org.sekisho.security.AloneSignIn;
import org.sekisho.security.CurrentUser;
import org.sekisho.security.Person;
import org.sekisho.security.SignInTrouble;
import org.sekisho.shared.Language;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.web.csrf.CsrfToken;

/** Where people say who they are. The form is a plain one, so that the answer can change the session id. */
@Route("login")
@AnonymousAllowed
class LoginView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient CurrentUser currentUser;
    private final Div message = new Div();
    private final TextField username = new TextField();
    private final PasswordField password = new PasswordField();

    LoginView(CurrentUser currentUser, ObjectProvider<AloneSignIn> ways, ObjectProvider<AloneSignInScreen> screens) {
        this.currentUser = currentUser;
        addClassName("login-page");
        Div card = new Div(brand(), new H1(getTranslation("security.login.title")), message, form());
        card.addClassName("login-card");
        screens.orderedStream().forEach(screen -> card.add(alone(screen, ways)));
        add(card, languages());
        message.addClassName("login-message");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (currentUser.find().filter(Person::signedIn).isPresent()) {
            event.forwardTo("");
            return;
        }
        Set<String> told =
                event.getLocation().getQueryParameters().getParameters().keySet();
        if (told.contains("error")) {
            showTrouble();
        } else if (told.contains("ended")) {
            say("status", getTranslation("security.login.ended"));
        } else if (told.contains("signed-out")) {
            say("status", getTranslation("security.login.signed-out"));
        }
        if (username.isEmpty() || username.isInvalid()) {
            username.focus();
        } else {
            password.focus();
        }
    }

    private void showTrouble() {
        Optional<SignInTrouble> trouble = Optional.ofNullable(VaadinServletRequest.getCurrent())
                .map(VaadinServletRequest::getHttpServletRequest)
                .flatMap(SignInTrouble::of);
        trouble.map(SignInTrouble::username).ifPresent(username::setValue);
        switch (trouble.map(SignInTrouble::reason).orElse(SignInTrouble.Reason.WRONG)) {
            case FORM -> refuse(username, "security.login.username.malformed");
            case WRONG -> refuse(password, "security.login.wrong");
            case TOO_MANY_TRIES ->
                say(
                        "alert",
                        trouble.map(SignInTrouble::until)
                                .map(until -> getTranslation("security.login.too-many-tries", time(until)))
                                .orElseGet(() -> getTranslation("security.login.busy")));
            case BUSY -> say("alert", getTranslation("security.login.busy"));
            case NOT_RECOGNISED -> say("alert", getTranslation("security.login.not-recognised"));
            case TOO_LATE -> say("alert", getTranslation("security.login.too-late"));
            case UNAVAILABLE -> say("alert", getTranslation("security.login.unavailable"));
        }
    }

    /** The words go with the first key and not when the field is left: the button would move away from under the pointer. */
    private <F extends Component & HasValidation> void refuse(F field, String key) {
        field.setManualValidation(true);
        field.setErrorMessage(getTranslation(key));
        field.setInvalid(true);
        field.getElement().executeJs("this.addEventListener('input', () => { this.invalid = false; }, { once: true })");
    }

    private void say(String role, String text) {
        message.removeAll();
        message.getElement().setAttribute("role", role);
        message.setClassName("login-message login-message-" + role);
        message.add(new Paragraph(text));
    }

    private String time(Instant until) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM)
                .withLocale(getLocale())
                .withZone(zone())
                .format(until);
    }

    /** The zone that the browser has told the shell, else that of the server. */
    private static ZoneId zone() {
        try {
            return cookies()
                    .filter(cookie -> cookie.getName().equals("sekisho-zone"))
                    .map(cookie -> ZoneId.of(cookie.getValue()))
                    .findFirst()
                    .orElseGet(ZoneId::systemDefault);
        } catch (DateTimeException unknown) {
            return ZoneId.systemDefault();
        }
    }

    private static Stream<Cookie> cookies() {
        return Optional.ofNullable(VaadinServletRequest.getCurrent()).map(VaadinServletRequest::getCookies).stream()
                .flatMap(Arrays::stream);
    }

    private Div brand() {
        Image mark = new Image("icons/gate.svg", "");
        mark.addClassName("gate-mark");
        Div brand = new Div(mark, new Span(getTranslation("security.login.product")));
        brand.addClassName("brand");
        return brand;
    }

    private PlainForm form() {
        username.setLabel(getTranslation("security.login.username"));
        username.setHelperText(getTranslation("security.login.username.help"));
        username.setAutocapitalize(Autocapitalize.NONE);
        username.setAutocomplete(Autocomplete.USERNAME);
        username.getElement().setAttribute("name", "username");
        username.setRequiredIndicatorVisible(false);
        password.setLabel(getTranslation("security.login.password"));
        password.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
        password.setRevealButtonVisible(false);
        password.getElement().setAttribute("name", "password");
        NativeButton submit = new NativeButton(getTranslation("security.login.submit"));
        submit.addClassName("login-submit");
        submit.getElement().setAttribute("type", "submit");
        PlainForm form = new PlainForm("/login");
        form.addClassName("login-form");
        form.add(username, password, submit);
        return form;
    }

    private Div alone(AloneSignInScreen screen, ObjectProvider<AloneSignIn> ways) {
        AloneSignIn way = ways.stream()
                .filter(candidate -> candidate.way().equals(screen.way()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nothing judges the way " + screen.way()));
        PlainForm form = new PlainForm("/sign-in/alone");
        Input answer = form.hidden("answer", "");
        form.hidden("way", way.way());
        Div shown = new Div(form);
        shown.addClassName("login-alone");
        shown.add(screen.open(new AloneRequest() {
            @Override
            public String ask() {
                AloneQuestion question = way.ask();
                VaadinSession.getCurrent().getSession().setAttribute(AloneQuestion.ATTRIBUTE, question.id());
                return question.text();
            }

            @Override
            public void answer(String text) {
                answer.setValue(text);
                form.getElement().executeJs("setTimeout(() => this.submit())");
            }

            @Override
            public void refuse(String text) {
                say("alert", text);
            }
        }));
        return shown;
    }

    private Div languages() {
        Div languages = new Div();
        languages.addClassName("language-switch");
        Language spoken = Language.of(getLocale());
        for (Language language : Language.values()) {
            NativeButton choice = new NativeButton(getTranslation("security.login.language." + language.tag()));
            choice.getElement()
                    .setAttribute("type", "button")
                    .setAttribute("lang", language.tag())
                    .setAttribute("aria-pressed", String.valueOf(language == spoken));
            choice.addClickListener(click -> UI.getCurrent()
                    .getPage()
                    .executeJs(
                            "document.cookie = 'sekisho-language=' + $0 + ';path=/;max-age=31536000;samesite=lax';"
                                    + " location.reload();",
                            language.tag()));
            languages.add(choice);
        }
        return languages;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("security.login.title");
    }

    /** A form that the browser itself sends, with the token that proves it was shown here. */
    @Tag("form")
    private static final class PlainForm extends HtmlContainer {

        private static final long serialVersionUID = 1L;

        PlainForm(String action) {
            VaadinServletRequest request = VaadinServletRequest.getCurrent();
            String context = request == null ? "" : request.getContextPath();
            getElement().setAttribute("method", "post").setAttribute("action", context + action);
            if (request != null && request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
                hidden(token.getParameterName(), token.getToken());
            }
        }

        Input hidden(String name, String value) {
            Input field = new Input();
            field.setType("hidden");
            field.getElement().setAttribute("name", name);
            field.setValue(value);
            add(field);
            return field;
        }
    }
}
