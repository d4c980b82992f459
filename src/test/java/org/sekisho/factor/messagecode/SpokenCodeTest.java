package org.sekisho.factor.messagecode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.sekisho.channel.JdbcOutgoing;
import org.sekisho.channel.KeyedAnswers;
import org.sekisho.channel.Reply;
import org.sekisho.factor.Factor;
import org.sekisho.factor.FactorId;
import org.sekisho.factor.Factors;
import org.sekisho.factor.messagecode.PhoneSetup.Proved;
import org.sekisho.process.CaseId;
import org.sekisho.process.Processes;
import org.sekisho.process.TaskId;
import org.sekisho.process.TaskInbox;
import org.sekisho.process.Variables;
import org.sekisho.security.SignedInAs;
import org.sekisho.shared.Secret;
import org.sekisho.testing.SekishoTest;
import org.sekisho.testing.TestAccounts;
import org.springframework.beans.factory.annotation.Autowired;

/** A call as it is unless the policy says otherwise. */
@SekishoTest
class SpokenCodeTest {

    @Autowired
    private Processes processes;

    @Autowired
    private TaskInbox inbox;

    @Autowired
    private PhoneSetup setup;

    @Autowired
    private Factors factors;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private JdbcOutgoing outgoing;

    @Autowired
    private List<KeyedAnswers> answers;

    @Test
    void a_call_speaks_the_code_twice_and_takes_no_keys() {
        try (SignedInAs person = SignedInAs.holder(accounts.student().id())) {
            CaseId caseId = CaseId.next();
            processes.start(
                    MessageCodeFactor.SETUP,
                    caseId,
                    Variables.of(
                                    PhoneVariables.ACCOUNT,
                                    person.person().account().value())
                            .and(PhoneVariables.FACTOR, FactorId.next().value()));
            setup.give(
                    task(caseId),
                    new GivenPhone(Slot.PHONE, setup.countries().get(0), "03-1234-5670", "", Delivery.CALL));
            JdbcOutgoing.Waiting call = outgoing.of(caseId).get(0);
            assertThat(call.channel()).isEqualTo("voice");
            assertThat(call.text().reply()).isEqualTo(Reply.NOTHING);
            List<String> spoken = Pattern.compile("[0-9]{6}")
                    .matcher(call.body())
                    .results()
                    .map(MatchResult::group)
                    .toList();
            assertThat(spoken).hasSize(2);
            assertThat(spoken.get(0)).isEqualTo(spoken.get(1));
            assertThat(answers).noneMatch(answer -> answer.keyed(call.key(), Secret.of(spoken.get(0)))
                    .filter(KeyedAnswers.Outcome.RIGHT::equals)
                    .isPresent());
            assertThat(setup.prove(task(caseId), Secret.of(spoken.get(0)))).isInstanceOf(Proved.Right.class);
            assertThat(factors.active(person.person().account()))
                    .extracting(Factor::kind)
                    .containsExactly("messagecode");
        }
    }

    private TaskId task(CaseId caseId) {
        return inbox.ofCase(caseId).get(0).id();
    }
}
