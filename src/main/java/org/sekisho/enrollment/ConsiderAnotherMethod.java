package org.sekisho.enrollment;

import java.util.stream.Stream;
import org.sekisho.directory.AccountId;
import org.sekisho.enrollment.EnrollmentProperties.RecoveryCodes;
import org.sekisho.factor.MethodOffer;
import org.sekisho.factor.MethodOffer.Addition;
import org.sekisho.factor.MethodOffer.Choice;
import org.sekisho.process.ProcessStep;
import org.sekisho.process.StepContext;
import org.springframework.stereotype.Component;

/**
 * Decides which further method, if any, the person is asked for before the trial: first a second one, then one in reserve. What
 * they did without is not asked for again, and neither is anything that they have or could not add.
 */
@Component
class ConsiderAnotherMethod implements ProcessStep {

    private final MethodOffer offer;

    ConsiderAnotherMethod(MethodOffer offer) {
        this.offer = offer;
    }

    @Override
    public void run(StepContext context) {
        AccountId account = new AccountId(context.get(EnrollmentVariables.ACCOUNT_ID));
        Addition asked = context.find(EnrollmentVariables.ADDITION).orElse(Addition.NOTHING);
        boolean declined = asked != Addition.NOTHING
                && context.find(EnrollmentVariables.CHOICE)
                        .filter(Choice.BACK::equals)
                        .isPresent();
        Addition due = Stream.of(second(context), reserve(context))
                .filter(wanted -> isDue(account, wanted, asked, declined))
                .findFirst()
                .orElse(Addition.NOTHING);
        context.set(EnrollmentVariables.ADDITION, due);
    }

    private boolean isDue(AccountId account, Addition wanted, Addition asked, boolean declined) {
        boolean doneWithout = wanted == asked
                ? declined && wanted != Addition.SECOND_REQUIRED
                : wanted == Addition.SECOND_RECOMMENDED && asked == Addition.RESERVE;
        return !doneWithout && !offer.additions(account, wanted).isEmpty();
    }

    private static Addition second(StepContext context) {
        return switch (context.get(EnrollmentVariables.SECOND_METHOD)) {
            case NONE -> Addition.NOTHING;
            case RECOMMENDED -> Addition.SECOND_RECOMMENDED;
            case REQUIRED -> Addition.SECOND_REQUIRED;
        };
    }

    private static Addition reserve(StepContext context) {
        return context.get(EnrollmentVariables.RECOVERY_CODES) == RecoveryCodes.OFFERED
                ? Addition.RESERVE
                : Addition.NOTHING;
    }
}
