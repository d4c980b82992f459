package org.sekisho.archive;

import org.sekisho.directory.Account;
import org.sekisho.directory.Affiliation;
import org.sekisho.directory.Role;
import org.sekisho.engine.EngineMemory;
import org.sekisho.process.CaseId;
import org.sekisho.seal.ProvenEvent;
import org.sekisho.testing.EveryProcess;
import org.sekisho.testing.TestAccounts;
import org.springframework.beans.factory.BeanFactory;

/** For tests of other packages: cases of every process of the product, which the archive keeps and the engine has forgotten. */
public final class ForgottenCases {

    private ForgottenCases() {}

    /**
     * Somebody goes through every process.
     *
     * @param name what the person is called
     * @param mark letters and digits that stand nowhere else, twelve at least
     */
    public static EveryProcess.Played ofEveryProcess(BeanFactory product, String name, String mark) {
        String unit = "unit-" + mark.substring(0, 12);
        Account person = EveryProcess.guest(product, name, "own" + mark + "@example.ac.jp", unit);
        Account approver = product.getBean(TestAccounts.class)
                .create(account ->
                        account.affiliation(Affiliation.STAFF).unit(unit).roles(Role.APPROVER));
        EveryProcess.Played played = EveryProcess.by(
                product, person, approver, new EveryProcess.Words(mark, "Reason " + mark, "Phone " + mark));
        for (CaseId caseId : played.cases()) {
            RecordedNow.text(product, caseId);
            product.getBean(EngineMemory.class).forgets(caseId);
        }
        return played;
    }

    /** What an auditor, who must be signed in, is shown of a case moment by moment. */
    public static Replay replay(BeanFactory product, CaseId caseId) {
        CaseArchive archive = product.getBean(CaseArchive.class);
        ArchivedCase found = archive.opened(caseId.toString()).orElseThrow();
        return Replay.of(
                archive.record(found).orElseThrow(),
                archive.proven(found).stream().map(ProvenEvent::event).toList());
    }
}
