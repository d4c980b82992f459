package org.sekisho.factor.passkey;

/** What verifying came to. */
sealed interface Finding<T> {

    record Genuine<T>(T value) implements Finding<T> {}

    record Refused<T>(Refusal why) implements Finding<T> {}

    static <T> Finding<T> of(T value) {
        return new Genuine<>(value);
    }

    static <T> Finding<T> refused(Refusal why) {
        return new Refused<>(why);
    }
}
