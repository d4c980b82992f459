package org.sekisho.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sekisho.directory.AccountId;
import org.sekisho.directory.Rank;
import org.sekisho.process.DecisionKey;
import org.sekisho.process.Decisions;
import org.sekisho.process.Variable;
import org.sekisho.process.Variables;
import org.sekisho.testing.SekishoTest;
import org.sekisho.testing.TestAccounts;
import org.springframework.beans.factory.annotation.Autowired;

@SekishoTest
class FactorPolicyTest {

    @Autowired
    private Decisions decisions;

    @Autowired
    private MethodOffer offer;

    @Autowired
    private FactorPolicy policy;

    @Autowired
    private TestAccounts accounts;

    @ParameterizedTest(name = "{0} signs in {1} first {2} resists {3} restricted {4}: {5} {6} {7} {8} {9}")
    @CsvSource({
        "ordinary,   false, false, false, false, true,  false, false, false, false",
        "privileged, true,  true,  false, true,  false, false, false, false, false",
        "ordinary,   true,  true,  false, true,  true,  false, true,  true,  false",
        "ordinary,   true,  true,  false, false, true,  true,  true,  true,  false",
        "privileged, true,  true,  false, false, true,  true,  true,  true,  false",
        "ordinary,   true,  false, true,  false, true,  true,  false, true,  false",
        "ordinary,   true,  false, false, false, true,  true,  false, false, true"
    })
    void every_rule_decides_as_drawn(
            String rank,
            boolean signIn,
            boolean mayBeFirst,
            boolean phishingResistant,
            boolean restricted,
            boolean allowed,
            boolean recommended,
            boolean first,
            boolean second,
            boolean reserve) {
        Variables decided = decisions.decide(
                new DecisionKey("factor-policy"),
                Variables.of(Variable.text("affiliation"), "student")
                        .and(Variable.text("rank"), rank)
                        .and(Variable.flag("signIn"), signIn)
                        .and(Variable.flag("mayBeFirst"), mayBeFirst)
                        .and(Variable.flag("phishingResistant"), phishingResistant)
                        .and(Variable.flag("restricted"), restricted));
        assertThat(decided.get(Variable.flag("allowed"))).isEqualTo(allowed);
        assertThat(decided.get(Variable.flag("recommended"))).isEqualTo(recommended);
        assertThat(decided.get(Variable.flag("first"))).isEqualTo(first);
        assertThat(decided.get(Variable.flag("second"))).isEqualTo(second);
        assertThat(decided.get(Variable.flag("reserve"))).isEqualTo(reserve);
    }

    @Test
    void a_privileged_account_is_offered_nothing_of_the_telephone_network() {
        AccountId student = accounts.student().id();
        AccountId privileged =
                accounts.create(account -> account.rank(Rank.PRIVILEGED)).id();
        assertThat(offer.kinds(student, Optional.empty()))
                .anyMatch(type -> type.traits().restricted());
        assertThat(offer.kinds(privileged, Optional.empty())).isNotEmpty().noneMatch(type -> type.traits()
                .restricted());
    }

    @Test
    void what_is_recommended_comes_first_unless_the_person_chooses() {
        AccountId student = accounts.student().id();
        FactorType usual = offer.usual(student);
        assertThat(usual.traits().restricted()).isFalse();
        assertThat(policy.of(student).standing(usual))
                .isEqualTo(new FactorPolicy.Standing(true, true, true, true, false));
    }
}
