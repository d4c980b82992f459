package org.sekisho.security;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.time.Instant;
import java.util.Optional;

/** What an HTTP session of a person carries besides the person: when it was last used; tells this node when it goes. */
final class SessionMark implements HttpSessionBindingListener {

    private static final String ATTRIBUTE = "sekisho.session";

    private final Person person;
    private final LocalSessions sessions;
    private volatile Instant lastUsed;

    SessionMark(Person person, LocalSessions sessions, Instant now) {
        this.person = person;
        this.sessions = sessions;
        this.lastUsed = now;
    }

    static Optional<SessionMark> of(HttpSession session) {
        return Optional.ofNullable(session.getAttribute(ATTRIBUTE))
                .filter(SessionMark.class::isInstance)
                .map(SessionMark.class::cast);
    }

    void put(HttpSession session) {
        session.setAttribute(ATTRIBUTE, this);
    }

    Person person() {
        return person;
    }

    Instant lastUsed() {
        return lastUsed;
    }

    void used(Instant now) {
        lastUsed = now;
    }

    @Override
    public void valueBound(HttpSessionBindingEvent event) {
        sessions.opened(this, event.getSession());
    }

    @Override
    public void valueUnbound(HttpSessionBindingEvent event) {
        sessions.closed(this);
    }
}
