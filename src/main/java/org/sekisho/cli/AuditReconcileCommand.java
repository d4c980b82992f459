package org.sekisho.cli;

import org.sekisho.reconciliation.Reconciliation;
import org.springframework.beans.factory.BeanFactory;
import picocli.CommandLine.Command;

@Command(
        name = "reconcile",
        mixinStandardHelpOptions = true,
        description = {
            "Tells whether the engine's own log of user operations and the trail say the same, as far back as the policy says.",
            "Exit status: 0 they agree, 1 they differ, 2 wrong usage."
        })
final class AuditReconcileCommand extends ProductCommand {

    AuditReconcileCommand(Product product) {
        super(product);
    }

    @Override
    int work(BeanFactory beans) {
        return tell(beans.getBean(Reconciliation.class).compareAll());
    }

    private int tell(Reconciliation.Outcome outcome) {
        outcome.found().forEach(difference -> err().println(difference.kind().key() + ": " + difference.what() + " of "
                + difference.at() + ", operation "
                + difference.operation() + ", target " + difference.target()
                + difference.caseId().map(caseId -> ", case " + caseId).orElse("")));
        out().println(outcome.compared() + " operations since " + outcome.from() + " compared, "
                + outcome.found().size() + " differ.");
        return outcome.found().isEmpty() ? 0 : 1;
    }
}
