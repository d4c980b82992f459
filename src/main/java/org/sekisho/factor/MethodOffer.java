package org.sekisho.factor;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.directory.AccountId;
import org.sekisho.factor.FactorPolicy.Standings;
import org.sekisho.process.CaseTask;
import org.sekisho.process.FormKey;
import org.sekisho.process.TaskId;
import org.sekisho.process.TaskInbox;
import org.sekisho.process.TaskUnavailable;
import org.sekisho.process.Variable;
import org.sekisho.process.Variables;
import org.sekisho.security.CurrentUser;
import org.sekisho.security.FreshFactor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which kinds of method a person may set up, and the task in which they choose one. Any process may have that task: with the
 * form {@code method-choose}, the variable {@code accountId}, where a method is to be replaced also {@code replacedId}, where all
 * are {@code renewal}, and where one of a certain use is wanted {@code addition}. It gives back {@code choice} ({@code chosen} or {@code back}) and, where something was chosen, {@code factorId} and
 * {@code setupProcess} for the call of the set-up process.
 */
@Component
public class MethodOffer {

    static final FormKey FORM = new FormKey("method-choose");
    static final Variable<Choice> CHOICE = Variable.oneOf("choice", Choice.class);
    static final Variable<UUID> FACTOR_ID = Variable.id("factorId");
    static final Variable<UUID> REPLACED_ID = Variable.id("replacedId");
    static final Variable<String> SETUP_PROCESS = Variable.text("setupProcess");
    static final Variable<Addition> ADDITION = Variable.oneOf("addition", Addition.class);
    static final Variable<Boolean> RENEWAL = Variable.flag("renewal");

    private final FactorCatalog catalog;
    private final Factors factors;
    private final FactorPolicy policy;
    private final TaskInbox inbox;
    private final CurrentUser user;
    private final FreshFactor fresh;

    MethodOffer(
            FactorCatalog catalog,
            Factors factors,
            FactorPolicy policy,
            TaskInbox inbox,
            CurrentUser user,
            FreshFactor fresh) {
        this.catalog = catalog;
        this.factors = factors;
        this.policy = policy;
        this.inbox = inbox;
        this.user = user;
        this.fresh = fresh;
    }

    /** How a person answers the question. */
    public enum Choice {
        CHOSEN,
        BACK
    }

    /** What a further method is wanted for. */
    public enum Addition {
        /** For the day on which the first is not at hand; the person cannot do without. */
        SECOND_REQUIRED,
        /** For the day on which the first is not at hand, if the person likes. */
        SECOND_RECOMMENDED,
        /** For the day on which no other is at hand, if the person likes. */
        RESERVE,
        /** Nothing in particular. */
        NOTHING
    }

    /**
     * The kinds that the account may set up now, in the order of the catalogue. One that may be the default comes first: where
     * the account would be left without one, no other kind is offered.
     *
     * @param replaced the method whose place is taken; empty where one is added
     */
    public List<FactorType> kinds(AccountId account, Optional<FactorId> replaced) {
        return kindsBeside(
                factors.bound(account).stream()
                        .filter(factor -> replaced.filter(factor.id()::equals).isEmpty())
                        .toList(),
                account);
    }

    private List<FactorType> kindsBeside(List<Factor> present, AccountId account) {
        boolean hasDefault = present.stream()
                .filter(factor -> factor.state() == Factor.State.ACTIVE)
                .anyMatch(factor -> catalog.traits(factor).first());
        Standings standings = policy.of(account);
        return catalog.types().stream()
                .filter(type -> standings.standing(type).allowed())
                .filter(type -> hasDefault
                        || (type.traits().first() && standings.standing(type).first()))
                .filter(type -> type.mayAdd(present))
                .toList();
    }

