package org.sekisho.factor;

import java.util.UUID;

/** One method that a person has bound or is binding. */
public record FactorId(UUID value) {

    public static FactorId next() {
        return new FactorId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
