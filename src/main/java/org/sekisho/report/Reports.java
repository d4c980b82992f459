package org.sekisho.report;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sekisho.archive.CaseVolumes;
import org.sekisho.archive.StepTimes;
import org.sekisho.audit.AuditTrail;
import org.sekisho.audit.TrailFigures;
import org.sekisho.calendar.BusinessCalendar;
import org.sekisho.directory.Account;
import org.sekisho.directory.AccountId;
import org.sekisho.directory.Accounts;
import org.sekisho.directory.Role;
import org.sekisho.factor.MethodFigures;
import org.sekisho.helpdesk.Figures;
import org.sekisho.process.DeployedModels;
import org.sekisho.process.ModelWords;
import org.sekisho.process.ProcessKey;
import org.sekisho.security.Staff;
import org.sekisho.shared.Language;
import org.sekisho.shared.Phrase;
import org.sekisho.verification.Adoption;
import org.sekisho.wording.Messages;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts, for those who look after the whole. That a report was read, and that it was taken away as a file, is an event each. The
 * number of statements does not depend on how much there is to count.
 */
@Component
public class Reports {

    private static final int USUAL_DAYS = 30;

    private static final List<String> DECISIONS = List.of(
            "approval.application-decided",
            "termination.termination-decided",
            "dispute.change-decided",
            "recovery.case-decided",
            "recovery.case-confirmed");
    private static final Set<String> AGREED = Set.of("approved", "approve", "undone");
    private static final Set<String> REFUSED = Set.of("refused", "refuse", "kept");
    private static final List<String> RECOVERIES =
            List.of("recovery.case-decided", "recovery.case-confirmed", "recovery.wait-ended");

    private final StepTimes stepTimes;
    private final CaseVolumes volumes;
    private final TrailFigures trailFigures;
    private final Figures figures;
    private final MethodFigures methods;
    private final Adoption adoption;
    private final DeployedModels models;
    private final Accounts accounts;
    private final BusinessCalendar calendar;
    private final Staff staff;
    private final AuditTrail trail;
    private final Messages messages;
    private final Clock clock;

    Reports(
            StepTimes stepTimes,
            CaseVolumes volumes,
            TrailFigures trailFigures,
            Figures figures,
            MethodFigures methods,
            Adoption adoption,
            DeployedModels models,
            Accounts accounts,
            BusinessCalendar calendar,
            Staff staff,
            AuditTrail trail,
            Messages messages,
            Clock clock) {
        this.stepTimes = stepTimes;
        this.volumes = volumes;
        this.trailFigures = trailFigures;
        this.figures = figures;
        this.methods = methods;
        this.adoption = adoption;
        this.models = models;
        this.accounts = accounts;
        this.calendar = calendar;
        this.staff = staff;
        this.trail = trail;
        this.messages = messages;
        this.clock = clock;
    }

    /** The reports that the person may read. */
    public List<ReportKind> kinds() {
        Set<Role> roles = staff.roles();
        return Stream.of(ReportKind.values())
                .filter(kind -> !Collections.disjoint(kind.readers(), roles))
                .toList();
    }

    /** The last thirty days, with today. */
    public Period usualPeriod() {
        LocalDate today = clock.instant().atZone(calendar.zone()).toLocalDate();
        return new Period(today.minusDays(USUAL_DAYS - 1L), today);
    }

    /** The processes of which there is something to tell. */
    public List<ProcessKey> processes() {
        return stepTimes.processes();
    }

    /**
     * Counts, and says in the trail who has read it.
     *
     * @param process of which process; empty for the first of which there is something, or all, as the report is
     * @throws AccessDeniedException where the person may not read it
     */
    @Transactional
    public Report read(ReportKind kind, Period period, Optional<ProcessKey> process) {
        return told("report.report-read", kind, period, process);
    }

    /**
     * The same as a file for a spreadsheet.
     *
     * @throws AccessDeniedException where the person may not read it
     */
    @Transactional
    public byte[] csv(ReportKind kind, Period period, Optional<ProcessKey> process, Language language) {
        return SpreadsheetFile.of(
                told("report.report-exported", kind, period, process).tables(), messages, language);
    }

