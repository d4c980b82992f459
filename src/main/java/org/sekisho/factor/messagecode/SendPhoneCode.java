package org.sekisho.factor.messagecode;

import org.sekisho.directory.AccountId;
import org.sekisho.factor.Challenge;
import org.sekisho.factor.FactorId;
import org.sekisho.process.ProcessStep;
import org.sekisho.process.StepContext;
import org.springframework.stereotype.Component;

/** Sends a message to the number that the person has given. */
@Component
class SendPhoneCode implements ProcessStep {

    private final PhoneCodes codes;

    SendPhoneCode(PhoneCodes codes) {
        this.codes = codes;
    }

    @Override
    public void run(StepContext context) {
        codes.send(new Challenge(
                new FactorId(context.get(PhoneVariables.FACTOR)),
                new AccountId(context.get(PhoneVariables.ACCOUNT)),
                context.caseId()));
    }
}
