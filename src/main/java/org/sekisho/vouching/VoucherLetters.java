package org.sekisho.vouching;

import java.util.Optional;
import org.sekisho.directory.Accounts;
import org.sekisho.notice.Notices;
import org.sekisho.process.StepContext;
import org.springframework.stereotype.Component;

/** What is written to who is asked to vouch: for whom, and until when an answer counts. */
@Component
class VoucherLetters {

    private final JdbcVouchings vouchings;
    private final Accounts accounts;
    private final Notices notices;

    VoucherLetters(JdbcVouchings vouchings, Accounts accounts, Notices notices) {
        this.vouchings = vouchings;
        this.accounts = accounts;
        this.notices = notices;
    }

    /** Writes the news to the voucher of the case. */
    void write(StepContext context, String news) {
        Vouching vouching = vouchings.get(context.caseId());
        notices.inform(
                vouching.voucher(),
                Optional.of(vouching.caseId()),
                news,
                "",
                accounts.get(vouching.account()).name(),
                context.get(VouchingVariables.EXPIRES_AT));
    }
}