    private Report told(String action, ReportKind kind, Period period, Optional<ProcessKey> process) {
        staff.demand(kind.readers(), "the report " + kind.key());
        Map<String, String> details = new LinkedHashMap<>();
        details.put("report", kind.key());
        if (kind.ofPeriod()) {
            details.put("from", period.from().toString());
            details.put("until", period.until().toString());
        }
        process.ifPresent(of -> details.put("process", of.value()));
        if (action.equals("report.report-exported")) {
            trail.record("report.report-exported", Optional.empty(), Optional.empty(), "exported", details);
        } else {
            trail.record("report.report-read", Optional.empty(), Optional.empty(), "shown", details);
        }
        return count(kind, period, process);
    }

    private Report count(ReportKind kind, Period period, Optional<ProcessKey> process) {
        Instant from = period.begin(calendar.zone());
        Instant until = period.end(calendar.zone());
        return switch (kind) {
            case STEPS -> steps(period, from, until, process);
            case VOLUMES -> report(kind, period, volumes(period, process));
            case DECISIONS -> report(kind, period, List.of(decisions(from, until)));
            case RECOVERIES -> report(kind, period, List.of(recoveries(from, until)));
            case RESPONSE -> report(kind, period, List.of(response(from, until)));
            case METHODS -> report(kind, period, List.of(methods(), adoption()));
            case OVERDUE -> report(kind, period, List.of(overdue()));
        };
    }

    private static Report report(ReportKind kind, Period period, List<Table> tables) {
        return new Report(kind, period, tables, Optional.empty());
    }

    private Report steps(Period period, Instant from, Instant until, Optional<ProcessKey> process) {
        Optional<ProcessKey> chosen = process.or(() -> processes().stream().findFirst());
        List<StepTimes.Spread> spreads =
                chosen.map(of -> stepTimes.of(of, from, until)).orElse(List.of());
        Optional<Integer> version = chosen.flatMap(
                of -> stepTimes.versions(of, from, until).stream().findFirst());
        Optional<String> model = chosen.flatMap(of -> version.flatMap(number -> models.process(of, number)));
        Optional<Heat> heat = chosen.flatMap(of -> version.flatMap(number -> model.map(text -> new Heat(
                of,
                number,
                text,
                spreads.stream()
                        .collect(Collectors.toMap(
                                StepTimes.Spread::element, StepTimes.Spread::median, (one, other) -> one))))));
        ModelWords words = model.map(ModelWords::of).orElseGet(ModelWords::none);
        List<List<Cell>> rows = spreads.stream()
                .map(spread -> List.<Cell>of(
                        new Cell.Part(words.called(spread.element()).orElseGet(() -> Phrase.same(spread.element()))),
                        new Cell.Amount(spread.count()),
                        new Cell.Took(spread.median()),
                        new Cell.Took(spread.nineOfTen()),
                        new Cell.Took(spread.ninetyNineOfHundred()),
                        new Cell.Took(spread.total())))
                .toList();
        return new Report(
                ReportKind.STEPS,
                period,
                List.of(new Table(
                        "steps",
                        List.of("step", "count", "median", "nine-of-ten", "ninety-nine-of-hundred", "total"),
                        1,
                        List.of(2, 3),
                        rows)),
                heat);
    }

    private List<Table> volumes(Period period, Optional<ProcessKey> process) {
        return List.of(
                volumes(
                        "volumes-started",
                        volumes.started(period.from(), period.until().plusDays(1), span(period)),
                        process),
                volumes(
                        "volumes-ended",
                        volumes.ended(period.from(), period.until().plusDays(1), span(period)),
                        process));
    }

    /** More than two months are told by the month. */
    private static CaseVolumes.Span span(Period period) {
        return period.from().plusMonths(2).isBefore(period.until()) ? CaseVolumes.Span.MONTH : CaseVolumes.Span.DAY;
    }

