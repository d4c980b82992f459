package org.sekisho.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.sekisho.accesspass.AccessPass;
import org.sekisho.directory.AccountId;
import org.sekisho.directory.Affiliation;
import org.sekisho.directory.Role;
import org.sekisho.engine.ProcessPlay;
import org.sekisho.factor.totp.TestApps;
import org.sekisho.process.CaseId;
import org.sekisho.process.Processes;
import org.sekisho.security.Person;
import org.sekisho.testing.TestAccounts;
import org.sekisho.verification.Enforcement;
import org.springframework.beans.factory.BeanFactory;

/**
 * A person on the way back into their account, and the two agents who work the case, from wherever it waits; also in a node that
 * takes over from another, where nobody is signed in any more.
 */
final class RecoveryRoad {

    /** More steps than any way takes. */
    private static final int TOO_MANY = 30;

    private final BeanFactory node;
    private final Travellers travellers;
    private HereBrowser browser;
    private Optional<Person> redeemed = Optional.empty();

    /** Who is on the way: somebody who has lost their method, and two agents. */
    record Travellers(AccountId person, AccountId first, AccountId second) {

        /** New ones. */
        static Travellers of(BeanFactory node) {
            TestAccounts accounts = node.getBean(TestAccounts.class);
            AccountId person = accounts.create(account -> account.address("known@example.ac.jp"))
                    .id();
            return new Travellers(loses(node, person), agent(accounts), agent(accounts));
        }

        /** Many who have lost their methods, in a unit, and two agents in the one that is called its helpdesk. */
        static void inUnit(BeanFactory node, String unit, int people) {
            TestAccounts accounts = node.getBean(TestAccounts.class);
            for (int number = 0; number < people; number++) {
                loses(
                        node,
                        accounts.create(account -> account.unit(unit).address("known@example.ac.jp"))
                                .id());
            }
            for (int number = 0; number < 2; number++) {
                accounts.create(account -> account.unit(unit + "-helpdesk")
                        .affiliation(Affiliation.STAFF)
                        .roles(Role.HELPDESK));
            }
        }

        private static AccountId loses(BeanFactory node, AccountId person) {
            node.getBean(TestApps.class).enroll(person);
            node.getBean(Enforcement.class).begin(person);
            return person;
        }

        private static AccountId agent(TestAccounts accounts) {
            return accounts.create(
                            account -> account.affiliation(Affiliation.STAFF).roles(Role.HELPDESK))
                    .id();
        }
    }

    private RecoveryRoad(BeanFactory node, Travellers travellers, HereBrowser browser) {
        this.node = node;
        this.travellers = travellers;
        this.browser = browser;
    }

    static RecoveryRoad of(BeanFactory node, Travellers travellers) {
        return new RecoveryRoad(node, travellers, new HereBrowser());
    }

    /** The road of a person whose case an earlier node has seen opened, in this browser. */
    static RecoveryRoad resumed(BeanFactory node, Travellers travellers, HereBrowser browser) {
        RecoveryRoad road = new RecoveryRoad(node, travellers, browser);
        road.caseId().ifPresent(open -> road.people().wasOpened(open, browser));
        return road;
    }

    HereBrowser browser() {
        return browser;
    }

    /** The open case of the person. */
    Optional<CaseId> caseId() {
        return node.getBean(JdbcRecoveries.class).open(travellers.person()).map(Recovery::caseId);
    }

    CaseId opens() {
        return people().opens(travellers.person(), browser);
    }

    /** The person ends their case, in whatever browser. */
    void ends() {
        people().as(travellers.person(), caseId().orElseThrow(), () -> {
            node.getBean(Recoveries.class).withdrawn();
            return true;
        });
    }

    RecoveryRoad goesOnTo(String element) {
        CaseId caseId = caseId().orElseThrow();
        for (int steps = 0; !waitsAt(caseId).equals(element); steps++) {
            assertThat(steps)
                    .as("steps of %s on the way to %s", caseId, element)
                    .isLessThan(TOO_MANY);
            goesOn(caseId);
        }
        return this;
    }

    void goesOnToTheEnd() {
        goesOnToTheEnd(() -> {});
    }

    /** To the end, with a word before each step. */
    void goesOnToTheEnd(Runnable step) {
        CaseId caseId = caseId().orElseThrow();
        for (int steps = 0; caseId().isPresent(); steps++) {
            assertThat(steps).as("steps of %s on the way to its end", caseId).isLessThan(TOO_MANY);
            step.run();
            goesOn(caseId);
        }
    }

    private String waitsAt(CaseId caseId) {
        Set<String> places = node.getBean(Processes.class).waitsAt(caseId);
        assertThat(places).as("places of %s", caseId).hasSize(1);
        return places.iterator().next();
    }

    private void goesOn(CaseId caseId) {
        switch (waitsAt(caseId)) {
            case "userTask_giveEvidence" -> {
                people().givesPhoto(travellers.person(), caseId);
                people().passesOn(travellers.person(), caseId);
            }
            case "userTask_decideRecovery" -> {
                people().acceptsAll(travellers.first(), caseId);
                people().decides(travellers.first(), caseId, Verdict.APPROVE, "The photo fits the directory");
            }
            case "userTask_confirmRecovery" ->
                people().confirms(travellers.second(), caseId, true, "Looked at it again");
            case "userTask_watchWait" -> node.getBean(ProcessPlay.class).fireTimer(caseId, "event_waitOver");
            case "userTask_redeemPass" -> redeems(caseId);
            default -> setsUp(caseId);
        }
    }

    private void redeems(CaseId caseId) {
        RecoveryPasses passes = node.getBean(RecoveryPasses.class);
        Optional<AccessPass> pass = people().as(travellers.person(), caseId, () -> passes.shown(people().only(caseId)));
        redeemed = Optional.of(
                people().redeems(travellers.person(), caseId, pass.orElseThrow().code()));
    }

    private void setsUp(CaseId caseId) {
        if (redeemed.isEmpty()) {
            people().as(travellers.person(), caseId, () -> {
                node.getBean(RecoveryPasses.class).wantedAnew();
                return true;
            });
            return;
        }
        Person person = redeemed.get();
        switch (waitsAt(caseId)) {
            case "userTask_chooseMethod" -> people().choosesApp(person, caseId);
            case "userTask_chooseDevice" -> people().choosesDevice(person, caseId);
            case "userTask_registerApp" -> people().provesApp(person, caseId);
            default -> throw new AssertionError("no way on from " + waitsAt(caseId));
        }
    }

    private TestRecoveries people() {
        return node.getBean(TestRecoveries.class);
    }
}
