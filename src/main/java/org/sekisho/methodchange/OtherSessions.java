package org.sekisho.methodchange;

import org.sekisho.directory.AccountId;
import org.sekisho.security.CurrentUser;
import org.sekisho.security.Sessions;
import org.springframework.stereotype.Component;

/** A method that goes may be in the wrong hands: every session ends but the one in which its person removed it. */
@Component
class OtherSessions {

    private final Sessions sessions;
    private final CurrentUser user;

    OtherSessions(Sessions sessions, CurrentUser user) {
        this.sessions = sessions;
        this.user = user;
    }

    void end(AccountId account) {
        user.find()
                .filter(person -> person.account().equals(account))
                .ifPresentOrElse(
                        person -> sessions.endOthers(account, person.session()), () -> sessions.endAll(account));
    }
}
