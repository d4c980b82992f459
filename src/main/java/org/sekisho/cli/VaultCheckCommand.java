package org.sekisho.cli;

import java.util.concurrent.Callable;
import org.sekisho.vault.Vault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Tells whether the configured keyset opens the configured database.")
final class VaultCheckCommand implements Callable<Integer> {

    private final Product product;

    @Mixin
    private final Installation installation = new Installation();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command runs
    private CommandSpec spec;

    VaultCheckCommand(Product product) {
        this.product = product;
    }

    @Override
    public Integer call() throws Exception {
        return product.run(installation, beans -> {
            // a vault that is there has passed its check: without it the product does not start
            beans.getBean(Vault.class);
            spec.commandLine().getOut().println("The keyset opens this database.");
            return 0;
        });
    }
}
