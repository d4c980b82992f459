package org.sekisho.vouching;

import org.sekisho.process.ProcessStep;
import org.sekisho.process.StepContext;
import org.springframework.stereotype.Component;

/** Writes to somebody that a person whom they know has lost every method. The mail holds nothing that opens anything. */
@Component
class AskVoucher implements ProcessStep {

    private final VoucherLetters letters;

    AskVoucher(VoucherLetters letters) {
        this.letters = letters;
    }

    @Override
    public void run(StepContext context) {
        letters.write(context, "vouching-asked");
    }
}
