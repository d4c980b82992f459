package org.sekisho.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sekisho.directory.Account;
import org.sekisho.directory.Affiliation;
import org.sekisho.directory.Role;
import org.sekisho.engine.ProcessPlay;
import org.sekisho.process.Actor;
import org.sekisho.process.Barred;
import org.sekisho.process.CaseId;
import org.sekisho.process.ProcessKey;
import org.sekisho.process.Processes;
import org.sekisho.process.TaskId;
import org.sekisho.process.TaskInbox;
import org.sekisho.process.Variable;
import org.sekisho.process.Variables;
import org.sekisho.testing.SekishoTest;
import org.sekisho.testing.TestAccounts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the list shows to whom. */
@SekishoTest
class QueueTest {

    private static final ProcessKey APPROVAL = new ProcessKey("approval");

    @Autowired
    private ProcessPlay play;

    @Autowired
    private Processes processes;

    @Autowired
    private TaskInbox inbox;

    @Autowired
    private Queue queue;

    @Autowired
    private TaskRegister register;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestAccounts accounts;

    private final CaseId caseId = CaseId.next();
    private final UUID barred = UUID.randomUUID();
    private final String unit = "unit-" + caseId.toString().substring(0, 8);
    private final Actor approver = approver(UUID.randomUUID());
    private Account guest;

    @BeforeEach
    void a_guest_applies() {
        guest = accounts.create(account -> account.affiliation(Affiliation.GUEST)
                .unit(unit)
                .name("Guest " + caseId.toString().substring(0, 8)));
        accounts.create(
                account -> account.affiliation(Affiliation.STAFF).unit(unit).roles(Role.APPROVER));
        processes.start(
                APPROVAL,
                caseId,
                Variables.of(Variable.id("accountId"), guest.id().value())
                        .and(Variable.text("affiliation"), "guest")
                        .and(Variable.text("accountState"), "active")
                        .and(Variable.text("rank"), "ordinary")
                        .and(Variable.flag("sharedAccount"), false)
                        .and(Variable.number("earlierRefusals"), 0)
                        .and(Barred.VARIABLE, Barred.nobody().and(barred)));
    }

    @Test
    void a_task_is_shown_to_its_groups_and_neither_to_its_subject_nor_to_whom_it_is_barred_from() {
        assertThat(found(approver, all())).hasSize(1);
        assertThat(found(approver(guest.id().value()), all())).isEmpty();
        assertThat(found(approver(barred), all())).isEmpty();
        assertThat(found(Actor.person(UUID.randomUUID(), Set.of("approver:another")), all()))
                .isEmpty();
        assertThat(found(Actor.system(), all())).isEmpty();
    }

    @Test
    void filters_and_their_counts_say_the_same() {
        assertThat(counts(QueueFilter.UNASSIGNED)).isEqualTo(1);
        assertThat(counts(QueueFilter.MINE)).isZero();

        play.as(approver, () -> inbox.claim(found(approver, all()).get(0)));

        for (QueueFilter filter : QueueFilter.values()) {
            assertThat(found(approver, all().with(filter))).as(filter.name()).hasSize(counts(filter));
        }
        assertThat(counts(QueueFilter.UNASSIGNED)).isZero();
        assertThat(counts(QueueFilter.MINE)).isEqualTo(1);

        play.fireTimer(caseId, "event_reminderDue").fireTimer(caseId, "event_approvalOverdue");
        assertThat(found(approver, all())).hasSize(1);
        assertThat(counts(QueueFilter.UNASSIGNED)).isEqualTo(1);
    }

    @Test
    void a_case_is_found_by_its_number_the_common_id_and_a_part_of_the_name() {
        for (QueueOrder order : QueueOrder.values()) {
            for (String text : List.of(
                    caseId.toString(),
                    caseId.toString().substring(0, 8).toUpperCase(Locale.ROOT),
                    guest.commonId().value(),
                    guest.name().substring(2).toUpperCase(Locale.ROOT))) {
                assertThat(found(approver, all().by(order).containing(text)))
                        .as(text)
                        .hasSize(1);
            }
        }
        assertThat(found(approver, all().containing("no such person"))).isEmpty();
        assertThat(found(approver, all().containing("%"))).isEmpty();
    }

    @Test
    void kinds_are_told_apart() {
        assertThat(found(approver, all().of(Optional.of(APPROVAL)))).hasSize(1);
        assertThat(found(approver, all().of(Optional.of(new ProcessKey("dispute")))))
                .isEmpty();
    }

    @Test
    void what_an_earlier_release_has_left_is_taken_in_and_what_has_gone_is_let_go() {
        TaskId task = found(approver, all()).get(0);
        for (String table : List.of("helpdesk_task", "helpdesk_task_barred")) {
            jdbc.sql("delete from " + table + " where task_id = :id")
                    .param("id", task.value())
                    .update();
        }
        assertThat(found(approver, all())).isEmpty();

        register.reconcile();

        assertThat(found(approver, all())).containsExactly(task);
        assertThat(found(approver(barred), all())).isEmpty();
    }

    private List<TaskId> found(Actor actor, QueueSearch search) {
        return play.as(actor, () -> queue.page(search, 10)).tasks().stream()
                .map(QueuedTask::id)
                .toList();
    }

    private int counts(QueueFilter filter) {
        return play.as(approver, queue::counts).of(filter);
    }

    private Actor approver(UUID person) {
        return Actor.person(person, Set.of("approver", "approver:" + unit));
    }

    private static QueueSearch all() {
        return QueueSearch.everything();
    }
}
