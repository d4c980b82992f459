package org.sekisho.archive.ui;

import com.vaadin.flow.router.QueryParameters;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.archive.CaseSearch;

/**
 * The address of a search, so that a link or a reload shows the same: all its criteria, or the id of a saved search. Who is sought
 * by name or number stands in no address.
 */
final class SearchAddress {

    static final String ROUTE = "audit/cases";

    private static final String SAVED = "saved";
    private static final String TEXT = "text";
    private static final String ACTOR = "actor";

    private SearchAddress() {}

    static QueryParameters of(CaseSearch search, Optional<UUID> saved) {
        if (saved.isPresent()) {
            return QueryParameters.of(SAVED, saved.get().toString());
        }
        Map<String, String> told = new LinkedHashMap<>(search.told());
        told.remove(ACTOR);
        told.remove(TEXT);
        search.caseNumber().ifPresent(number -> told.put(TEXT, number));
        return QueryParameters.simple(told);
    }

    static CaseSearch search(QueryParameters told) {
        Map<String, String> read = new HashMap<>();
        told.getParameters().forEach((name, values) -> {
            if (!values.isEmpty()) {
                read.put(name, values.get(0));
            }
        });
        CaseSearch search = CaseSearch.of(read);
        // what an address says of people by itself is not taken from it
        return search.with(ACTOR, "").with(TEXT, search.caseNumber().orElse(""));
    }

    static Optional<UUID> saved(QueryParameters told) {
        try {
            return told.getSingleParameter(SAVED).map(UUID::fromString);
        } catch (IllegalArgumentException nonsense) {
            return Optional.empty();
        }
    }
}
