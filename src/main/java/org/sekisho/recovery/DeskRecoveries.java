package org.sekisho.recovery;

import java.util.Optional;
import org.sekisho.directory.Account;
import org.sekisho.directory.AccountState;
import org.sekisho.directory.Accounts;
import org.sekisho.directory.CommonId;
import org.sekisho.directory.Rank;
import org.sekisho.directory.Role;
import org.sekisho.process.CaseId;
import org.sekisho.security.CurrentUser;
import org.sekisho.security.Person;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** What a clerk at the desk of a unit does for a person who stands there with their ID card. */
@Component
public class DeskRecoveries {

    private final Recoveries cases;
    private final JdbcRecoveries recoveries;
    private final Accounts accounts;
    private final CurrentUser user;

    DeskRecoveries(Recoveries cases, JdbcRecoveries recoveries, Accounts accounts, CurrentUser user) {
        this.cases = cases;
        this.recoveries = recoveries;
        this.accounts = accounts;
        this.user = user;
    }

    /** What became of the wish to open a case at the desk. */
    public sealed interface Seen {

        /** The case is open; a {@linkplain RecoveryPasses#pickUpCode pick-up code} can be made. */
        record Opened(CaseId caseId) implements Seen {}

        record Refused(Recoveries.Opening why) implements Seen {}

        /**
         * Nothing that this clerk may do: no account of their unit has that number, it is their own, or it is ranked above them.
         * Which of these it is, is not told.
         */
        record NotYours() implements Seen {}
    }

    /**
     * The clerk has seen the person and their ID card. Called outside any transaction.
     *
     * @throws AccessDeniedException where nobody is signed in who is an approver
     */
    public Seen seen(CommonId commonId) {
        Account clerk = clerk();
        Optional<Account> person = accounts.find(commonId).filter(found -> mayServe(clerk, found));
        if (person.isEmpty()) {
            return new Seen.NotYours();
        }
        Recoveries.Opening opening = cases.opened(person.get().id(), RecoveryChannel.DESK, Optional.of(clerk.id()));
        return opening == Recoveries.Opening.OPENED
                ? new Seen.Opened(
                        recoveries.open(person.get().id()).orElseThrow().caseId())
                : new Seen.Refused(opening);
    }

    private static boolean mayServe(Account clerk, Account person) {
        return person.state() == AccountState.ACTIVE
                && person.unit().equals(clerk.unit())
                && !person.id().equals(clerk.id())
                && (person.rank() == Rank.ORDINARY || clerk.rank() == Rank.PRIVILEGED);
    }

    private Account clerk() {
        Person person = user.get();
        return accounts.find(person.account())
                .filter(account -> account.state() == AccountState.ACTIVE)
                .filter(account -> account.has(Role.APPROVER) && person.roles().contains(Role.APPROVER))
                .orElseThrow(() -> new AccessDeniedException("only an approver serves at a desk"));
    }
}
