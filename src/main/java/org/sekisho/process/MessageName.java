package org.sekisho.process;

/** A business fact that a waiting case can be told, named {@code <process>.<nounParticiple>}. */
public record MessageName(String value) {

    @Override
    public String toString() {
        return value;
    }
}
