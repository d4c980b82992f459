package org.sekisho.helpdesk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.sekisho.directory.Account;
import org.sekisho.directory.Accounts;
import org.sekisho.process.CaseId;
import org.sekisho.security.CurrentUser;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who has a case open, so that two do not work on it without knowing of each other. It warns and never hinders. Pages say every
 * {@link #AGAIN} that they are still open: on one node others are told at once, on another within that time, and of a node that has
 * died the pages are forgotten after {@link #GONE}. The clocks of the nodes may differ by half a minute.
 */
@Component
public class Watchers {

    /** How often a page says that it is open. */
    public static final Duration AGAIN = Duration.ofSeconds(15);

    /** After how long without a word a page counts as closed. */
    static final Duration GONE = Duration.ofSeconds(45);

    private static final Duration KEPT = Duration.ofHours(1);

    private final JdbcWatchers watchers;
    private final Cases cases;
    private final CaseNews news;
    private final Accounts accounts;
    private final CurrentUser user;
    private final Clock clock;

    Watchers(JdbcWatchers watchers, Cases cases, CaseNews news, Accounts accounts, CurrentUser user, Clock clock) {
        this.watchers = watchers;
        this.cases = cases;
        this.news = news;
        this.accounts = accounts;
        this.user = user;
        this.clock = clock;
    }

    /**
     * A page of the person signed in has the case open.
     *
     * @param page tells pages apart
     * @return the others who have it open now; nobody where the case is not the person's to see
     */
    @Transactional
    public List<Account> seen(UUID page, CaseId caseId) {
        if (!cases.mayRead(caseId)) {
            return List.of();
        }
        Instant now = clock.instant();
        if (watchers.seen(page, caseId, user.get().account(), now)) {
            watchers.forget(now.minus(KEPT));
            news.changed(caseId);
        }
        return accounts.findAll(watchers.others(caseId, user.get().account(), now.minus(GONE))).values().stream()
                .sorted(Comparator.comparing(Account::name))
                .toList();
    }

    /** The page has been closed. */
    @Transactional
    public void left(UUID page, CaseId caseId) {
        if (watchers.remove(page)) {
            news.changed(caseId);
        }
    }
}
