package org.sekisho.cli;

import org.sekisho.seal.SealKeys;
import org.springframework.beans.factory.BeanFactory;
import picocli.CommandLine.Command;

@Command(
        name = "rotate-key",
        mixinStandardHelpOptions = true,
        description = "Has a fresh key sign the trail from now on; what was signed before stays valid.")
final class AuditRotateKeyCommand extends ProductCommand {

    AuditRotateKeyCommand(Product product) {
        super(product);
    }

    @Override
    int work(BeanFactory beans) {
        out().println("The fingerprint of the new key: "
                + beans.getBean(SealKeys.class).rotate());
        return 0;
    }
}
