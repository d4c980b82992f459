package org.sekisho.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.sekisho.seal.Proofs;
import org.sekisho.seal.SealKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "keys",
        mixinStandardHelpOptions = true,
        description = {
            "Prints the fingerprints of the keys that have signed the trail, the first one first.",
            "Tell the first one to whoever checks bundles: it is what \"audit check --key\" takes."
        })
final class AuditKeysCommand implements Callable<Integer> {

    private final Product product;

    @Mixin
    private final Installation installation = new Installation();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command runs
    private CommandSpec spec;

    AuditKeysCommand(Product product) {
        this.product = product;
    }

    @Override
    public Integer call() throws Exception {
        return product.run(installation, beans -> {
            List<SealKey> keys = beans.getBean(Proofs.class).keys();
            keys.forEach(key -> spec.commandLine()
                    .getOut()
                    .println(key.number() + " " + key.fingerprint() + " since " + key.createdAt()));
            if (keys.isEmpty()) {
                spec.commandLine().getErr().println("Nothing is sealed yet: start a node for a minute.");
            }
            return keys.isEmpty() ? 1 : 0;
        });
    }
}
