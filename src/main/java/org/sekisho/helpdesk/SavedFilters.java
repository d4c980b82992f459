package org.sekisho.helpdesk;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.directory.AccountId;
import org.sekisho.security.CurrentUser;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Views of the list that the person signed in has saved; nobody sees those of another. */
@Component
public class SavedFilters {

    /** As many as one person has. */
    public static final int MOST = 12;

    /** The longest name, in characters. */
    public static final int LONGEST_NAME = 60;

    /** The longest text that is sought. */
    public static final int LONGEST_TEXT = 100;

    private final JdbcSavedFilters filters;
    private final CurrentUser user;
    private final Clock clock;

    SavedFilters(JdbcSavedFilters filters, CurrentUser user, Clock clock) {
        this.filters = filters;
        this.user = user;
        this.clock = clock;
    }

    /** What became of a wish. */
    public enum Outcome {
        DONE,
        /** A name has 1 to {@value SavedFilters#LONGEST_NAME} characters, and what is sought is not longer than it may be. */
        BAD_NAME,
        /** Another filter is called so. */
        NAME_TAKEN,
        TOO_MANY
    }

    /** The filters of the person signed in, in the order in which they were saved. */
    public List<SavedFilter> own() {
        return filters.of(me());
    }

    public Optional<SavedFilter> find(UUID id) {
        return own().stream().filter(filter -> filter.id().equals(id)).findFirst();
    }

    /** Keeps a view under a name. */
    public Outcome saved(String name, QueueSearch search) {
        String given = name.strip();
        if (!isName(given) || search.text().length() > LONGEST_TEXT) {
            return Outcome.BAD_NAME;
        }
        if (own().size() >= MOST) {
            return Outcome.TOO_MANY;
        }
        return unlessTaken(() -> filters.add(me(), new SavedFilter(UUID.randomUUID(), given, search), clock.instant()));
    }

    public Outcome renamed(UUID id, String name) {
        String given = name.strip();
        return isName(given) ? unlessTaken(() -> filters.rename(me(), id, given)) : Outcome.BAD_NAME;
    }

    /** Forgets a filter; does nothing where it is gone already or not theirs. */
    public void removed(UUID id) {
        filters.remove(me(), id);
    }

    private AccountId me() {
        return user.get().account();
    }

    private static boolean isName(String name) {
        return !name.isEmpty() && name.length() <= LONGEST_NAME;
    }

    private static Outcome unlessTaken(Runnable work) {
        try {
            work.run();
            return Outcome.DONE;
        } catch (DuplicateKeyException taken) {
            return Outcome.NAME_TAKEN;
        }
    }
}
