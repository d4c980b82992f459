package org.sekisho.security;

import jakarta.annotation.PreDestroy;
import jakarta.servlet.http.HttpSession;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The sessions that live on this node, so that ending them also closes their open pages. */
@Component
class LocalSessions {

    private final Map<SessionMark, HttpSession> open = new ConcurrentHashMap<>();

    /** A page of another session may be closed only by a thread that is at work on none. */
    private final ExecutorService closing = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "sessions-ending");
        thread.setDaemon(true);
        return thread;
    });

    void opened(SessionMark mark, HttpSession session) {
        open.put(mark, session);
    }

    void closed(SessionMark mark) {
        open.remove(mark);
    }

    /** Ends all that match, except the one whose request is being answered: that one is refused at its next request. */
    void end(Predicate<Person> whose) {
        String own = ownSession();
        CompletableFuture.runAsync(
                        () -> open.forEach((mark, session) -> {
                            if (whose.test(mark.person()) && !session.getId().equals(own)) {
                                close(mark, session);
                            }
                        }),
                        closing)
                .join();
    }

    private void close(SessionMark mark, HttpSession session) {
        try {
            session.invalidate();
        } catch (IllegalStateException meanwhileEnded) {
            open.remove(mark);
        }
    }

    @PreDestroy
    void stop() {
        closing.shutdown();
    }

    private static @Nullable String ownSession() {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            HttpSession session = attributes.getRequest().getSession(false);
            return session == null ? null : session.getId();
        }
        return null;
    }
}
