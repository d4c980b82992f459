package org.sekisho.factor.messagecode;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sekisho.channel.Channels;
import org.sekisho.directory.AccountId;
import org.sekisho.factor.Challenge;
import org.sekisho.factor.Factor;
import org.sekisho.factor.FactorId;
import org.sekisho.factor.FactorType.Check;
import org.sekisho.factor.Factors;
import org.sekisho.factor.SetupOutcome;
import org.sekisho.factor.messagecode.PhoneVariables.Answer;
import org.sekisho.numbering.Country;
import org.sekisho.numbering.Numbering;
import org.sekisho.numbering.Reading;
import org.sekisho.process.CaseTask;
import org.sekisho.process.MessageName;
import org.sekisho.process.Processes;
import org.sekisho.process.TaskId;
import org.sekisho.process.TaskInbox;
import org.sekisho.process.TaskUnavailable;
import org.sekisho.process.Variables;
import org.sekisho.security.CurrentUser;
import org.sekisho.security.FreshFactor;
import org.sekisho.shared.PhoneNumber;
import org.sekisho.shared.Secret;
import org.sekisho.throttle.Limit;
import org.sekisho.throttle.Throttle;
import org.sekisho.throttle.Verdict;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The process {@code factor-messagecode-setup}: a person gives a number and proves it with one message or call. */
@Component
public class PhoneSetup {

    static final MessageName CALL_ANSWERED = new MessageName("factor-messagecode-setup.callAnswered");

    private static final String EXTENSION = "[0-9]{0,10}";

    private final TaskInbox inbox;
    private final Processes processes;
    private final Factors factors;
    private final PhoneCodes codes;
    private final JdbcPhones phones;
    private final Numbering numbering;
    private final Channels channels;
    private final Throttle throttle;
    private final FreshFactor fresh;
    private final CurrentUser user;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final MessageCodeProperties policy;

    PhoneSetup(
            TaskInbox inbox,
            Processes processes,
            Factors factors,
            PhoneCodes codes,
            JdbcPhones phones,
            Numbering numbering,
            Channels channels,
            Throttle throttle,
            FreshFactor fresh,
            CurrentUser user,
            TransactionOperations transaction,
            Clock clock,
            MessageCodeProperties policy) {
        this.inbox = inbox;
        this.processes = processes;
        this.factors = factors;
        this.codes = codes;
        this.phones = phones;
        this.numbering = numbering;
        this.channels = channels;
        this.throttle = throttle;
        this.fresh = fresh;
        this.user = user;
        this.transaction = transaction;
        this.clock = clock;
        this.policy = policy;
    }

    /** The countries that a number may belong to, the commonest first. */
    public List<Country> countries() {
        return numbering.countries();
    }

    /** The ways in which a code can be sent to a number for that place. */
    public List<Delivery> deliveries(Slot slot) {
        return Arrays.stream(Delivery.values())
                .filter(delivery -> delivery == Delivery.CALL || slot == Slot.PHONE)
                .filter(delivery -> channels.offers(delivery.channel()))
                .toList();
    }

    /** The places for which the person has no number yet. */
    public List<Slot> slots(CaseTask task) {
        Set<Slot> taken = taken(challenge(task.id()));
        return Arrays.stream(Slot.values())
                .filter(slot -> !taken.contains(slot) && !deliveries(slot).isEmpty())
                .toList();
    }

    /** Until when a number must be proved. */
    public Instant expiresAt(CaseTask task) {
        return inbox.variables(task.id()).get(PhoneVariables.EXPIRES_AT);
    }

    /**
     * The person gives a number; where it is taken, a message goes out to it.
     *
     * @throws TaskUnavailable where the task is gone
     */
    public Given give(TaskId id, GivenPhone given) {
        Challenge challenge = challenge(id);
        Reading reading = numbering.read(given.typed(), given.country());
        if (reading instanceof Reading.Refused refused) {
            return new Given.NotTaken(PhoneProblem.valueOf(refused.problem().name()));
        }
        Reading.Number read = (Reading.Number) reading;
        Optional<PhoneProblem> problem = problem(challenge, given, read);
        if (problem.isPresent()) {
            return new Given.NotTaken(problem.get());
        }
        PhoneNumber number = given.slot() == Slot.OFFICE && !given.extension().isBlank()
                ? read.number().withExtension(given.extension().strip())
                : read.number();
        Phone phone = new Phone(number, given.slot(), given.delivery());
        if (phones.isBound(number, challenge.factor())) {
            return new Given.NotTaken(PhoneProblem.BOUND);
        }
        Optional<SendRefusal> refusal = codes.admit(challenge, phone);
        if (refusal.isPresent()) {
            return new Given.NotSent(refusal.get());
        }
        transaction.executeWithoutResult(status -> {
            phones.put(challenge.factor(), challenge.account(), phone);
            inbox.complete(id, Variables.none());
        });
        return new Given.Taken();
    }

    private Optional<PhoneProblem> problem(Challenge challenge, GivenPhone given, Reading.Number read) {
        if (given.delivery() == Delivery.TEXT && !read.takesTexts()) {
            return Optional.of(PhoneProblem.NO_TEXTS);
        }
        if (!given.extension().strip().matches(EXTENSION)) {
            return Optional.of(PhoneProblem.EXTENSION);
        }
        if (!deliveries(given.slot()).contains(given.delivery())) {
            throw new IllegalArgumentException("no " + given.delivery() + " for " + given.slot());
        }
        return taken(challenge).contains(given.slot()) ? Optional.of(PhoneProblem.SLOT_TAKEN) : Optional.empty();
    }