    /**
     * The kind that the account's first method is set up as unless its person chooses another: the first that the policy
     * recommends.
     *
     * @throws IllegalStateException where none may be the first
     */
    public FactorType usual(AccountId account) {
        List<FactorType> kinds = kinds(account, Optional.empty());
        Standings standings = policy.of(account);
        return kinds.stream()
                .filter(type -> standings.standing(type).recommended())
                .findFirst()
                .or(() -> kinds.stream().findFirst())
                .orElseThrow(() -> new IllegalStateException("no kind of method may be the first"));
    }

    /**
     * The kinds by which the account would get what is wanted, in the order of the catalogue: other ones than it has. None where
     * it has what is wanted already.
     */
    public List<FactorType> additions(AccountId account, Addition wanted) {
        Standings standings = policy.of(account);
        List<String> present =
                factors.active(account).stream().map(Factor::kind).toList();
        long serving = present.stream()
                .map(catalog::type)
                .filter(type -> serves(standings.standing(type), wanted))
                .count();
        boolean there = wanted == Addition.RESERVE ? serving > 0 : serving > 1;
        return there
                ? List.of()
                : kinds(account, Optional.empty()).stream()
                        .filter(type -> serves(standings.standing(type), wanted))
                        .filter(type -> !present.contains(type.kind()))
                        .toList();
    }

    private static boolean serves(FactorPolicy.Standing standing, Addition wanted) {
        return switch (wanted) {
            case SECOND_REQUIRED, SECOND_RECOMMENDED -> standing.second();
            case RESERVE -> standing.reserve();
            case NOTHING -> false;
        };
    }

    /** The kinds that may be chosen in the task. */
    public List<FactorType> kinds(CaseTask task) {
        Variables variables = inbox.variables(task.id());
        if (variables.find(RENEWAL).orElse(false)) {
            return kindsBeside(List.of(), subject(task));
        }
        Addition wanted = wanted(variables);
        return wanted == Addition.NOTHING
                ? kinds(subject(task), variables.find(REPLACED_ID).map(FactorId::new))
                : additions(subject(task), wanted);
    }

    /** What the method of the task is wanted for. */
    public Addition wanted(CaseTask task) {
        return wanted(inbox.variables(task.id()));
    }

    private static Addition wanted(Variables variables) {
        return variables.find(ADDITION).orElse(Addition.NOTHING);
    }

    /** The kind of the method that is to be replaced; empty where one is added. */
    public Optional<String> replacedKind(CaseTask task) {
        return inbox.variables(task.id())
                .find(REPLACED_ID)
                .map(FactorId::new)
                .flatMap(factors::find)
                .map(Factor::kind);
    }

    /**
     * The person has chosen.
     *
     * @throws TaskUnavailable where the task is gone or the kind not offered any more
     * @throws ProofNeeded where the account has a method that this session has not proved
     * @throws ChangesRefused where the account is frozen
     */
    @Transactional
    public void chosen(TaskId id, String kind) {
        CaseTask task = own(id);
        AccountId account = subject(task);
        boolean provable = factors.active(account).stream()
                .anyMatch(factor -> catalog.traits(factor).signIn());
        if (provable && !fresh.isFresh(account, user.present().session())) {
            throw new ProofNeeded();
        }
        FactorType type = kinds(task).stream()
                .filter(offered -> offered.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new TaskUnavailable(id));
        inbox.complete(
                id,
                Variables.of(CHOICE, Choice.CHOSEN)
                        .and(FACTOR_ID, FactorId.next().value())
                        .and(SETUP_PROCESS, type.setupProcess().value()));
    }

    /**
     * The person would rather not.
     *
     * @throws TaskUnavailable where the task is gone
     */
    @Transactional
    public void back(TaskId id) {
        inbox.complete(own(id).id(), Variables.of(CHOICE, Choice.BACK));
    }

    private CaseTask own(TaskId id) {
        return inbox.find(id)
                .filter(task -> task.form().equals(FORM)
                        && task.assignee()
                                .equals(Optional.of(user.present().account().value())))
                .orElseThrow(() -> new TaskUnavailable(id));
    }

    private static AccountId subject(CaseTask task) {
        return new AccountId(task.subject().orElseThrow(() -> new TaskUnavailable(task.id())));
    }
}
