package org.sekisho.factor;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.sekisho.directory.Account;
import org.sekisho.directory.AccountId;
import org.sekisho.directory.Accounts;
import org.sekisho.process.DecisionKey;
import org.sekisho.process.Decisions;
import org.sekisho.process.Variable;
import org.sekisho.process.Variables;
import org.springframework.stereotype.Component;

/**
 * What {@code factor-policy.dmn} says of a kind of method for an account: decided by traits, never by name. An answer holds for
 * as long as the node runs, as does the table.
 */
@Component
public class FactorPolicy {

    private static final DecisionKey TABLE = new DecisionKey("factor-policy");
    private static final Variable<String> AFFILIATION = Variable.text("affiliation");
    private static final Variable<String> RANK = Variable.text("rank");
    private static final Variable<Boolean> SIGN_IN = Variable.flag("signIn");
    private static final Variable<Boolean> MAY_BE_FIRST = Variable.flag("mayBeFirst");
    private static final Variable<Boolean> PHISHING_RESISTANT = Variable.flag("phishingResistant");
    private static final Variable<Boolean> RESTRICTED = Variable.flag("restricted");
    private static final Variable<Boolean> ALLOWED = Variable.flag("allowed");
    private static final Variable<Boolean> RECOMMENDED = Variable.flag("recommended");
    private static final Variable<Boolean> FIRST = Variable.flag("first");
    private static final Variable<Boolean> SECOND = Variable.flag("second");
    private static final Variable<Boolean> RESERVE = Variable.flag("reserve");

    private final Decisions decisions;
    private final Accounts accounts;
    private final Map<Question, Standing> answers = new ConcurrentHashMap<>();

    FactorPolicy(Decisions decisions, Accounts accounts) {
        this.decisions = decisions;
        this.accounts = accounts;
    }

    /**
     * What may be done with a kind.
     *
     * @param allowed whether it may be set up at all
     * @param recommended whether people are pointed to it
     * @param first whether it may be an account's first method
     * @param second whether it counts as a second method, for the day on which the first is not at hand
     * @param reserve whether it is kept for the day on which no other is at hand
     */
    public record Standing(boolean allowed, boolean recommended, boolean first, boolean second, boolean reserve) {}

    /** Where the kinds stand for one account, as it is now. */
    public Standings of(AccountId id) {
        Account account = accounts.get(id);
        String affiliation = key(account.affiliation());
        String rank = key(account.rank());
        return type -> answers.computeIfAbsent(new Question(affiliation, rank, type.traits()), this::decide);
    }

    /** What the table says of each kind for one account. */
    public interface Standings {

        Standing standing(FactorType type);
    }

    private Standing decide(Question question) {
        Traits traits = question.traits();
        Variables decided = decisions.decide(
                TABLE,
                Variables.of(AFFILIATION, question.affiliation())
                        .and(RANK, question.rank())
                        .and(SIGN_IN, traits.signIn())
                        .and(MAY_BE_FIRST, traits.first())
                        .and(PHISHING_RESISTANT, traits.phishingResistant())
                        .and(RESTRICTED, traits.restricted()));
        return new Standing(
                decided.get(ALLOWED),
                decided.get(RECOMMENDED),
                decided.get(FIRST),
                decided.get(SECOND),
                decided.get(RESERVE));
    }

    private static String key(Enum<?> trait) {
        return trait.name().toLowerCase(Locale.ROOT);
    }

    private record Question(String affiliation, String rank, Traits traits) {}
}
