package org.sekisho.process;

/** Names a form: its file {@code forms/<key>.form} and, where it needs one, its Java class. */
public record FormKey(String value) {

    @Override
    public String toString() {
        return value;
    }
}