    private static Table volumes(String name, List<CaseVolumes.Volume> counted, Optional<ProcessKey> process) {
        record Row(LocalDate day, String process) {}
        Map<Row, long[]> rows = new TreeMap<>(Comparator.comparing(Row::day).thenComparing(Row::process));
        counted.stream()
                .filter(volume -> process.isEmpty() || process.get().equals(volume.process()))
                .forEach(volume -> rows.computeIfAbsent(
                                        new Row(volume.day(), volume.process().value()), row -> new long[3])[
                                volume.state().ordinal()] +=
                        volume.cases());
        return new Table(
                name,
                List.of("day", "process", "cases", "open", "completed", "cancelled"),
                2,
                List.of(2),
                rows.entrySet().stream()
                        .map(row -> List.<Cell>of(
                                new Cell.Day(row.getKey().day()),
                                kind(row.getKey().process()),
                                new Cell.Amount(row.getValue()[0] + row.getValue()[1] + row.getValue()[2]),
                                new Cell.Amount(row.getValue()[0]),
                                new Cell.Amount(row.getValue()[1]),
                                new Cell.Amount(row.getValue()[2])))
                        .toList());
    }

    private Table decisions(Instant from, Instant until) {
        record Row(UUID actor, String action) {}
        Map<Row, long[]> rows = new LinkedHashMap<>();
        trailFigures
                .byActor(DECISIONS, from, until)
                .forEach(
                        counted -> rows.computeIfAbsent(new Row(counted.actor(), counted.action()), row -> new long[3])[
                                        place(counted.result())] +=
                                counted.events());
        Map<UUID, Account> people = people(rows.keySet().stream().map(Row::actor));
        return new Table(
                "decisions",
                List.of("person", "decision", "agreed", "refused", "asked-more", "share-refused"),
                2,
                List.of(2, 3),
                sorted(rows, Row::actor, people).stream()
                        .map(row -> List.<Cell>of(
                                name(row.getKey().actor(), people),
                                new Cell.Words(
                                        "helpdesk.event." + row.getKey().action(),
                                        row.getKey().action()),
                                new Cell.Amount(row.getValue()[0]),
                                new Cell.Amount(row.getValue()[1]),
                                new Cell.Amount(row.getValue()[2]),
                                new Cell.Share(row.getValue()[1], row.getValue()[0] + row.getValue()[1])))
                        .toList());
    }

    private Table recoveries(Instant from, Instant until) {
        Map<UUID, long[]> rows = new LinkedHashMap<>();
        trailFigures.byActor(RECOVERIES, from, until).forEach(counted -> {
            int place = place(counted.result());
            int agreed =
                    switch (counted.action()) {
                        case "recovery.case-decided" -> 0;
                        case "recovery.case-confirmed" -> 3;
                        default -> 4;
                    };
            rows.computeIfAbsent(counted.actor(), actor -> new long[5])[place == 0 ? agreed : place] +=
                    counted.events();
        });
        Map<UUID, Account> people = people(rows.keySet().stream());
        return new Table(
                "recoveries",
                List.of("person", "recovered", "not-recovered", "asked-more", "confirmed", "wait-ended"),
                1,
                List.of(1, 4),
                sorted(rows, Function.identity(), people).stream()
                        .map(row -> List.<Cell>of(
                                name(row.getKey(), people),
                                new Cell.Amount(row.getValue()[0]),
                                new Cell.Amount(row.getValue()[1]),
                                new Cell.Amount(row.getValue()[2]),
                                new Cell.Amount(row.getValue()[3]),
                                new Cell.Amount(row.getValue()[4])))
                        .toList());
    }

    /** What asks for more is neither yes nor no. */
    private static int place(String result) {
        if (AGREED.contains(result)) {
            return 0;
        }
        return REFUSED.contains(result) ? 1 : 2;
    }

    private Table response(Instant from, Instant until) {
        Map<Optional<ProcessKey>, Figures.Spread> responses = byKind(figures.responses(from, until));
        Map<Optional<ProcessKey>, Figures.Spread> resolutions = byKind(figures.resolutions(from, until));
        Set<Optional<ProcessKey>> all = new HashSet<>(responses.keySet());
        all.addAll(resolutions.keySet());
        return new Table(
                "response",
                List.of(
                        "process",
                        "answered",
                        "answered-median",
                        "answered-nine-of-ten",
                        "resolved",
                        "resolved-median",
                        "resolved-nine-of-ten"),
                1,
                List.of(2, 5),
                all.stream()
                        .sorted(Comparator.comparing(
                                kind -> kind.map(ProcessKey::value).orElse("~")))
                        .map(kind -> Stream.of(
                                        List.of(ofKind(kind)),
                                        spread(responses.get(kind)),
                                        spread(resolutions.get(kind)))
                                .flatMap(List::stream)
                                .toList())
                        .toList());
    }

