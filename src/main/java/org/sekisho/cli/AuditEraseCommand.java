package org.sekisho.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.sekisho.audit.Erasure;
import org.sekisho.directory.Account;
import org.sekisho.directory.Accounts;
import org.sekisho.directory.CommonId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "erase",
        mixinStandardHelpOptions = true,
        description = {
            "Makes unreadable, for good, from where and with which devices a person has acted.",
            "The trail stays intact. Back-ups keep it readable until they are destroyed."
        })
final class AuditEraseCommand implements Callable<Integer> {

    private final Product product;

    @Mixin
    private final Installation installation = new Installation();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command runs
    private CommandSpec spec;

    @Parameters(paramLabel = "COMMON_ID", description = "The ten digits of the account.")
    private String typed = "";

    AuditEraseCommand(Product product) {
        this.product = product;
    }

    @Override
    public Integer call() throws Exception {
        CommonId commonId = CommonId.parse(typed)
                .orElseThrow(() ->
                        new ParameterException(spec.commandLine(), "A common ID has ten digits, such as 1000000001."));
        return product.run(installation, beans -> {
            Optional<Account> account = beans.getBean(Accounts.class).find(commonId);
            if (account.isEmpty()) {
                spec.commandLine().getErr().println("There is no account with this common ID.");
                return 1;
            }
            boolean erased =
                    beans.getBean(Erasure.class).erase(account.get().id().value());
            spec.commandLine()
                    .getOut()
                    .println(erased ? "Erased; it cannot be brought back." : "There was nothing to erase.");
            return 0;
        });
    }
}
