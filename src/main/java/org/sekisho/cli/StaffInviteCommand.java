package org.sekisho.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.sekisho.directory.Account;
import org.sekisho.directory.AccountState;
import org.sekisho.directory.Accounts;
import org.sekisho.directory.CommonId;
import org.sekisho.directory.Invitations;
import org.sekisho.directory.Role;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "invite",
        mixinStandardHelpOptions = true,
        description = {
            "Makes an account an administrator, the first one above all.",
            "The role is used only in sessions with two factors: the person applies for MFA first."
        })
final class StaffInviteCommand implements Callable<Integer> {

    private final Product product;

    @Mixin
    private final Installation installation = new Installation();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command runs
    private CommandSpec spec;

    @Parameters(paramLabel = "COMMON_ID", description = "The ten digits of an account that is in the directory.")
    private String typed = "";

    StaffInviteCommand(Product product) {
        this.product = product;
    }

    @Override
    public Integer call() throws Exception {
        CommonId commonId = CommonId.parse(typed)
                .orElseThrow(() ->
                        new ParameterException(spec.commandLine(), "A common ID has ten digits, such as 5000000001."));
        return product.run(installation, beans -> {
            Optional<Account> account = beans.getBean(Accounts.class).find(commonId);
            if (account.isEmpty()) {
                spec.commandLine()
                        .getErr()
                        .println("There is no account with this common ID. Import the directory first.");
                return 1;
            }
            if (account.get().state() != AccountState.ACTIVE) {
                spec.commandLine().getErr().println("The account is suspended or ended and cannot be given a role.");
                return 1;
            }
            beans.getBean(Invitations.class).invite(account.get().id(), Role.ADMINISTRATOR);
            spec.commandLine().getOut().println("The account is an administrator from its next sign-in on.");
            return 0;
        });
    }
}
