package org.sekisho.dispute;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.sekisho.audit.AuditTrail;
import org.sekisho.directory.Account;
import org.sekisho.directory.AccountId;
import org.sekisho.directory.Accounts;
import org.sekisho.directory.Role;
import org.sekisho.factor.Factor;
import org.sekisho.factor.Factors;
import org.sekisho.factor.Freeze;
import org.sekisho.factor.Freezes;
import org.sekisho.notice.DisputeLinks;
import org.sekisho.notice.ToldChange;
import org.sekisho.process.CaseId;
import org.sekisho.process.CaseTask;
import org.sekisho.process.FormKey;
import org.sekisho.process.MessageName;
import org.sekisho.process.ProcessKey;
import org.sekisho.process.Processes;
import org.sekisho.process.TaskId;
import org.sekisho.process.TaskInbox;
import org.sekisho.process.TaskUnavailable;
import org.sekisho.process.Variables;
import org.sekisho.security.CurrentUser;
import org.sekisho.security.Person;
import org.sekisho.shared.Secret;
import org.sekisho.verification.Verifications;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What people say about changes that were not theirs, and what becomes of it. Whoever holds the link of a notice may dispute;
 * looking at the page changes nothing.
 */
@Component
public class Disputes {

    /** The longest reason that can be given, in characters. */
    public static final int LONGEST_REASON = 1000;

    static final ProcessKey PROCESS = new ProcessKey("dispute");
    static final MessageName OLDER_METHOD_PROVED = new MessageName("dispute.olderMethodProved");
    static final MessageName ACCOUNT_ENDED = new MessageName("dispute.accountEnded");

    private static final FormKey CHECK = new FormKey("dispute-check");
    private static final String RECOVERY = "recovery-";

    private final JdbcDisputes disputes;
    private final DisputeLinks links;
    private final Accounts accounts;
    private final Processes processes;
    private final TaskInbox inbox;
    private final Freezes freezes;
    private final Factors factors;
    private final Verifications verifications;
    private final CurrentUser user;
    private final AuditTrail audit;
    private final TransactionOperations transaction;
    private final Clock clock;

