package org.sekisho.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.Set;
import org.sekisho.approval.Approvals;
import org.sekisho.channel.JdbcOutgoing;
import org.sekisho.directory.Account;
import org.sekisho.directory.AccountId;
import org.sekisho.directory.Affiliation;
import org.sekisho.directory.Role;
import org.sekisho.dispute.Disputes;
import org.sekisho.engine.ProcessPlay;
import org.sekisho.process.CaseId;
import org.sekisho.process.TaskId;
import org.sekisho.process.TaskInbox;
import org.sekisho.recovery.TestRecoveries;
import org.sekisho.security.SignedInAs;
import org.sekisho.shared.Secret;
import org.sekisho.termination.Terminations;
import org.sekisho.vouching.TestVouchers;
import org.sekisho.vouching.Vouchings;
import org.springframework.beans.factory.BeanFactory;

/** One person goes through every process of the product, with a refusal, a wrong code and whatever else is of use. */
public final class EveryProcess {

    private final BeanFactory product;
    private final TestAccounts accounts;
    private final TaskInbox inbox;
    private final ProcessPlay play;
    private final Account guest;
    private final Account approver;

    private EveryProcess(BeanFactory product, Account guest, Account approver) {
        this.product = product;
        this.accounts = product.getBean(TestAccounts.class);
        this.inbox = product.getBean(TaskInbox.class);
        this.play = product.getBean(ProcessPlay.class);
        this.guest = guest;
        this.approver = approver;
    }

    /**
     * What was done.
     *
     * @param cases all that were begun, which are all over
     * @param link the secret link of a notice
     */
    public record Played(
            Set<CaseId> cases, Traveller traveller, Secret<String> link, TestRecoveries.Recovered recovered) {}

    /**
     * Names for what is typed.
     *
     * @param mark letters and digits that stand nowhere else
     * @param reason what people give as their reason
     * @param method what a person calls a method
     */
    public record Words(String mark, String reason, String method) {}

    /** A guest whose unit has an approver and who has somebody to vouch for them. */
    public static Account guest(BeanFactory product, String name, String address, String unit) {
        AccountId manager = product.getBean(TestVouchers.class).settled();
        return product.getBean(TestAccounts.class).create(account -> account.name(name)
                .manager(manager)
                .address(address)
                .affiliation(Affiliation.GUEST)
                .unit(unit));
    }

    /** @param approver of the guest's unit */
    public static Played by(BeanFactory product, Account guest, Account approver, Words words) {
        return new EveryProcess(product, guest, approver).play(words);
    }

    private Played play(Words words) {
        Set<CaseId> cases = new LinkedHashSet<>();
        Traveller traveller = Traveller.withDetours(
                product, guest.id(), Set.of("userTask_helpWithTrial", "userTask_chooseAnotherMethod"));
        cases.add(refused(traveller, words.reason()));
        cases.add(traveller.applies());
        traveller.goesOnTo("userTask_seeResult");
        CaseId verification = traveller.opensSignIn().orElseThrow();
        cases.add(verification);
        traveller.failsToProve(verification);
        traveller.proves(verification);
        traveller.lands().goesOnToTheEnd();
        cases.add(traveller.addsMethodCalled(words.method()));
        cases.add(traveller.addsPasskeyCalled("Key " + words.mark()));
        cases.add(traveller.addsPhoneCalled("Cell " + words.mark(), "09081726354"));
        cases.add(traveller.savesRecoveryCodesCalled("Sheet " + words.mark()));
        cases.add(traveller.savesAppPasswordCalled(words.mark()));
        cases.add(terminated(traveller, words.reason()));
        Secret<String> link = MailedLinks.of(
                        product.getBean(JdbcOutgoing.class), guest.id(), "A method was added to your account")
                .get(0);
        cases.add(disputed(link, words.reason()));
        TestRecoveries.Recovered recovered =
                product.getBean(TestRecoveries.class).recovers(guest.id(), agent(), agent(), words.reason());
        cases.add(recovered.caseId());
        product.getBean(Vouchings.class).of(recovered.caseId()).forEach(vouching -> cases.add(vouching.caseId()));
        return new Played(cases, traveller, link, recovered);
    }

    private CaseId refused(Traveller traveller, String reason) {
        CaseId caseId = traveller.applies();
        try (SignedInAs ignored = SignedInAs.withRoles(approver.id(), Role.APPROVER)) {
            TaskId task = inbox.ofCase(caseId).get(0).id();
            product.getBean(Approvals.class).refused(task, reason);
        }
        play.hasEnded(caseId);
        return caseId;
    }

    private CaseId terminated(Traveller traveller, String reason) {
        CaseId caseId = traveller.asksToEndMfa(reason);
        try (SignedInAs ignored = SignedInAs.withRoles(agent(), Role.HELPDESK)) {
            product.getBean(Terminations.class)
                    .decided(inbox.ofCase(caseId).get(0).id(), false, reason);
        }
        play.hasEnded(caseId);
        return caseId;
    }

    private CaseId disputed(Secret<String> link, String reason) {
        Disputes disputes = product.getBean(Disputes.class);
        Disputes.Link used = disputes.disputed(link);
        assertThat(used).isInstanceOf(Disputes.Link.Used.class);
        CaseId caseId = ((Disputes.Link.Used) used).dispute().caseId();
        try (SignedInAs ignored = SignedInAs.withRoles(agent(), Role.HELPDESK)) {
            disputes.decided(inbox.ofCase(caseId).get(0).id(), false, reason);
        }
        play.hasEnded(caseId);
        return caseId;
    }

    private AccountId agent() {
        return accounts.create(account -> account.affiliation(Affiliation.STAFF).roles(Role.HELPDESK))
                .id();
    }
}
