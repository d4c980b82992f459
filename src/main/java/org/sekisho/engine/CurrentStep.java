package org.sekisho.engine;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sekisho.process.RunningStep;
import org.springframework.stereotype.Component;

/** Remembers per thread which step runs; a step may cause another to run inside itself. */
@Component
class CurrentStep implements RunningStep {

    private final ThreadLocal<@Nullable Place> places = new ThreadLocal<>();

    @Override
    public Optional<Place> current() {
        return Optional.ofNullable(places.get());
    }

    /** Enters a place; closing the result goes back to where the thread was before. */
    Scope enter(Place place) {
        Place outer = places.get();
        places.set(place);
        return () -> {
            if (outer == null) {
                places.remove();
            } else {
                places.set(outer);
            }
        };
    }

    @FunctionalInterface
    interface Scope extends AutoCloseable {

        @Override
        void close();
    }
}
