package org.sekisho.enrollment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.sekisho.directory.AccountId;
import org.sekisho.engine.ProcessPlay;
import org.sekisho.process.CaseId;
import org.sekisho.verification.Enforcement;
import org.springframework.beans.factory.BeanFactory;

/**
 * A case as a node has left it.
 *
 * @param element where it waits
 */
record WaitingCase(String element, AccountId account, CaseId caseId) {

    static WaitingCase parse(String printed) {
        List<String> words = List.of(printed.split(" ", -1));
        return new WaitingCase(words.get(0), new AccountId(UUID.fromString(words.get(1))), CaseId.parse(words.get(2)));
    }

    void stillWaits(BeanFactory node) {
        node.getBean(ProcessPlay.class).waitsAt(caseId, element);
    }

    /** The person goes on to the end of an enrolment, after which MFA is on and nothing is left over. */
    void isFinished(BeanFactory node) {
        WaitingNode.traveller(node, account, element).resumes(caseId).goesOnToTheEnd();
        node.getBean(ProcessPlay.class)
                .hasPassed(caseId, "event_mfaActivated", "event_enrolled")
                .nothingIsLeftOf(caseId);
        assertThat(node.getBean(Enforcement.class).isOn(account)).isTrue();
    }
}