    private static Map<Optional<ProcessKey>, Figures.Spread> byKind(List<Figures.Spread> spreads) {
        return spreads.stream().collect(Collectors.toMap(Figures.Spread::kind, Function.identity()));
    }

    private static List<Cell> spread(Figures.@Nullable Spread spread) {
        return spread == null
                ? List.of(new Cell.Amount(0), new Cell.Name(""), new Cell.Name(""))
                : List.of(
                        new Cell.Amount(spread.tasks()),
                        new Cell.Took(spread.median()),
                        new Cell.Took(spread.nineOfTen()));
    }

    private Table overdue() {
        return new Table(
                "overdue",
                List.of("process", "open-tasks", "overdue", "today", "this-week", "older"),
                1,
                List.of(1, 2),
                figures.open().stream()
                        .map(open -> List.<Cell>of(
                                ofKind(open.kind()),
                                new Cell.Amount(open.tasks()),
                                new Cell.Amount(open.overdue()),
                                new Cell.Amount(open.today()),
                                new Cell.Amount(open.thisWeek()),
                                new Cell.Amount(open.older())))
                        .toList());
    }

    private Table methods() {
        return new Table(
                "methods",
                List.of("method", "accounts", "preferred", "suspended"),
                1,
                List.of(1),
                methods.inUse().stream()
                        .map(used -> List.<Cell>of(
                                new Cell.Words("factor." + used.kind() + ".name", used.kind()),
                                new Cell.Amount(used.accounts()),
                                new Cell.Amount(used.preferred()),
                                new Cell.Amount(used.suspended())))
                        .toList());
    }

    private Table adoption() {
        return new Table(
                "adoption",
                List.of("affiliation", "rank", "accounts-in-all", "with-mfa", "share"),
                2,
                List.of(4),
                adoption.populations().stream()
                        .map(people -> List.<Cell>of(
                                new Cell.Words("report.affiliation." + people.affiliation(), people.affiliation()),
                                new Cell.Words("report.rank." + people.rank(), people.rank()),
                                new Cell.Amount(people.accounts()),
                                new Cell.Amount(people.enforced()),
                                new Cell.Share(people.enforced(), people.accounts())))
                        .toList());
    }

    private static Cell ofKind(Optional<ProcessKey> kind) {
        return kind.map(key -> kind(key.value())).orElseGet(() -> new Cell.Words("report.all", "all"));
    }

    private static Cell kind(String process) {
        return new Cell.Words("helpdesk.kind." + process, process);
    }

    /** By name, and what somebody has done together. */
    private static <R> List<Map.Entry<R, long[]>> sorted(
            Map<R, long[]> rows, Function<R, UUID> actor, Map<UUID, Account> people) {
        List<Map.Entry<R, long[]>> sorted = new ArrayList<>(rows.entrySet());
        sorted.sort(Comparator.comparing((Map.Entry<R, long[]> row) -> called(actor.apply(row.getKey()), people))
                .thenComparing(row -> row.getKey().toString()));
        return sorted;
    }

    private Map<UUID, Account> people(Stream<UUID> actors) {
        return accounts.findAll(actors.distinct().map(AccountId::new).toList()).entrySet().stream()
                .collect(Collectors.toMap(person -> person.getKey().value(), Map.Entry::getValue));
    }

    private static Cell name(UUID actor, Map<UUID, Account> people) {
        return new Cell.Name(called(actor, people));
    }

    /** Who is not in the directory any more has no name left. */
    private static String called(UUID actor, Map<UUID, Account> people) {
        Account person = people.get(actor);
        return person == null ? actor.toString() : person.name();
    }
}
