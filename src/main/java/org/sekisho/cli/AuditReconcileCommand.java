package org.sekisho.cli;

import java.util.concurrent.Callable;
import org.sekisho.reconciliation.Reconciliation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "reconcile",
        mixinStandardHelpOptions = true,
        description = {
            "Tells whether the engine's own log of user operations and the trail say the same, as far back as the policy says.",
            "Exit status: 0 they agree, 1 they differ, 2 wrong usage."
        })
final class AuditReconcileCommand implements Callable<Integer> {

    private final Product product;

    @Mixin
    private final Installation installation = new Installation();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command runs
    private CommandSpec spec;

    AuditReconcileCommand(Product product) {
        this.product = product;
    }

    @Override
    public Integer call() throws Exception {
        return product.run(
                installation, beans -> tell(beans.getBean(Reconciliation.class).compareAll()));
    }

    private int tell(Reconciliation.Outcome outcome) {
        outcome.found().forEach(difference -> spec.commandLine()
                .getErr()
                .println(difference.kind().key() + ": " + difference.what() + " of " + difference.at() + ", operation "
                        + difference.operation() + ", target " + difference.target()
                        + difference.caseId().map(caseId -> ", case " + caseId).orElse("")));
        spec.commandLine()
                .getOut()
                .println(outcome.compared() + " operations since " + outcome.from() + " compared, "
                        + outcome.found().size() + " differ.");
        return outcome.found().isEmpty() ? 0 : 1;
    }
}
