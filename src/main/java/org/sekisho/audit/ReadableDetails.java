package org.sekisho.audit;

import java.util.Map;
import java.util.stream.Collectors;

/** The details of an event as the table shows them to whoever reads it without the product: a line for each. */
public final class ReadableDetails {

    private ReadableDetails() {}

    public static String of(Map<String, String> details) {
        return details.entrySet().stream()
                .map(detail -> detail.getKey() + "=" + detail.getValue())
                .collect(Collectors.joining("\n"));
    }
}
