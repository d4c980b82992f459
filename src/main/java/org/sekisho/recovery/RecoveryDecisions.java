package org.sekisho.recovery;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sekisho.audit.AuditTrail;
import org.sekisho.directory.Account;
import org.sekisho.directory.AccountId;
import org.sekisho.directory.Accounts;
import org.sekisho.evidence.Assessment;
import org.sekisho.evidence.Evidence;
import org.sekisho.evidence.IdPhotos;
import org.sekisho.evidence.RecoveryAssessment;
import org.sekisho.evidence.Tier;
import org.sekisho.incident.Incident;
import org.sekisho.incident.Incidents;
import org.sekisho.notice.Notices;
import org.sekisho.process.Barred;
import org.sekisho.process.CaseTask;
import org.sekisho.process.FormKey;
import org.sekisho.process.TaskId;
import org.sekisho.process.TaskInbox;
import org.sekisho.process.TaskUnavailable;
import org.sekisho.process.Variables;
import org.sekisho.security.CurrentUser;
import org.sekisho.shared.Secret;
import org.sekisho.vouching.Vouchings;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the helpdesk does with a recovery. Who may is the task's matter: nobody works a case of their own, of an account ranked
 * above them, or one that they have opened or decided on. Approving is not enough: the case itself weighs the evidence by its
 * tables and asks for a second person where they say so.
 */
@Component
public class RecoveryDecisions {

    /** The longest reason that can be given, in characters. */
    public static final int LONGEST_REASON = 1000;

    private static final FormKey DECIDE = new FormKey("recovery-decide");
    private static final FormKey CONFIRM = new FormKey("recovery-confirm");
    private static final FormKey WAIT = new FormKey("recovery-wait");
    private static final Set<FormKey> FORMS = Set.of(DECIDE, CONFIRM, WAIT);

    private final JdbcRecoveries recoveries;
    private final JdbcRecoveryDecisions decisions;
    private final TaskInbox inbox;
    private final Accounts accounts;
    private final Evidence evidence;
    private final IdPhotos photos;
    private final Vouchings vouchings;
    private final RecoveryAssessment assessment;
    private final Earlier earlier;
    private final Incidents incidents;
    private final Notices notices;
    private final CurrentUser user;
    private final AuditTrail audit;
    private final Reminders reminders;
    private final Clock clock;

    RecoveryDecisions(
            JdbcRecoveries recoveries,
            JdbcRecoveryDecisions decisions,
            TaskInbox inbox,
            Accounts accounts,
            Evidence evidence,
            IdPhotos photos,
            Vouchings vouchings,
            RecoveryAssessment assessment,
            Earlier earlier,
            Incidents incidents,
            Notices notices,
            CurrentUser user,
            AuditTrail audit,
            Reminders reminders,
            Clock clock) {
        this.recoveries = recoveries;
        this.decisions = decisions;
        this.inbox = inbox;
        this.accounts = accounts;
        this.evidence = evidence;
        this.photos = photos;
        this.vouchings = vouchings;
        this.assessment = assessment;
        this.earlier = earlier;
        this.incidents = incidents;
        this.notices = notices;
        this.user = user;
        this.audit = audit;
        this.reminders = reminders;
        this.clock = clock;
    }

    /** Whether the task asks the helpdesk about a recovery, so that there is a {@link #file} to it. */
    public static boolean asks(CaseTask task) {
        return FORMS.contains(task.form());
    }

    /**
     * What the evidence is good for at one moment.
     *
     * @param incidents the incident modes in force at that moment that concern the account
     */
    private record Weighed(Assessment assessment, List<Incident> incidents) {

        Map<String, String> details() {
            Map<String, String> details = new TreeMap<>(
                    Map.of("score", Integer.toString(assessment.score()), "combination", assessment.combination()));
            if (assessment.incident()) {
                details.put(
                        "incident",
                        incidents.stream()
                                .map(incident -> incident.id().toString())
                                .collect(Collectors.joining(" ")));
            }
            return details;
        }
    }