    private Set<Slot> taken(Challenge challenge) {
        return phones.slots(
                factors.bound(challenge.account()).stream().map(Factor::id).toList());
    }

    /**
     * What went out, and how it is answered.
     *
     * @throws TaskUnavailable where the task is gone
     */
    public SentPhoneCode sent(TaskId id) {
        return codes.sent(challenge(id));
    }

    /**
     * The person has typed the code in.
     *
     * @throws TaskUnavailable where the task is gone
     */
    public Proved prove(TaskId id, Secret<String> entered) {
        Variables known = inbox.variables(id);
        if (!clock.instant().isBefore(known.get(PhoneVariables.EXPIRES_AT))) {
            return new Proved.Expired();
        }
        Proved proved = compare(challenge(id), entered);
        if (proved instanceof Proved.Right) {
            transaction.executeWithoutResult(status -> {
                factors.activate(challenge(id).factor());
                proved(challenge(id).account());
                inbox.complete(id, enrolled());
            });
        } else if (proved instanceof Proved.Exhausted) {
            inbox.complete(id, Variables.of(PhoneVariables.ANSWER, Answer.EXHAUSTED));
        }
        return proved;
    }

    /** The person has keyed something in during the call. */
    Proved answered(Challenge challenge, Secret<String> keyed) {
        Proved proved = compare(challenge, keyed);
        transaction.executeWithoutResult(status -> {
            if (proved instanceof Proved.Right) {
                factors.activate(challenge.factor());
                processes.correlate(challenge.caseId(), CALL_ANSWERED, enrolled());
            } else if (proved instanceof Proved.Exhausted) {
                processes.correlate(
                        challenge.caseId(), CALL_ANSWERED, Variables.of(PhoneVariables.ANSWER, Answer.EXHAUSTED));
            }
        });
        return proved;
    }

    /** Whether the number was proved by a call while the page was open; the page goes on then. */
    public boolean provedByCall(FactorId factor) {
        Optional<Factor> active = factors.find(factor).filter(bound -> bound.state() == Factor.State.ACTIVE);
        active.ifPresent(bound -> proved(bound.account()));
        return active.isPresent();
    }

    /** Whether the task still waits; one wrong answer too many during a call ends it while its page is open. */
    public boolean isOpen(TaskId id) {
        return inbox.find(id).isPresent();
    }

    /** The method that a task is about. */
    public FactorId factor(TaskId id) {
        return challenge(id).factor();
    }

    /**
     * The person wants another message.
     *
     * @return why none went out; empty where one did
     * @throws TaskUnavailable where the task is gone
     */
    public Optional<SendRefusal> again(TaskId id) {
        Challenge challenge = challenge(id);
        Phone phone = phones.find(challenge.factor()).orElseThrow(() -> new TaskUnavailable(id));
        Optional<SendRefusal> refusal = codes.admit(challenge, phone);
        if (refusal.isEmpty()) {
            inbox.complete(id, Variables.of(PhoneVariables.ANSWER, Answer.AGAIN));
        }
        return refusal;
    }

    /** The person would rather give another number. */
    public void change(TaskId id) {
        inbox.complete(id, Variables.of(PhoneVariables.ANSWER, Answer.CHANGE));
    }

    private Proved compare(Challenge challenge, Secret<String> entered) {
        List<Limit> limits = List.of(Limit.hard("phone-setup:" + challenge.factor(), policy.bindingTries()));
        if (!(throttle.take(limits) instanceof Verdict.Allowed allowed)) {
            return new Proved.Exhausted();
        }
        Check found = codes.check(challenge, entered);
        if (found == Check.RIGHT) {
            throttle.succeeded(limits);
            return new Proved.Right();
        }
        if (found == Check.WRONG) {
            return allowed.triesLeft() > 0
                    ? new Proved.Wrong(policy.bindingTries() - allowed.triesLeft(), allowed.triesLeft())
                    : new Proved.Exhausted();
        }
        throttle.giveBack(limits);
        return new Proved.Void();
    }

    private void proved(AccountId account) {
        user.find().ifPresent(person -> fresh.proved(account, person.session()));
    }

    private static Variables enrolled() {
        return Variables.of(PhoneVariables.ANSWER, Answer.PROVED).and(PhoneVariables.OUTCOME, SetupOutcome.ENROLLED);
    }

    private Challenge challenge(TaskId id) {
        CaseTask task = inbox.find(id).orElseThrow(() -> new TaskUnavailable(id));
        Variables known = inbox.variables(id);
        return new Challenge(
                new FactorId(known.get(PhoneVariables.FACTOR)),
                new AccountId(known.get(PhoneVariables.ACCOUNT)),
                task.caseId());
    }

    /** What became of a number that was given. */
    public sealed interface Given {

        /** A message goes out to it. */
        record Taken() implements Given {}

        record NotTaken(PhoneProblem problem) implements Given {}

        /** The number is fine, but nothing may be sent to it now. */
        record NotSent(SendRefusal refusal) implements Given {}
    }

    /** What became of an answer. */
    public sealed interface Proved {

        /** The telephone is a method of the account now. */
        record Right() implements Proved {}

        /**
         * @param tries how many wrong answers there were, this one included
         * @param triesLeft how many more may be given
         */
        record Wrong(int tries, int triesLeft) implements Proved {}

        /** It was right once, and has been used, replaced or has run out of time; not counted. */
        record Void() implements Proved {}

        /** One wrong answer too many: the number is thrown away. */
        record Exhausted() implements Proved {}

        /** Too late: the set-up is over. */
        record Expired() implements Proved {}
    }
}
