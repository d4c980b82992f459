package org.sekisho.engine;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.process.Actor;
import org.sekisho.process.Barred;
import org.sekisho.process.Variable;
import org.sekisho.process.Variables;

/** Whom a process is about and whom it bars, as its variables say: neither works its group tasks. */
record Duties(Optional<UUID> subject, Barred barred) {

    /** Every process of the product names the account that its case is about so. */
    static final Variable<UUID> SUBJECT = Variable.id("accountId");

    private static final int UUID_LENGTH = 36;

    static final Duties NONE = new Duties(Optional.empty(), Barred.nobody());

    static Duties of(Map<String, Object> variables) {
        Variables known = Variables.ofEncoded(variables);
        return new Duties(known.find(SUBJECT), known.find(Barred.VARIABLE).orElse(Barred.nobody()));
    }

    /** Reads who the engine says it was: a person by id, the product itself by a name. */
    static Optional<UUID> person(@Nullable String name) {
        return name == null || name.length() != UUID_LENGTH ? Optional.empty() : Optional.of(UUID.fromString(name));
    }

    Duties and(Duties others) {
        return new Duties(subject.or(others::subject), barred.and(others.barred));
    }

    boolean keepFrom(Actor actor) {
        return subject.filter(actor::is).isPresent() || barred.bars(actor);
    }
}
