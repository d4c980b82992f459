package org.sekisho.vouching;

import java.util.Optional;
import org.sekisho.directory.Accounts;
import org.sekisho.notice.Notices;
import org.sekisho.process.ProcessStep;
import org.sekisho.process.StepContext;
import org.springframework.stereotype.Component;

/** Writes to somebody that a person whom they know has lost every method. The mail holds nothing that opens anything. */
@Component
class AskVoucher implements ProcessStep {

    private final JdbcVouchings vouchings;
    private final Accounts accounts;
    private final Notices notices;

    AskVoucher(JdbcVouchings vouchings, Accounts accounts, Notices notices) {
        this.vouchings = vouchings;
        this.accounts = accounts;
        this.notices = notices;
    }

    @Override
    public void run(StepContext context) {
        Vouching vouching = vouchings.get(context.caseId());
        notices.inform(
                vouching.voucher(),
                Optional.of(vouching.caseId()),
                "vouching-asked",
                "",
                accounts.get(vouching.account()).name(),
                context.get(VouchingVariables.EXPIRES_AT));
    }
}
