package org.sekisho.workbench;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.SystemMessagesInfo;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.util.Optional;
import org.sekisho.directory.Account;
import org.sekisho.directory.Accounts;
import org.sekisho.security.CurrentUser;
import org.sekisho.shared.Language;
import org.sekisho.wording.Messages;

/** Gives every new page its language, its time zone, its words for trouble, and every screen its title. */
@org.springframework.stereotype.Component
class ShellConfiguration implements VaadinServiceInitListener {

    private static final long serialVersionUID = 1L;

    private final transient Messages messages;
    private final transient CurrentUser currentUser;
    private final transient Accounts accounts;

    ShellConfiguration(Messages messages, CurrentUser currentUser, Accounts accounts) {
        this.messages = messages;
        this.currentUser = currentUser;
        this.accounts = accounts;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().setSystemMessagesProvider(this::systemMessages);
        event.getSource().addSessionInitListener(session -> session.getSession().setErrorHandler(new Mishaps()));
        event.getSource().addUIInitListener(page -> prepare(page.getUI()));
    }

    private void prepare(UI ui) {
        VaadinRequest request = VaadinRequest.getCurrent();
        Language language = Screens.language(request)
                .or(() -> currentUser
                        .find()
                        .flatMap(person -> accounts.find(person.account()))
                        .map(Account::language))
                .orElse(Language.EN);
        ui.setLocale(language.locale());
        ui.getElement().executeJs("document.documentElement.lang = $0", language.tag());
        ui.getElement()
                .executeJs(
                        """
                        const connection = document.querySelector('vaadin-connection-indicator');
                        if (connection) {
                          connection.setAttribute('role', 'status');
                          connection.onlineText = $0;
                          connection.offlineText = $1;
                          connection.reconnectingText = $2;
                        }""",
                        messages.text(language, "workbench.connection.back"),
                        messages.text(language, "workbench.connection.gave-up"),
                        messages.text(language, "workbench.connection.lost"));
        Screens.zone(request).ifPresent(zone -> Screens.remember(ui, zone));
        ui.getReconnectDialogConfiguration().setDialogText(messages.text(language, "workbench.connection.lost"));
        ui.getReconnectDialogConfiguration()
                .setDialogTextGaveUp(messages.text(language, "workbench.connection.gave-up"));
        ui.addAfterNavigationListener(navigation -> setTitle(ui, navigation));
    }

    /** “Requests · Sekisho”: the view's own title, else its heading. */
    private void setTitle(UI ui, AfterNavigationEvent navigation) {
        Language language = Language.of(ui.getLocale());
        String product = messages.text(language, "workbench.product");
        String said = Optional.ofNullable(ui.getInternals().getTitle()).orElse("");
        String own = messages.knows(said)
                ? messages.text(language, said)
                : heading(navigation).orElse(said);
        ui.getPage().setTitle(own.isBlank() ? product : own + " · " + product);
    }

    private static Optional<String> heading(AfterNavigationEvent navigation) {
        for (HasElement target : navigation.getActiveChain()) {
            if (target instanceof Component view && !(view instanceof MainLayout)) {
                return heading(view);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> heading(Component component) {
        if (component instanceof H1 heading) {
            return Optional.of(heading.getText());
        }
        return component
                .getChildren()
                .map(ShellConfiguration::heading)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private SystemMessages systemMessages(SystemMessagesInfo info) {
        Language language = Screens.language(info.getRequest()).orElseGet(() -> Language.of(info.getLocale()));
        CustomizedSystemMessages words = new CustomizedSystemMessages();
        words.setSessionExpiredNotificationEnabled(true);
        words.setSessionExpiredCaption(messages.text(language, "workbench.session.expired.title"));
        words.setSessionExpiredMessage(messages.text(language, "workbench.session.expired.text"));
        words.setInternalErrorCaption(messages.text(language, "workbench.error.title"));
        words.setInternalErrorMessage(messages.text(language, "workbench.error.reload"));
        words.setCookiesDisabledCaption(messages.text(language, "workbench.cookies.title"));
        words.setCookiesDisabledMessage(messages.text(language, "workbench.cookies.text"));
        return words;
    }
}
