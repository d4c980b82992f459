package org.sekisho.engine;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sekisho.process.Actor;
import org.sekisho.process.CurrentActor;
import org.springframework.beans.factory.ObjectProvider;

/** Lets a test act as anybody on its own thread; otherwise the product's own answer counts. */
final class PlayedActor implements CurrentActor {

    private final ThreadLocal<@Nullable Actor> played = new ThreadLocal<>();
    private final ObjectProvider<CurrentActor> all;

    PlayedActor(ObjectProvider<CurrentActor> all) {
        this.all = all;
    }

    @Override
    public Actor actor() {
        Actor actor = played.get();
        if (actor != null) {
            return actor;
        }
        return all.stream()
                .filter(other -> other != this)
                .findFirst()
                .map(CurrentActor::actor)
                .orElseGet(Actor::system);
    }

    <T> T as(Actor actor, Supplier<T> work) {
        Actor before = played.get();
        played.set(actor);
        try {
            return work.get();
        } finally {
            played.set(before);
        }
    }
}
