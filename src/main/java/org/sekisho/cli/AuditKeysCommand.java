package org.sekisho.cli;

import java.util.List;
import org.sekisho.seal.SealKey;
import org.sekisho.seal.SealKeys;
import org.springframework.beans.factory.BeanFactory;
import picocli.CommandLine.Command;

@Command(
        name = "keys",
        mixinStandardHelpOptions = true,
        description = {
            "Prints the fingerprints of the keys that have signed the trail, the first one first.",
            "Tell the first one to whoever checks bundles: it is what \"audit check --key\" takes."
        })
final class AuditKeysCommand extends ProductCommand {

    AuditKeysCommand(Product product) {
        super(product);
    }

    @Override
    int work(BeanFactory beans) {
        List<SealKey> keys = beans.getBean(SealKeys.class).all();
        keys.forEach(key -> out().println(key.number() + " " + key.fingerprint() + " since " + key.createdAt()));
        if (keys.isEmpty()) {
            err().println("Nothing is sealed yet: start a node for a minute.");
        }
        return keys.isEmpty() ? 1 : 0;
    }
}
