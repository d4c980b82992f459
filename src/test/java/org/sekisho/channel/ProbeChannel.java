package org.sekisho.channel;

import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** A carrier for tests: remembers what it was handed, by address, and behaves as told. */
@Component
@Profile("test")
class ProbeChannel implements Channel {

    /** What the carrier does with a message before it answers. */
    @FunctionalInterface
    interface Behaviour {
        Receipt handle(Envelope envelope) throws Refused;
    }

    private final List<Envelope> handed = new ArrayList<>();
    private Behaviour behaviour = envelope -> Receipt.TAKEN;

    @Override
    public String name() {
        return "probe";
    }

    @Override
    public Receipt send(Envelope envelope) throws Refused {
        Behaviour current;
        synchronized (this) {
            handed.add(envelope);
            current = behaviour;
        }
        return current.handle(envelope);
    }

    synchronized void behave(Behaviour told) {
        behaviour = told;
    }

    synchronized List<Envelope> handedTo(String address) {
        return handed.stream()
                .filter(envelope -> envelope.address().equals(address))
                .toList();
    }
}
