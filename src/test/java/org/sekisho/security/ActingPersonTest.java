package org.sekisho.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sekisho.directory.Account;
import org.sekisho.directory.Rank;
import org.sekisho.directory.Role;
import org.sekisho.process.Actor;
import org.sekisho.process.CaseId;
import org.sekisho.process.CurrentActor;
import org.sekisho.testing.SekishoTest;
import org.sekisho.testing.TestAccounts;
import org.springframework.beans.factory.annotation.Autowired;

@SekishoTest
class ActingPersonTest {

    @Autowired
    private CurrentActor currentActor;

    @Autowired
    private TestAccounts accounts;

    @Test
    void without_a_person_the_system_acts() {
        assertThat(currentActor.actor()).isEqualTo(Actor.system());
    }

    @Test
    void an_approver_acts_for_their_own_unit() {
        Account approver = accounts.create(account -> account.unit("sci").roles(Role.APPROVER));

        try (var signedIn = SignedInAs.withRoles(approver.id(), Role.APPROVER)) {
            assertThat(currentActor.actor().is(approver.id().value())).isTrue();
            assertThat(currentActor.actor().groups()).containsExactlyInAnyOrder("holder", "approver", "approver:sci");
        }
    }

    @Test
    void only_privileged_staff_act_for_the_groups_that_work_cases_of_privileged_accounts() {
        Account agent = accounts.create(account -> account.roles(Role.HELPDESK));
        Account privileged =
                accounts.create(account -> account.rank(Rank.PRIVILEGED).roles(Role.HELPDESK, Role.LEAD));

        try (var signedIn = SignedInAs.withRoles(agent.id(), Role.HELPDESK)) {
            assertThat(currentActor.actor().groups()).containsExactlyInAnyOrder("holder", "helpdesk");
        }
        try (var signedIn = SignedInAs.withRoles(privileged.id(), Role.HELPDESK, Role.LEAD)) {
            assertThat(currentActor.actor().groups())
                    .containsExactlyInAnyOrder("holder", "helpdesk", "helpdesk:privileged", "lead", "lead:privileged");
        }
    }

    @Test
    void a_role_that_the_directory_has_taken_away_counts_no_longer_in_an_old_session() {
        Account student = accounts.student();

        try (var signedIn = SignedInAs.withRoles(student.id(), Role.HELPDESK)) {
            assertThat(currentActor.actor().groups()).containsExactly("holder");
        }
    }

    @Test
    void a_half_way_person_acts_for_nobody_but_themselves() {
        Account helpdesk = accounts.create(account -> account.roles(Role.HELPDESK));

        try (var halfWay = SignedInAs.halfWay(helpdesk.id(), CaseId.next())) {
            assertThat(currentActor.actor().is(helpdesk.id().value())).isTrue();
            assertThat(currentActor.actor().groups()).isEmpty();
        }
    }
}
