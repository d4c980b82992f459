package org.sekisho.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sekisho.calendar.BusinessCalendar;
import org.sekisho.directory.AccountId;
import org.sekisho.directory.Affiliation;
import org.sekisho.directory.Role;
import org.sekisho.helpdesk.Figures.Open;
import org.sekisho.helpdesk.Figures.Spread;
import org.sekisho.process.Barred;
import org.sekisho.process.CaseId;
import org.sekisho.process.FormKey;
import org.sekisho.process.OfferedTask;
import org.sekisho.process.ProcessKey;
import org.sekisho.process.TaskId;
import org.sekisho.security.SignedInAs;
import org.sekisho.testing.MutableClock;
import org.sekisho.testing.SekishoTest;
import org.sekisho.testing.TestAccounts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** What is counted of the work, and who may know. */
@SekishoTest
class FiguresTest {

    private static final Duration MONTH = Duration.ofDays(30);

    @Autowired
    Figures figures;

    @Autowired
    TaskRegister register;

    @Autowired
    BusinessCalendar calendar;

    @Autowired
    TestAccounts accounts;

    @Autowired
    MutableClock clock;

    /** No other test has tasks of such a kind. */
    private final ProcessKey kind = new ProcessKey("fixture-" + UUID.randomUUID());

    private final List<TaskId> left = new ArrayList<>();
    private AccountId agent;

    @BeforeEach
    void the_desk_has_just_opened() {
        agent = staff(Role.HELPDESK);
        ZonedDateTime opening = clock.instant().atZone(ZoneId.of("Asia/Tokyo"));
        do {
            opening = opening.plusDays(1).with(calendar.opens());
        } while (!calendar.isOpen(opening.toInstant()));
        clock.advance(Duration.between(clock.instant(), opening.toInstant()));
    }

    @AfterEach
    void nothing_is_left() {
        left.forEach(task -> register.hasGone(task, false));
    }

    @Test
    void open_tasks_are_counted_by_kind_and_age_and_the_overdue_ones_among_them() {
        Instant now = clock.instant();
        offered(now.minus(Duration.ofDays(8)), Optional.of(now.minusSeconds(1)), Set.of("lead"));
        offered(now.minus(Duration.ofDays(2)), Optional.empty(), Set.of("helpdesk", "lead"));
        offered(now.minus(Duration.ofHours(2)), Optional.of(now.plusSeconds(60)), Set.of("helpdesk:privileged"));
        offered(now, Optional.empty(), Set.of("approver:sci"));

        Open open = as(Role.HELPDESK, () -> figures.open()).stream()
                .filter(row -> row.kind().equals(Optional.of(kind)))
                .findFirst()
                .orElseThrow();
        assertThat(open)
                .isEqualTo(new Open(Optional.of(kind), 3, 1, 1, 1, 1, Optional.of(now.minus(Duration.ofDays(8)))));
        List<Open> all = as(Role.LEAD, () -> figures.open());
        assertThat(all.get(all.size() - 1).kind()).isEmpty();
        assertThat(all.get(all.size() - 1).tasks())
                .isEqualTo(all.stream()
                        .filter(row -> row.kind().isPresent())
                        .mapToInt(Open::tasks)
                        .sum());
    }

    @Test
    void response_and_resolution_are_told_by_median_and_nine_of_ten_in_business_time() {
        Instant offered = clock.instant();
        List<OfferedTask> tasks = new ArrayList<>();
        for (int task = 0; task < 10; task++) {
            tasks.add(offered(offered, Optional.empty(), Set.of("helpdesk")));
        }
        for (OfferedTask task : tasks) {
            clock.advance(Duration.ofMinutes(6));
            register.stands(held(task, Optional.of(agent.value())));
            // given back and taken once more: the first response is what counts
            register.stands(held(task, Optional.empty()));
            register.stands(held(task, Optional.of(agent.value())));
        }
        // the night between is nobody's time
        clock.advance(Duration.ofDays(1));
        tasks.subList(0, 9).forEach(task -> register.hasGone(task.id(), true));
        register.hasGone(tasks.get(9).id(), false);

        assertThat(of(as(Role.LEAD, () -> figures.responses(MONTH))))
                .isEqualTo(new Spread(Optional.of(kind), 10, Duration.ofMinutes(30), Duration.ofMinutes(54)));
        Duration whole = calendar.between(offered, clock.instant());
        assertThat(whole).isLessThan(Duration.ofHours(12));
        assertThat(of(as(Role.LEAD, () -> figures.resolutions(MONTH))))
                .isEqualTo(new Spread(Optional.of(kind), 9, whole, whole));

        clock.advance(MONTH);
        assertThat(as(Role.LEAD, () -> figures.responses(Duration.ofDays(7))))
                .noneMatch(spread -> spread.kind().equals(Optional.of(kind)));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void agents_leads_and_those_who_look_after_the_whole_and_nobody_else(Role role) {
        for (Runnable act : List.<Runnable>of(
                () -> figures.open(), () -> figures.responses(MONTH), () -> figures.resolutions(MONTH))) {
            if (EnumSet.of(Role.HELPDESK, Role.LEAD, Role.AUDITOR, Role.ADMINISTRATOR)
                    .contains(role)) {
                as(role, () -> {
                    act.run();
                    return true;
                });
            } else {
                assertThatThrownBy(() -> as(role, () -> {
                            act.run();
                            return true;
                        }))
                        .isInstanceOf(AccessDeniedException.class);
            }
        }
    }

    private Spread of(List<Spread> spreads) {
        return spreads.stream()
                .filter(spread -> spread.kind().equals(Optional.of(kind)))
                .findFirst()
                .orElseThrow();
    }

    private <T> T as(Role role, Supplier<T> work) {
        try (SignedInAs ignored = SignedInAs.withRoles(staff(role), role)) {
            return work.get();
        }
    }

    private AccountId staff(Role role) {
        return accounts.create(account -> account.affiliation(Affiliation.STAFF).roles(role))
                .id();
    }

    private OfferedTask offered(Instant at, Optional<Instant> dueAt, Set<String> groups) {
        OfferedTask task = new OfferedTask(
                new TaskId("task-" + UUID.randomUUID()),
                CaseId.next(),
                kind,
                "userTask_check",
                new FormKey("dispute-check"),
                Optional.empty(),
                Barred.nobody(),
                groups,
                Optional.empty(),
                at,
                dueAt,
                Optional.empty(),
                50);
        register.stands(task);
        left.add(task.id());
        return task;
    }

    private static OfferedTask held(OfferedTask task, Optional<UUID> holder) {
        return new OfferedTask(
                task.id(),
                task.caseId(),
                task.process(),
                task.element(),
                task.form(),
                task.subject(),
                task.barred(),
                task.groups(),
                holder,
                task.createdAt(),
                task.dueAt(),
                task.followUpAt(),
                task.priority());
    }
}
