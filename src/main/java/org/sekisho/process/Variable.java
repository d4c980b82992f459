package org.sekisho.process;

import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;

/**
 * A typed name for routing data of a case: an id, an outcome, a counter, a deadline. Never a secret, a code, an address or
 * a text about a person: the engine keeps every value in its history.
 *
 * @param <T> the type in code; the engine stores text, whole numbers, truth values and dates
 */
public final class Variable<T> {

    private final String name;
    private final Function<T, Object> encode;
    private final Function<Object, T> decode;

    private Variable(String name, Function<T, Object> encode, Function<Object, T> decode) {
        this.name = name;
        this.encode = encode;
        this.decode = decode;
    }

    public static Variable<String> text(String name) {
        return new Variable<>(name, text -> text, String.class::cast);
    }

    public static Variable<Integer> number(String name) {
        return new Variable<>(name, number -> number, stored -> ((Number) stored).intValue());
    }

    public static Variable<Boolean> flag(String name) {
        return new Variable<>(name, flag -> flag, Boolean.class::cast);
    }

    public static Variable<Instant> instant(String name) {
        return new Variable<>(name, Date::from, stored -> ((Date) stored).toInstant());
    }

    public static Variable<UUID> id(String name) {
        return new Variable<>(name, UUID::toString, stored -> UUID.fromString((String) stored));
    }

    /** One of a fixed set of outcomes, stored in kebab case: {@code NOT_NOW} travels as {@code not-now}. */
    public static <E extends Enum<E>> Variable<E> oneOf(String name, Class<E> type) {
        return new Variable<>(
                name,
                outcome -> outcome.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                stored -> Enum.valueOf(
                        type, ((String) stored).toUpperCase(Locale.ROOT).replace('-', '_')));
    }

    /** A value with a form of its own, stored as text. */
    static <T> Variable<T> of(String name, Function<T, String> encode, Function<String, T> decode) {
        return new Variable<>(name, encode::apply, stored -> decode.apply((String) stored));
    }

    public String name() {
        return name;
    }

    /** The value as the engine stores it. */
    public Object encode(T value) {
        return encode.apply(value);
    }

    /** The value as code speaks of it. */
    public T decode(Object stored) {
        return decode.apply(stored);
    }

    @Override
    public String toString() {
        return name;
    }
}