    /**
     * The case that the task asks about.
     *
     * @throws TaskUnavailable where it is no longer the person's to work
     */
    @Transactional(readOnly = true)
    public RecoveryFile file(TaskId id) {
        Recovery recovery = recoveries.get(task(id).caseId());
        Account account = accounts.get(recovery.account());
        Weighed weighed = weigh(recovery);
        return new RecoveryFile(
                recovery,
                account,
                recovery.openedBy().flatMap(accounts::find),
                evidence.of(recovery.caseId()),
                photos.of(recovery.caseId()),
                asked(recovery),
                weighed.assessment(),
                weighed.incidents(),
                earlier.recoveries(account.id()),
                decisions.of(recovery.caseId()));
    }

    private List<RecoveryFile.Asked> asked(Recovery recovery) {
        return vouchings.of(recovery.caseId()).stream()
                .map(vouching -> new RecoveryFile.Asked(
                        accounts.find(vouching.voucher()).map(Account::name).orElse(""), vouching))
                .toList();
    }

    private Weighed weigh(Recovery recovery) {
        AccountId account = recovery.account();
        List<Incident> inForce = incidents.concerning(account);
        Assessment weighed = assessment.assess(
                recovery.caseId(), accounts.get(account).rank(), earlier.recoveries(account), !inForce.isEmpty());
        return new Weighed(weighed, inForce);
    }

    /**
     * Shows a photo to whoever holds the task, and writes down that they have seen it.
     *
     * @return empty where it is deleted or not of the task's case
     * @throws TaskUnavailable where the task is no longer the person's to work
     */
    @Transactional
    public Optional<Secret<byte[]>> photo(TaskId id, UUID photo) {
        CaseTask task = held(id);
        return photos.view(photo, candidate -> candidate.caseId().equals(task.caseId()));
    }

    /**
     * The person has looked at a piece of evidence.
     *
     * @param believed whether it shows what it is meant to
     * @return what all the evidence is good for now
     * @throws TaskUnavailable where the task is no longer the person's to work, or the evidence is of another case
     */
    @Transactional
    public Assessment judged(TaskId id, UUID item, boolean believed) {
        CaseTask task = held(id);
        boolean ofThisCase = evidence.find(item)
                .filter(found -> found.caseId().equals(task.caseId()))
                .isPresent();
        if (!ofThisCase) {
            throw new TaskUnavailable(id);
        }
        if (believed) {
            evidence.accept(item, me());
        } else {
            evidence.reject(item, me());
        }
        return weigh(recoveries.get(task.caseId())).assessment();
    }

    /** What became of a decision. */
    public enum Outcome {
        DONE,
        /** The evidence does not reach any tier: it can be refused, or more asked for. */
        NOT_ENOUGH
    }

    /**
     * The first decision.
     *
     * @param reason 1 to {@value #LONGEST_REASON} characters; what the person is told where it is not approved
     * @throws TaskUnavailable where it is decided already or not theirs to decide
     * @throws IllegalArgumentException where the reason is blank or too long
     */
    @Transactional
    public Outcome decided(TaskId id, Verdict verdict, String reason) {
        String given = reason(reason);
        CaseTask task = held(id, DECIDE);
        Recovery recovery = recoveries.get(task.caseId());
        Weighed weighed = weigh(recovery);
        if (verdict == Verdict.APPROVE && weighed.assessment().tier() == Tier.NOT_ENOUGH) {
            return Outcome.NOT_ENOUGH;
        }
        remember(recovery, RecoveryDecision.Part.DECISION, verdict, given, Optional.of(weighed));
        if (verdict == Verdict.ASK_MORE) {
            recoveries.moveTo(recovery.caseId(), RecoveryState.GATHERING);
            notices.tell(
                    recovery.account(),
                    Optional.of(recovery.caseId()),
                    "recovery-more",
                    Integer.toString(decisions.of(recovery.caseId()).size()));
        }
        Variables outcome = Variables.of(RecoveryVariables.DECISION, verdict)
                .and(RecoveryVariables.EVIDENCE_REMINDER_AT, reminders.since(clock.instant()));
        inbox.complete(id, verdict == Verdict.APPROVE ? outcome.and(Barred.VARIABLE, barred(id)) : outcome);
        return Outcome.DONE;
    }

