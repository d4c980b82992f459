package org.sekisho.process;

/** One user task waiting for a person. */
public record TaskId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
