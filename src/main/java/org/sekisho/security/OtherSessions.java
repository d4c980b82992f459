package org.sekisho.security;

import org.sekisho.directory.AccountId;
import org.springframework.stereotype.Component;

/** A method that goes may be in the wrong hands: every session ends but the one in which its person has done something about it. */
@Component
public final class OtherSessions {

    private final Sessions sessions;
    private final CurrentUser user;

    OtherSessions(Sessions sessions, CurrentUser user) {
        this.sessions = sessions;
        this.user = user;
    }

    /** Ends every session of the account but that of its person, where they are the one who acts. Joins the transaction of the caller. */
    public void end(AccountId account) {
        user.find()
                .filter(person -> person.account().equals(account))
                .ifPresentOrElse(
                        person -> sessions.endOthers(account, person.session()), () -> sessions.endAll(account));
    }
}
