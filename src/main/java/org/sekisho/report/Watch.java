package org.sekisho.report;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sekisho.audit.Fact;
import org.sekisho.audit.TrailFigures;
import org.sekisho.calendar.BusinessCalendar;
import org.sekisho.factor.SharedNumbers;
import org.sekisho.process.CaseId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Looks for what is unusual in what the trail says of recoveries. */
@Component
class Watch {

    private static final Logger log = LoggerFactory.getLogger(Watch.class);

    /** More than an organisation of this size has in the time that is looked at. */
    private static final int MOST_FACTS = 50_000;

    private static final Duration A_DAY = Duration.ofDays(1);
    private static final Duration A_MONTH = Duration.ofDays(30);

    private static final String DECIDED = "recovery.case-decided";
    private static final String OPENED = "recovery.case-opened";
    private static final String FROZEN = "factor.changes-frozen";
    private static final Set<String> GRANTING = Set.of(DECIDED, "recovery.case-confirmed", "recovery.wait-ended");
    private static final String GRANTED = "approve";

    private final TrailFigures trail;
    private final SharedNumbers numbers;
    private final BusinessCalendar calendar;
    private final PatternProperties policy;
    private final Clock clock;

    Watch(TrailFigures trail, SharedNumbers numbers, BusinessCalendar calendar, PatternProperties policy, Clock clock) {
        this.trail = trail;
        this.numbers = numbers;
        this.calendar = calendar;
        this.policy = policy;
        this.clock = clock;
    }

    /** All that is unusual now, known or not. */
    List<Pattern> look() {
        Instant now = clock.instant();
        List<Fact> month = facts(
                Stream.concat(GRANTING.stream(), Stream.of(OPENED, FROZEN)).toList(), now.minus(A_MONTH), now);
        List<Fact> day = month.stream()
                .filter(fact -> fact.at().isAfter(now.minus(A_DAY)))
                .toList();
        List<Pattern> found = new ArrayList<>();
        found.addAll(patterns(
                Pattern.Kind.AGENT,
                policy.agentPerDay(),
                granted(day).filter(fact -> fact.action().equals(DECIDED)),
                Watch::actor,
                Fact::caseId));
        found.addAll(patterns(
                Pattern.Kind.OUT_OF_HOURS,
                policy.outOfHoursPerDay(),
                granted(day).filter(fact -> !calendar.isOpen(fact.at())),
                Watch::actor,
                Fact::caseId));
        found.addAll(patterns(
                Pattern.Kind.NETWORK,
                policy.networkPerDay(),
                day.stream().filter(fact -> fact.action().equals(OPENED)),
                Fact::network,
                Fact::subject));
        found.addAll(patterns(
                Pattern.Kind.FROZEN_AFTER, policy.frozenAfter(), frozenLater(month), Watch::actor, Fact::caseId));
        found.addAll(numbers(month));
        return found;
    }

    private List<Fact> facts(Collection<String> actions, Instant from, Instant now) {
        List<Fact> facts = trail.facts(actions, from, now.plusMillis(1), MOST_FACTS);
        if (facts.size() == MOST_FACTS) {
            log.warn(
                    "There are more than {} facts about recoveries: patterns are sought from {} on",
                    MOST_FACTS,
                    facts.get(0).at());
        }
        return facts;
    }

    private static Stream<Fact> granted(List<Fact> facts) {
        return facts.stream()
                .filter(fact ->
                        GRANTING.contains(fact.action()) && fact.result().equals(GRANTED));
    }

    private Stream<Fact> frozenLater(List<Fact> facts) {
        Map<UUID, List<Instant>> frozen = facts.stream()
                .filter(fact -> fact.action().equals(FROZEN) && fact.subject().isPresent())
                .collect(Collectors.groupingBy(
                        fact -> fact.subject().orElseThrow(), Collectors.mapping(Fact::at, Collectors.toList())));
        return granted(facts)
                .filter(fact -> fact.action().equals(DECIDED))
                .filter(fact ->
                        fact.subject().map(person -> frozen.getOrDefault(person, List.of())).orElse(List.of()).stream()
                                .anyMatch(at -> !at.isBefore(fact.at())
                                        && at.isBefore(fact.at().plus(policy.frozenWithin()))));
    }

    private List<Pattern> numbers(List<Fact> facts) {
        Set<UUID> recoveries = facts.stream()
                .filter(fact -> fact.action().equals(OPENED))
                .flatMap(fact -> fact.caseId().stream())
                .collect(Collectors.toSet());
        Map<String, Set<UUID>> cases = new LinkedHashMap<>();
        Map<String, Set<UUID>> accounts = new LinkedHashMap<>();
        numbers.usedBy(policy.numberAccounts()).stream()
                .filter(use -> recoveries.contains(use.boundIn()))
                .forEach(use -> {
                    cases.computeIfAbsent(use.number(), number -> new LinkedHashSet<>())
                            .add(use.boundIn());
                    accounts.computeIfAbsent(use.number(), number -> new LinkedHashSet<>())
                            .add(use.account());
                });
        return cases.entrySet().stream()
                .filter(number ->
                        accounts.getOrDefault(number.getKey(), Set.of()).size() >= policy.numberAccounts())
                .map(number -> pattern(Pattern.Kind.NUMBER, number.getKey(), number.getValue()))
                .toList();
    }

    private static Optional<String> actor(Fact fact) {
        return fact.actor().map(UUID::toString);
    }

    /** Those about whom there are at least so many different things. */
    private List<Pattern> patterns(
            Pattern.Kind kind,
            int least,
            Stream<Fact> facts,
            Function<Fact, Optional<String>> about,
            Function<Fact, Optional<UUID>> counted) {
        Map<String, Set<UUID>> things = new LinkedHashMap<>();
        Map<String, Set<UUID>> cases = new LinkedHashMap<>();
        facts.forEach(fact -> about.apply(fact).ifPresent(who -> {
            counted.apply(fact).ifPresent(thing -> things.computeIfAbsent(who, one -> new LinkedHashSet<>())
                    .add(thing));
            fact.caseId().ifPresent(caseId -> cases.computeIfAbsent(who, one -> new LinkedHashSet<>())
                    .add(caseId));
        }));
        return things.entrySet().stream()
                .filter(entry -> entry.getValue().size() >= least)
                .map(entry -> pattern(kind, entry.getKey(), cases.getOrDefault(entry.getKey(), Set.of())))
                .toList();
    }

    private Pattern pattern(Pattern.Kind kind, String about, Set<UUID> cases) {
        LocalDate today = clock.instant().atZone(calendar.zone()).toLocalDate();
        return new Pattern(
                UUID.randomUUID(),
                kind,
                about,
                today,
                clock.instant(),
                cases.stream().map(CaseId::new).toList());
    }
}
