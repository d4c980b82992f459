package org.sekisho.security;

import jakarta.servlet.http.HttpSession;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The sessions that live on this node, so that ending them also closes their open pages. */
@Component
class LocalSessions {

    private final Map<SessionMark, HttpSession> open = new ConcurrentHashMap<>();

    void opened(SessionMark mark, HttpSession session) {
        open.put(mark, session);
    }

    void closed(SessionMark mark) {
        open.remove(mark);
    }

    /** Ends all that match, except the one whose request is being answered: that one is refused at its next request. */
    void end(Predicate<Person> whose) {
        String own = ownSession();
        open.forEach((mark, session) -> {
            if (whose.test(mark.person()) && !Objects.equals(session.getId(), own)) {
                try {
                    session.invalidate();
                } catch (IllegalStateException meanwhileEnded) {
                    open.remove(mark);
                }
            }
        });
    }

    private static @Nullable String ownSession() {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            HttpSession session = attributes.getRequest().getSession(false);
            return session == null ? null : session.getId();
        }
        return null;
    }
}