    /**
     * The second decision, by somebody else.
     *
     * @throws TaskUnavailable where it is decided already or not theirs to decide
     * @throws IllegalArgumentException where the reason is blank or too long
     */
    @Transactional
    public void confirmed(TaskId id, boolean confirmed, String reason) {
        String given = reason(reason);
        CaseTask task = held(id, CONFIRM);
        Recovery recovery = recoveries.get(task.caseId());
        remember(
                recovery,
                RecoveryDecision.Part.CONFIRMATION,
                confirmed ? Verdict.APPROVE : Verdict.REFUSE,
                given,
                Optional.of(weigh(recovery)));
        inbox.complete(id, Variables.of(RecoveryVariables.CONFIRMED, confirmed).and(Barred.VARIABLE, barred(id)));
    }

    /**
     * A lead who had no part in the decision ends the wait early, or the case.
     *
     * @param stopped whether the case ends instead of the wait
     * @throws TaskUnavailable where the wait is over or not theirs to watch
     * @throws IllegalArgumentException where the reason is blank or too long
     */
    @Transactional
    public void waitEnded(TaskId id, boolean stopped, String reason) {
        String given = reason(reason);
        CaseTask task = held(id, WAIT);
        remember(
                recoveries.get(task.caseId()),
                RecoveryDecision.Part.WAIT,
                stopped ? Verdict.REFUSE : Verdict.APPROVE,
                given,
                Optional.empty());
        inbox.complete(id, Variables.of(RecoveryVariables.STOPPED, stopped));
    }

    private void remember(
            Recovery recovery, RecoveryDecision.Part part, Verdict verdict, String reason, Optional<Weighed> weighed) {
        Optional<Assessment> known = weighed.map(Weighed::assessment);
        incidents.decidedUnder(
                recovery.caseId(), weighed.map(Weighed::incidents).orElseGet(List::of));
        decisions.add(
                recovery.caseId(),
                new RecoveryDecision(
                        part,
                        me(),
                        verdict,
                        reason,
                        known.map(Assessment::score),
                        known.map(Assessment::combination),
                        known.filter(Assessment::incident).isPresent(),
                        clock.instant()));
        audit.record(
                switch (part) {
                    case DECISION -> "recovery.case-decided";
                    case CONFIRMATION -> "recovery.case-confirmed";
                    case WAIT -> "recovery.wait-ended";
                },
                Optional.of(recovery.account().value()),
                Optional.of(recovery.caseId().value()),
                verdict.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                weighed.map(Weighed::details).orElseGet(Map::of));
    }

    private Barred barred(TaskId id) {
        return inbox.variables(id)
                .find(Barred.VARIABLE)
                .orElseGet(Barred::nobody)
                .and(me().value());
    }

    private static String reason(String reason) {
        String given = reason.strip();
        if (given.isEmpty() || given.length() > LONGEST_REASON) {
            throw new IllegalArgumentException("a decision needs a reason of 1 to " + LONGEST_REASON + " characters");
        }
        return given;
    }

    private AccountId me() {
        return user.get().account();
    }

    private CaseTask task(TaskId id) {
        return inbox.find(id).filter(RecoveryDecisions::asks).orElseThrow(() -> new TaskUnavailable(id));
    }

    /** The task, which the person must have taken: who looks at evidence or decides has put their name to it. */
    private CaseTask held(TaskId id) {
        CaseTask task = task(id);
        if (!task.assignee().equals(Optional.of(me().value()))) {
            throw new TaskUnavailable(id);
        }
        return task;
    }

    private CaseTask held(TaskId id, FormKey form) {
        CaseTask task = held(id);
        if (!task.form().equals(form)) {
            throw new TaskUnavailable(id);
        }
        return task;
    }
}
