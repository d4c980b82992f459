package org.sekisho.shared;

/**
 * Something that must not be printed, logged or stored as it is: a code, a key, a password. Prints as {@code ***}.
 *
 * @param <T> what is kept secret
 */
public final class Secret<T> {

    private final T value;

    private Secret(T value) {
        this.value = value;
    }

    public static <T> Secret<T> of(T value) {
        return new Secret<>(value);
    }

    /** Takes the secret out, at the one place that needs it. */
    public T reveal() {
        return value;
    }

    @Override
    public String toString() {
        return "***";
    }
}
