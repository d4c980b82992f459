package org.sekisho.cli;

import org.sekisho.vault.Vault;
import org.springframework.beans.factory.BeanFactory;
import picocli.CommandLine.Command;

@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Tells whether the configured keyset opens the configured database.")
final class VaultCheckCommand extends ProductCommand {

    VaultCheckCommand(Product product) {
        super(product);
    }

    @Override
    int work(BeanFactory beans) {
        // a vault that is there has passed its check: without it the product does not start
        beans.getBean(Vault.class);
        out().println("The keyset opens this database.");
        return 0;
    }
}
