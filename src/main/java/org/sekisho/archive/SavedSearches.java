package org.sekisho.archive;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.security.CurrentUser;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Searches that the person signed in has saved; nobody sees those of another. */
@Component
public class SavedSearches {

    /** As many as one person has. */
    public static final int MOST = 20;

    /** The longest name, in characters. */
    public static final int LONGEST_NAME = 60;

    private final JdbcSavedSearches searches;
    private final CurrentUser user;
    private final Clock clock;

    SavedSearches(JdbcSavedSearches searches, CurrentUser user, Clock clock) {
        this.searches = searches;
        this.user = user;
        this.clock = clock;
    }

    /** What became of a wish. */
    public enum Outcome {
        DONE,
        /** A name has 1 to {@value SavedSearches#LONGEST_NAME} characters. */
        BAD_NAME,
        /** Another search is called so. */
        NAME_TAKEN,
        TOO_MANY
    }

    /** The searches of the person signed in, in the order in which they were saved. */
    public List<SavedSearch> own() {
        return searches.of(me());
    }

    public Optional<SavedSearch> find(UUID id) {
        return own().stream().filter(search -> search.id().equals(id)).findFirst();
    }

    /** Keeps a search under a name. */
    public Outcome saved(String name, CaseSearch search) {
        String given = name.strip();
        if (given.isEmpty() || given.length() > LONGEST_NAME) {
            return Outcome.BAD_NAME;
        }
        if (own().size() >= MOST) {
            return Outcome.TOO_MANY;
        }
        try {
            searches.add(me(), new SavedSearch(UUID.randomUUID(), given, search), clock.instant());
            return Outcome.DONE;
        } catch (DuplicateKeyException taken) {
            return Outcome.NAME_TAKEN;
        }
    }

    /** Forgets a search; does nothing where it is gone already or not theirs. */
    public void removed(UUID id) {
        searches.remove(me(), id);
    }

    private UUID me() {
        return user.get().account().value();
    }
}
