package org.sekisho.process;

/** Tells on whose behalf the calling thread works. Every call to the engine is made in this actor's name. */
@FunctionalInterface
public interface CurrentActor {

    /** The person signed in, or {@link Actor#system()} where there is none. */
    Actor actor();
}
