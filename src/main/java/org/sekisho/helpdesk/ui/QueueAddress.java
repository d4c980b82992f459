package org.sekisho.helpdesk.ui;

import com.vaadin.flow.router.QueryParameters;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.helpdesk.QueueFilter;
import org.sekisho.helpdesk.QueueOrder;
import org.sekisho.helpdesk.QueueSearch;
import org.sekisho.process.ProcessKey;

/**
 * The address of a view of the list, so that a link or a reload shows the same: filter, kind, order, a case number that is
 * sought, or the id of a saved filter. Who is sought by name stands in no address.
 */
final class QueueAddress {

    private static final String FILTER = "filter";
    private static final String KIND = "kind";
    private static final String ORDER = "order";
    private static final String NUMBER = "case";
    private static final String SAVED = "saved";

    private QueueAddress() {}

    static QueryParameters of(QueueSearch search, Optional<UUID> saved) {
        if (saved.isPresent()) {
            return QueryParameters.of(SAVED, saved.get().toString());
        }
        QueueSearch usual = QueueSearch.everything();
        Map<String, String> told = new LinkedHashMap<>();
        if (search.filter() != usual.filter()) {
            told.put(FILTER, QueueView.key(search.filter()));
        }
        search.kind().ifPresent(kind -> told.put(KIND, kind.value()));
        if (search.order() != usual.order()) {
            told.put(ORDER, QueueView.key(search.order()));
        }
        search.caseNumber().ifPresent(number -> told.put(NUMBER, number));
        return QueryParameters.simple(told);
    }

    static QueueSearch search(QueryParameters told) {
        QueueSearch usual = QueueSearch.everything();
        return usual.with(one(QueueFilter.values(), told.getSingleParameter(FILTER), usual.filter()))
                .by(one(QueueOrder.values(), told.getSingleParameter(ORDER), usual.order()))
                .of(told.getSingleParameter(KIND)
                        .filter(kind -> kind.matches("[a-z-]{1,64}"))
                        .map(ProcessKey::new))
                .containing(usual.containing(told.getSingleParameter(NUMBER).orElse(""))
                        .caseNumber()
                        .orElse(""));
    }

    static Optional<UUID> saved(QueryParameters told) {
        try {
            return told.getSingleParameter(SAVED).map(UUID::fromString);
        } catch (IllegalArgumentException nonsense) {
            return Optional.empty();
        }
    }

    private static <E extends Enum<E>> E one(E[] all, Optional<String> key, E otherwise) {
        return key.flatMap(wanted -> Arrays.stream(all)
                        .filter(value -> QueueView.key(value).equals(wanted))
                        .findFirst())
                .orElse(otherwise);
    }
}
