package org.sekisho.engine;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.jspecify.annotations.Nullable;
import org.sekisho.process.Actor;
import org.sekisho.process.CurrentActor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Makes calls to the engine in the name of the current actor, so that its own log says who did what. */
@Component
class ActorsName {

    private static final String SYSTEM = "system";

    private final IdentityService identity;
    private final ObjectProvider<CurrentActor> currentActor;

    ActorsName(IdentityService identity, ObjectProvider<CurrentActor> currentActor) {
        this.identity = identity;
        this.currentActor = currentActor;
    }

    <T extends @Nullable Object> T call(Supplier<T> work) {
        return callAs(actor -> work.get());
    }

    void run(Runnable work) {
        callAs(actor -> {
            work.run();
            return true;
        });
    }

    <T extends @Nullable Object> T callAs(Function<Actor, T> work) {
        Actor actor = actor();
        Authentication before = identity.getCurrentAuthentication();
        identity.setAuthentication(actor.id().map(UUID::toString).orElse(SYSTEM), List.copyOf(actor.groups()));
        try {
            return work.apply(actor);
        } finally {
            // threads are pooled: a name left behind would sign the next person's work
            if (before == null) {
                identity.clearAuthentication();
            } else {
                identity.setAuthentication(before.getUserId(), before.getGroupIds());
            }
        }
    }

    /** Whom a name stands for that was signed into the engine here; empty for the system. */
    static Optional<UUID> person(@Nullable String name) {
        return Optional.ofNullable(name).filter(known -> !known.equals(SYSTEM)).map(UUID::fromString);
    }

    private Actor actor() {
        CurrentActor known = currentActor.getIfAvailable();
        return known == null ? Actor.system() : known.actor();
    }
}
