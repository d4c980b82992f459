package org.sekisho.dispute.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.time.Instant;
import java.util.Locale;
import org.sekisho.directory.Accounts;
import org.sekisho.dispute.Dispute;
import org.sekisho.dispute.Disputes;
import org.sekisho.dispute.Disputes.Link;
import org.sekisho.notice.DisputeLinks;
import org.sekisho.notice.ToldChange;
import org.sekisho.security.CurrentUser;
import org.sekisho.shared.Secret;
import org.sekisho.verification.Help;
import org.sekisho.verification.Verification;
import org.sekisho.workbench.PublicPage;
import org.sekisho.workbench.TaskPage;
import org.sekisho.workbench.Times;

/**
 * Where the link in a notice leads, in any browser and whoever is signed in there. Opening it changes nothing: scanners of mail
 * follow links. Only the button acts. The page does not say whose account it is.
 */
@Route(DisputeLinks.ROUTE + "/:token")
@AnonymousAllowed
class NotMeView extends PublicPage implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient Disputes disputes;
    private final transient Verification verification;
    private final transient Times times;

    NotMeView(Disputes disputes, Verification verification, Times times, CurrentUser currentUser, Accounts accounts) {
        super(currentUser, accounts);
        this.disputes = disputes;
        this.verification = verification;
        this.times = times;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Secret<String> token = Secret.of(event.getRouteParameters().get("token").orElse(""));
        show(page(disputes.look(token), token));
    }

    private Component page(Link link, Secret<String> token) {
        if (link instanceof Link.Open open) {
            return question(open.change(), token);
        }
        if (link instanceof Link.Used used) {
            return done(used.dispute());
        }
        return helpdesk(new TaskPage(text(link instanceof Link.Expired ? "expired" : "unknown"))
                .lead(text(link instanceof Link.Expired ? "expired.lead" : "unknown.lead")));
    }

    private Component question(ToldChange change, Secret<String> token) {
        TaskPage page = new TaskPage(text("title"))
                .lead(told(change.news(), change.toldAt()))
                .lead(text("lead"))
                .lead(text("sign-in"));
        page.primary(text("submit"), () -> show(page(disputes.disputed(token), token)));
        return page;
    }

    private Component done(Dispute dispute) {
        String state = dispute.state().name().toLowerCase(Locale.ROOT);
        TaskPage page = new TaskPage(text("done." + state))
                .lead(told(dispute.news(), dispute.toldAt()))
                .lead(text("done." + state + ".lead"));
        if (dispute.endedAt().isEmpty()) {
            page.lead(text("password")).lead(text("own-method"));
        }
        return helpdesk(page);
    }

    private Component helpdesk(TaskPage page) {
        Help help = verification.help();
        return page.lead(text(
                "helpdesk",
                help.phone(),
                help.place(),
                help.opens().toString(),
                help.closes().toString()));
    }

    private String told(String news, Instant at) {
        return text("told", getTranslation("notice." + news + ".subject"), times.text(at));
    }

    private String text(String part, Object... arguments) {
        return getTranslation("dispute.not-me." + part, arguments);
    }

    @Override
    public String getPageTitle() {
        return "dispute.not-me.page";
    }
}
