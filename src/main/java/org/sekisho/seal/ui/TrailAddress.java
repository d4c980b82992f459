package org.sekisho.seal.ui;

import com.vaadin.flow.router.QueryParameters;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.process.CaseNumbers;
import org.sekisho.seal.TrailSearch;

/**
 * The address of a search, so that a link or a reload shows the same. Accounts stand in it as ids that say nothing of their people;
 * what cannot be read is passed over.
 */
final class TrailAddress {

    static final String ROUTE = "audit/trail";

    private static final String SUBJECT = "account";
    private static final String ACTOR = "actor";
    private static final String CASE = "case";
    private static final String ACTION = "action";
    private static final String RESULT = "result";
    private static final String FROM = "from";
    private static final String UNTIL = "until";
    private static final String KEY = "[a-z0-9.-]{1,100}";

    private TrailAddress() {}

    static QueryParameters of(TrailSearch search) {
        Map<String, String> told = new LinkedHashMap<>();
        search.subject().ifPresent(subject -> told.put(SUBJECT, subject.toString()));
        search.actor().ifPresent(actor -> told.put(ACTOR, actor.toString()));
        search.caseName().ifPresent(name -> told.put(CASE, name));
        search.action().ifPresent(action -> told.put(ACTION, action));
        search.result().ifPresent(result -> told.put(RESULT, result));
        search.from().ifPresent(day -> told.put(FROM, day.toString()));
        search.until().ifPresent(day -> told.put(UNTIL, day.toString()));
        return QueryParameters.simple(told);
    }

    static TrailSearch search(QueryParameters told) {
        return new TrailSearch(
                told.getSingleParameter(SUBJECT).flatMap(TrailAddress::id),
                told.getSingleParameter(ACTOR).flatMap(TrailAddress::id),
                told.getSingleParameter(CASE)
                        .filter(name -> CaseNumbers.in(name).isPresent()),
                told.getSingleParameter(ACTION).filter(action -> action.matches(KEY)),
                told.getSingleParameter(RESULT).filter(result -> result.matches(KEY)),
                told.getSingleParameter(FROM).flatMap(TrailAddress::day),
                told.getSingleParameter(UNTIL).flatMap(TrailAddress::day));
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException nonsense) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException nonsense) {
            return Optional.empty();
        }
    }
}
