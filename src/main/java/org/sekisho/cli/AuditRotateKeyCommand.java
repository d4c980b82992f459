package org.sekisho.cli;

import java.util.concurrent.Callable;
import org.sekisho.seal.SealKeys;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "rotate-key",
        mixinStandardHelpOptions = true,
        description = "Has a fresh key sign the trail from now on; what was signed before stays valid.")
final class AuditRotateKeyCommand implements Callable<Integer> {

    private final Product product;

    @Mixin
    private final Installation installation = new Installation();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command runs
    private CommandSpec spec;

    AuditRotateKeyCommand(Product product) {
        this.product = product;
    }

    @Override
    public Integer call() throws Exception {
        return product.run(installation, beans -> {
            spec.commandLine()
                    .getOut()
                    .println("The fingerprint of the new key: "
                            + beans.getBean(SealKeys.class).rotate());
            return 0;
        });
    }
}
