package org.sekisho.cli;

import java.util.Optional;
import org.sekisho.directory.Account;
import org.sekisho.directory.AccountState;
import org.sekisho.directory.Accounts;
import org.sekisho.directory.CommonId;
import org.sekisho.directory.Invitations;
import org.sekisho.directory.Role;
import org.springframework.beans.factory.BeanFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

@Command(
        name = "invite",
        mixinStandardHelpOptions = true,
        description = {
            "Makes an account an administrator, the first one above all.",
            "The role is used only in sessions with two factors: the person applies for MFA first."
        })
final class StaffInviteCommand extends ProductCommand {

    @Parameters(paramLabel = "COMMON_ID", description = "The ten digits of an account that is in the directory.")
    private String typed = "";

    StaffInviteCommand(Product product) {
        super(product);
    }

    @Override
    boolean accepts() {
        commonId();
        return true;
    }

    private CommonId commonId() {
        return CommonId.parse(typed)
                .orElseThrow(() -> new ParameterException(line(), "A common ID has ten digits, such as 5000000001."));
    }

    @Override
    int work(BeanFactory beans) {
        Optional<Account> account = beans.getBean(Accounts.class).find(commonId());
        if (account.isEmpty()) {
            err().println("There is no account with this common ID. Import the directory first.");
            return 1;
        }
        if (account.get().state() != AccountState.ACTIVE) {
            err().println("The account is suspended or ended and cannot be given a role.");
            return 1;
        }
        beans.getBean(Invitations.class).invite(account.get().id(), Role.ADMINISTRATOR);
        out().println("The account is an administrator from its next sign-in on.");
        return 0;
    }
}
