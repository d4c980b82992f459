package org.sekisho.verification.ui;

import com.vaadin.flow.component.Component;
import org.sekisho.security.SignInGrants;
import org.sekisho.verification.Onward;
import org.sekisho.workbench.TaskNavigation;
import org.sekisho.workbench.TaskPage;

/** The ways out of a verification case. */
final class Exits {

    private static final String SIGN_IN = "/login";

    private Exits() {}

    static void follow(Onward onward, TaskNavigation navigation) {
        if (onward instanceof Onward.NextTask) {
            navigation.next();
        } else if (onward instanceof Onward.CompleteSignIn) {
            navigation.leaveTo(SignInGrants.COMPLETE_ROUTE);
        } else if (onward instanceof Onward.Route route) {
            navigation.to(route.route());
        } else {
            navigation.leaveTo(SIGN_IN);
        }
    }

    /** A page that says why the case is over and what to do next. */
    static TaskPage over(Component at, String why, Onward onward, TaskNavigation navigation) {
        boolean signInAgain = onward instanceof Onward.SignInAgain;
        TaskPage page = new TaskPage(
                at.getTranslation(signInAgain ? "verification.ended.title" : "verification.factor-verify.title"));
        page.primary(
                at.getTranslation(signInAgain ? "verification.ended.sign-in-again" : "verification.ended.to-status"),
                () -> follow(onward, navigation));
        page.error(at.getTranslation("verification.ended." + why));
        return page;
    }
}