    Disputes(
            JdbcDisputes disputes,
            DisputeLinks links,
            Accounts accounts,
            Processes processes,
            TaskInbox inbox,
            Freezes freezes,
            Factors factors,
            Verifications verifications,
            CurrentUser user,
            AuditTrail audit,
            TransactionOperations transaction,
            Clock clock) {
        this.disputes = disputes;
        this.links = links;
        this.accounts = accounts;
        this.processes = processes;
        this.inbox = inbox;
        this.freezes = freezes;
        this.factors = factors;
        this.verifications = verifications;
        this.user = user;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What a link leads to. */
    public sealed interface Link {

        /** The change can be disputed. */
        record Open(ToldChange change) implements Link {}

        /** The change has been disputed: by this link, or by one that another address was sent. */
        record Used(Dispute dispute) implements Link {}

        /** The time to dispute the change is over. */
        record Expired() implements Link {}

        /** Nobody was given such a link. */
        record Unknown() implements Link {}
    }

    /** What became of the wish to lift a freeze. */
    public enum Lifting {
        LIFTED,
        /** No method has been proved a short while ago. */
        PROOF_NEEDED,
        /** The method that was proved is not old enough to be above suspicion. */
        TOO_NEW
    }

    /** Looks where a link leads, and changes nothing. */
    public Link look(Secret<String> token) {
        return links.find(token).map(this::link).orElseGet(Link.Unknown::new);
    }

    private Link link(ToldChange change) {
        Optional<Link> used = disputes.of(change).map(Link.Used::new);
        return used.orElseGet(
                () -> clock.instant().isBefore(change.expiresAt()) ? new Link.Open(change) : new Link.Expired());
    }

    /**
     * Whoever holds the link says that the change was not theirs: the account is frozen and the helpdesk told. A change is
     * disputed once, however often and by whichever of its links it is said.
     *
     * @return where the link leads from now on
     */
    public Link disputed(Secret<String> token) {
        Link before = look(token);
        if (before instanceof Link.Open open) {
            try {
                transaction.executeWithoutResult(status -> begin(open.change()));
            } catch (DuplicateKeyException otherClick) {
                return look(token);
            }
            return look(token);
        }
        return before;
    }

    private void begin(ToldChange change) {
        CaseId caseId = CaseId.next();
        disputes.add(caseId, change, clock.instant());
        audit.record(
                "dispute.change-disputed",
                Optional.of(change.account().value()),
                Optional.of(caseId.value()),
                change.news(),
                Map.of("subject", change.subject().toString()));
        processes.start(
                PROCESS,
                caseId,
                Variables.of(DisputeVariables.ACCOUNT_ID, change.account().value())
                        .and(DisputeVariables.DECIDERS, deciders(change)));
    }

    private String deciders(ToldChange change) {
        Account account = accounts.get(change.account());
        return change.news().startsWith(RECOVERY) ? Role.LEAD.groupFor(account) : Role.helpdeskGroupsFor(account);
    }

    /**
     * The dispute that the task asks to decide.
     *
     * @throws TaskUnavailable where it is none
     */
    public Dispute dispute(CaseTask task) {
        return disputes.find(task.caseId()).orElseThrow(() -> new TaskUnavailable(task.id()));
    }

    /**
     * Somebody of the helpdesk decides on a disputed change.
     *
     * @param undo whether what the change has added ends
     * @param reason 1 to {@value #LONGEST_REASON} characters
     * @throws TaskUnavailable where it is decided already or not theirs to decide
     * @throws IllegalArgumentException where the reason is blank or too long
     */
    public void decided(TaskId id, boolean undo, String reason) {
        String given = reason.strip();
        if (given.isEmpty() || given.length() > LONGEST_REASON) {
            throw new IllegalArgumentException("a decision needs a reason of 1 to " + LONGEST_REASON + " characters");
        }
        CaseTask task =
                inbox.find(id).filter(found -> found.form().equals(CHECK)).orElseThrow(() -> new TaskUnavailable(id));
        transaction.executeWithoutResult(status -> {
            disputes.decide(task.caseId(), user.get().account(), given);
            audit.record(
                    "dispute.change-decided",
                    task.subject(),
                    Optional.of(task.caseId().value()),
                    undo ? "undone" : "kept",
                    Map.of());
            inbox.complete(id, Variables.of(DisputeVariables.UNDO, undo));
        });
    }

    /** Why and since when the methods and contacts of the person signed in stand still; empty where they do not. */
    public Optional<Freeze> freeze() {
        return freezes.of(user.get().account());
    }

    /**
     * The person signed in says that all is well after all. It counts where this session has lately proved a method that was
     * bound long enough before every disputed change: one that came with them proves nothing.
     */
    public Lifting lifted() {
        Person person = user.get();
        Optional<Freeze> freeze = freeze();
        if (freeze.isEmpty()) {
            return Lifting.LIFTED;
        }
        var proved = verifications.provedLately(person.account(), person.session());
        if (proved.isEmpty()) {
            return Lifting.PROOF_NEEDED;
        }
        boolean older = factors.active(person.account()).stream()
                .filter(factor -> proved.contains(factor.id()))
                .map(Factor::activatedAt)
                .flatMap(Optional::stream)
                .anyMatch(bound -> bound.isBefore(freeze.get().suspectedSince()));
        if (!older) {
            return Lifting.TOO_NEW;
        }
        transaction.executeWithoutResult(status -> disputes.open(person.account())
                .forEach(dispute -> processes.correlate(dispute.caseId(), OLDER_METHOD_PROVED, Variables.none())));
        return Lifting.LIFTED;
    }

    /** Starts the proof of a method; the screen comes back to the route afterwards. */
    public TaskId prove(String returnRoute) {
        Person person = user.get();
        return verifications.stepUp(person.account(), person.session(), returnRoute);
    }

    void accountEnded(AccountId account) {
        disputes.open(account)
                .forEach(dispute -> processes.correlate(dispute.caseId(), ACCOUNT_ENDED, Variables.none()));
    }
}
