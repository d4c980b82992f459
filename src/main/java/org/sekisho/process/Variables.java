package org.sekisho.process;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An immutable set of variables with their values, as the engine stores them. */
public final class Variables {

    private static final Variables NONE = new Variables(Map.of());

    private final Map<String, Object> encoded;

    private Variables(Map<String, Object> encoded) {
        this.encoded = encoded;
    }

    public static Variables none() {
        return NONE;
    }

    public static <T> Variables of(Variable<T> variable, T value) {
        return NONE.and(variable, value);
    }

    /** Wraps values as the engine hands them out; absent values are left out. */
    public static Variables ofEncoded(Map<String, ? extends @Nullable Object> encoded) {
        Map<String, Object> present = new LinkedHashMap<>();
        encoded.forEach((name, value) -> {
            if (value != null) {
                present.put(name, value);
            }
        });
        return new Variables(Collections.unmodifiableMap(present));
    }

    public <T> Variables and(Variable<T> variable, T value) {
        Map<String, Object> more = new LinkedHashMap<>(encoded);
        more.put(variable.name(), variable.encode(value));
        return new Variables(Collections.unmodifiableMap(more));
    }

    public <T> Optional<T> find(Variable<T> variable) {
        return Optional.ofNullable(encoded.get(variable.name())).map(variable::decode);
    }

    /**
     * The value of a variable that must be there.
     *
     * @throws IllegalStateException where it is missing
     */
    public <T> T get(Variable<T> variable) {
        return find(variable).orElseThrow(() -> new IllegalStateException("no variable " + variable));
    }

    /** All values as the engine stores them, by name. */
    public Map<String, Object> encoded() {
        return encoded;
    }

    @Override
    public String toString() {
        return encoded.keySet().toString();
    }
}
