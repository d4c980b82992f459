package org.sekisho.vouching;

import org.sekisho.process.ProcessStep;
import org.sekisho.process.StepContext;
import org.springframework.stereotype.Component;

/** Whoever was asked has not answered yet. */
@Component
class RemindVoucher implements ProcessStep {

    private final VoucherLetters letters;

    RemindVoucher(VoucherLetters letters) {
        this.letters = letters;
    }

    @Override
    public void run(StepContext context) {
        letters.write(context, "vouching-reminder");
    }
}
