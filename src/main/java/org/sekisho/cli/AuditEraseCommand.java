package org.sekisho.cli;

import java.util.Optional;
import org.sekisho.audit.Erasure;
import org.sekisho.directory.Account;
import org.sekisho.directory.Accounts;
import org.sekisho.directory.CommonId;
import org.springframework.beans.factory.BeanFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

@Command(
        name = "erase",
        mixinStandardHelpOptions = true,
        description = {
            "Makes unreadable, for good, from where and with which devices a person has acted.",
            "The trail stays intact. Back-ups keep it readable until they are destroyed."
        })
final class AuditEraseCommand extends ProductCommand {

    @Parameters(paramLabel = "COMMON_ID", description = "The ten digits of the account.")
    private String typed = "";

    AuditEraseCommand(Product product) {
        super(product);
    }

    @Override
    boolean accepts() {
        commonId();
        return true;
    }

    private CommonId commonId() {
        return CommonId.parse(typed)
                .orElseThrow(() -> new ParameterException(line(), "A common ID has ten digits, such as 1000000001."));
    }

    @Override
    int work(BeanFactory beans) {
        Optional<Account> account = beans.getBean(Accounts.class).find(commonId());
        if (account.isEmpty()) {
            err().println("There is no account with this common ID.");
            return 1;
        }
        boolean erased = beans.getBean(Erasure.class).erase(account.get().id().value());
        out().println(erased ? "Erased; it cannot be brought back." : "There was nothing to erase.");
        return 0;
    }
}
