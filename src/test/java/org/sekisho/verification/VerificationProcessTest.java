package org.sekisho.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sekisho.directory.AccountId;
import org.sekisho.engine.ProcessPlay;
import org.sekisho.factor.Challenge;
import org.sekisho.factor.FactorId;
import org.sekisho.factor.totp.TestApps;
import org.sekisho.process.CaseId;
import org.sekisho.process.CaseTask;
import org.sekisho.process.ProcessKey;
import org.sekisho.process.TaskId;
import org.sekisho.process.TaskInbox;
import org.sekisho.security.SessionKey;
import org.sekisho.security.SignedInAs;
import org.sekisho.testing.SekishoTest;
import org.sekisho.testing.TestAccounts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@SekishoTest
class VerificationProcessTest {

    @Autowired
    private ProcessPlay play;

    @Autowired
    private Verification verification;

    @Autowired
    private TaskInbox inbox;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private TestApps apps;

    @Autowired
    private JdbcClient jdbc;

    private AccountId account;
    private FactorId app;
    private SignedInAs person;
    private SessionKey session;

    @BeforeEach
    void bind() {
        account = accounts.student().id();
        app = apps.enroll(account);
        person = SignedInAs.holder(account);
        session = person.person().session();
    }

    @AfterEach
    void leave() {
        person.close();
    }

    @AfterAll
    static void every_flow_was_taken() {
        ProcessPlay.assertEveryFlowTaken(new ProcessKey("verification"));
    }

    @Test
    void a_right_code_passes() {
        CaseId caseId = verification.signIn(account, session);
        play.waitsAt(caseId, "userTask_proveFactor");
        verification.prove(task(caseId), apps.code(app));
        play.hasPassed(caseId, "gateway_factorProved", "serviceTask_recordProof", "event_verificationPassed");
        over(caseId, "PASSED");
    }

    @Test
    void another_method_is_chosen_from_the_list_and_proved() {
        CaseId caseId = verification.signIn(account, session);
        FactorId second = apps.enroll(account);
        verification.another(task(caseId));
        play.waitsAt(caseId, "userTask_chooseMethod");
        verification.chosen(task(caseId), second);
        play.waitsAt(caseId, "userTask_proveFactor");
        verification.prove(task(caseId), apps.code(second));
        over(caseId, "PASSED");
    }

    @Test
    void whoever_asks_again_is_asked_the_same_method_anew() {
        CaseId caseId = verification.signIn(account, session);
        TaskId first = task(caseId);
        verification.again(first);
        play.waitsAt(caseId, "userTask_proveFactor");
        assertThat(task(caseId)).isNotEqualTo(first);
        verification.prove(task(caseId), apps.code(app));
        over(caseId, "PASSED");
    }

    @Test
    void what_is_keyed_on_the_phone_moves_the_case_on_for_the_session_that_opened_it() {
        CaseId caseId = verification.signIn(account, session);
        Challenge challenge = new Challenge(app, account, caseId);
        CaseTask task = inbox.ofCase(caseId).get(0);
        assertThat(verification.elsewhere(task)).isEmpty();
        person.close();
        assertThat(verification.answeredByPhone(challenge, apps.wrongCode(app))).isInstanceOf(Answer.Wrong.class);
        play.waitsAt(caseId, "userTask_proveFactor");
        assertThat(verification.answeredByPhone(challenge, apps.code(app))).isInstanceOf(Answer.Right.class);
        play.hasPassed(caseId, "event_callAnswered", "serviceTask_recordProof");
        over(caseId, "PASSED");
        assertThat(verification.answeredByPhone(challenge, apps.nextCode(app))).isInstanceOf(Answer.Expired.class);
        person = SignedInAs.again(person.person());
        assertThat(verification.elsewhere(task)).contains(new Answer.Right(new Onward.CompleteSignIn()));
    }

    @Test
    void with_none_of_the_listed_methods_the_person_sees_how_to_get_help() {
        CaseId caseId = verification.signIn(account, session);
        verification.another(task(caseId));
        verification.noneUsable(task(caseId));
        play.waitsAt(caseId, "userTask_seeHelp");
        verification.helpSeen(task(caseId));
        play.hasPassed(caseId, "gateway_methodChosen", "gateway_onTrial", "userTask_seeHelp", "event_noMethodUsable");
        over(caseId, "NO_METHOD");
    }

    @Test
    void without_any_method_the_person_sees_how_to_get_help_at_once() {
        AccountId other = accounts.student().id();
        try (SignedInAs bare = SignedInAs.holder(other)) {
            CaseId caseId = verification.signIn(other, bare.person().session());
            play.waitsAt(caseId, "userTask_seeHelp");
            verification.helpSeen(task(caseId));
            over(caseId, "NO_METHOD");
        }
    }

    @Test
    void a_trial_that_does_not_work_ends_at_once() {
        CaseId caseId = verification.trial(account, session).orElseThrow();
        verification.noneUsable(task(caseId));
        play.hasPassed(caseId, "gateway_methodLeft", "gateway_onTrial", "serviceTask_recordNoMethod");
        play.hasNotPassed(caseId, "userTask_seeHelp");
        over(caseId, "NO_METHOD");
    }

    @Test
    void too_many_wrong_codes_end_the_case() {
        CaseId caseId = verification.trial(account, session).orElseThrow();
        TaskId task = task(caseId);
        for (int n = 0; n < 5; n++) {
            verification.prove(task, apps.wrongCode(app));
        }
        play.hasPassed(caseId, "serviceTask_recordFailure", "event_verificationFailed");
        over(caseId, "FAILED");
    }

    @Test
    void an_unfinished_case_expires_wherever_it_waits() {
        expires(caseId -> caseId);
        expires(caseId -> {
            verification.another(task(caseId));
            return caseId;
        });
        expires(caseId -> {
            verification.noneUsable(task(caseId));
            return caseId;
        });
    }

    private void expires(Function<CaseId, CaseId> go) {
        CaseId caseId = go.apply(verification.signIn(account, session));
        play.fireTimer(caseId, "event_timeElapsed");
        play.hasPassed(caseId, "event_timeElapsed", "serviceTask_recordExpiry", "event_verificationExpired");
        over(caseId, "EXPIRED");
    }

    private void over(CaseId caseId, String outcome) {
        play.hasEnded(caseId).nothingIsLeftOf(caseId);
        assertThat(jdbc.sql("select outcome from verification_case where case_id = :case")
                        .param("case", caseId.value())
                        .query(String.class)
                        .single())
                .isEqualTo(outcome);
    }

    private TaskId task(CaseId caseId) {
        return inbox.ofCase(caseId).get(0).id();
    }
}
