package org.sekisho.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.sekisho.seal.Anchor;
import org.sekisho.seal.Anchors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "anchor",
        mixinStandardHelpOptions = true,
        description = "Prints the head of the trail, to be kept where nobody can change it.")
final class AuditAnchorCommand implements Callable<Integer> {

    private final Product product;

    @Mixin
    private final Installation installation = new Installation();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command runs
    private CommandSpec spec;

    AuditAnchorCommand(Product product) {
        this.product = product;
    }

    @Override
    public Integer call() throws Exception {
        return product.run(installation, beans -> {
            Optional<Anchor> head = beans.getBean(Anchors.class).head();
            head.ifPresentOrElse(
                    spec.commandLine().getOut()::println,
                    () -> spec.commandLine().getErr().println("Nothing is sealed yet: start a node for a minute."));
            return head.isPresent() ? 0 : 1;
        });
    }
}
