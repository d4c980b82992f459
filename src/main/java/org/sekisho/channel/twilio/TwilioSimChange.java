package org.sekisho.channel.twilio;

import com.twilio.http.TwilioRestClient;
import com.twilio.rest.lookups.v2.PhoneNumber.SimSwapInfo;
import com.twilio.rest.lookups.v2.PhoneNumberFetcher;
import java.util.Optional;
import org.sekisho.channel.SimChange;
import org.sekisho.shared.PhoneNumber;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks the company's Lookup service. It is the company's interface that puts the number into an address, under TLS. */
@Component
class TwilioSimChange implements SimChange {

    private static final Logger log = LoggerFactory.getLogger(TwilioSimChange.class);

    private final Optional<TwilioRestClient> company;

    TwilioSimChange(ObjectProvider<TwilioRestClient> company, TwilioProperties properties) {
        this.company = properties.simCheck() ? Optional.ofNullable(company.getIfAvailable()) : Optional.empty();
    }

    @Override
    public Answer lately(PhoneNumber number) {
        return company.map(client -> ask(client, number)).orElse(Answer.NOT_KNOWN);
    }

    private static Answer ask(TwilioRestClient client, PhoneNumber number) {
        try {
            return Optional.ofNullable(new PhoneNumberFetcher(number.e164())
                            .setFields("sim_swap")
                            .fetch(client)
                            .getSimSwap())
                    .map(SimSwapInfo::getLastSimSwap)
                    .map(last -> Boolean.TRUE.equals(last.getSwappedInPeriod()) ? Answer.CHANGED : Answer.UNCHANGED)
                    .orElse(Answer.NOT_KNOWN);
        } catch (RuntimeException failure) {
            // its text quotes the number
            log.warn(
                    "a change of SIM could not be looked up: {}",
                    failure.getClass().getName());
            return Answer.NOT_KNOWN;
        }
    }
}
