package org.sekisho.approval;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sekisho.process.DecisionKey;
import org.sekisho.process.Decisions;
import org.sekisho.process.Variable;
import org.sekisho.process.Variables;
import org.sekisho.testing.SekishoTest;
import org.springframework.beans.factory.annotation.Autowired;

@SekishoTest
class ApprovalPolicyTest {

    @Autowired
    Decisions decisions;

    @ParameterizedTest(name = "{0} {1} {2} shared {3} refused {4} times: {5} because {6}")
    @CsvSource({
        "suspended, student, ordinary,   false, 0, refuse,   account-not-active",
        "ended,     faculty, ordinary,   false, 0, refuse,   account-not-active",
        "active,    faculty, ordinary,   true,  0, ask-unit, shared-account",
        "active,    faculty, privileged, false, 0, ask-unit, privileged-account",
        "active,    student, ordinary,   false, 1, ask-unit, refused-before",
        "active,    student, ordinary,   false, 0, approve,  good-standing",
        "active,    faculty, ordinary,   false, 0, approve,  good-standing",
        "active,    staff,   ordinary,   false, 0, ask-unit, unit-decides",
        "active,    guest,   ordinary,   false, 0, ask-unit, unit-decides"
    })
    void every_rule_decides_as_drawn(
            String state,
            String affiliation,
            String rank,
            boolean shared,
            int refusals,
            String decision,
            String reason) {
        Variables decided = decisions.decide(
                new DecisionKey("approval-policy"),
                Variables.of(Variable.text("accountState"), state)
                        .and(Variable.text("affiliation"), affiliation)
                        .and(Variable.text("rank"), rank)
                        .and(Variable.flag("sharedAccount"), shared)
                        .and(Variable.number("earlierRefusals"), refusals));
        assertThat(decided.get(Variable.text("decision"))).isEqualTo(decision);
        assertThat(decided.get(Variable.text("reason"))).isEqualTo(reason);
    }
}
