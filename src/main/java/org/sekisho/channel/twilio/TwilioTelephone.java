package org.sekisho.channel.twilio;

import com.twilio.exception.ApiException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.api.v2010.account.CallCreator;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageCreator;
import com.twilio.type.PhoneNumber;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sekisho.channel.Channel.Envelope;
import org.sekisho.channel.Channel.NotTaken;
import org.sekisho.channel.Channel.Refused;
import org.sekisho.channel.Receipt;
import org.springframework.stereotype.Component;

/** The telephone company by its own library, over one client of ours. */
@Component
@WithTelephone
class TwilioTelephone implements Telephone {

    /** Twilio, Messages resource: the validity period is 1 s to 10 h. */
    private static final Duration LONGEST_VALIDITY = Duration.ofHours(10);

    /** Each is half a second of waiting before an extension is dialled. */
    private static final String WAIT_FOR_EXTENSION = "wwww";

    /** Six rings; longer reaches the voice mail, which must not be told a code. */
    private static final int RING_SECONDS = 30;

    /** Answers that say that the fault is ours, or passes: the message itself may be fine. */
    private static final Set<Integer> NOT_THE_MESSAGE = Set.of(401, 403, 408, 409, 425);

    private static final int CLIENT_ERROR = 400;
    private static final int SERVER_ERROR = 500;

    private final TwilioRestClient company;
    private final TwilioProperties properties;
    private final Clock clock;

    TwilioTelephone(TwilioRestClient company, TwilioProperties properties, Clock clock) {
        this.company = company;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public Receipt text(Envelope envelope) throws Refused {
        PhoneNumber to = new PhoneNumber(number(envelope).e164());
        String body = envelope.text().body();
        MessageCreator creator = properties
                .messagingService()
                .map(service -> new MessageCreator(to, service, body))
                .orElseGet(() -> new MessageCreator(to, new PhoneNumber(properties.sender()), body));
        creator.setStatusCallback(properties.callback(Callbacks.message(envelope.id())));
        creator.setValidityPeriod(secondsLeft(envelope));
        return taken(() -> creator.create(company), Message::getSid);
    }

    @Override
    public Receipt call(Envelope envelope, Script script) throws Refused {
        org.sekisho.shared.PhoneNumber number = number(envelope);
        CallCreator creator = new CallCreator(
                new PhoneNumber(number.e164()),
                new PhoneNumber(properties.sender()),
                new com.twilio.type.Twiml(
                        Twiml.of(script, round -> properties.callback(Callbacks.keys(envelope.id(), round)))));
        creator.setStatusCallback(properties.callback(Callbacks.call(envelope.id())));
        creator.setStatusCallbackEvent(List.of("answered", "completed"));
        creator.setTimeout(RING_SECONDS);
        number.extension().ifPresent(inside -> creator.setSendDigits(WAIT_FOR_EXTENSION + inside));
        return taken(() -> creator.create(company), Call::getSid);
    }

    private static org.sekisho.shared.PhoneNumber number(Envelope envelope) throws Refused {
        return org.sekisho.shared.PhoneNumber.parse(envelope.address())
                .orElseThrow(() -> new Refused("malformed number"));
    }

    private int secondsLeft(Envelope envelope) {
        Duration left = Duration.between(clock.instant(), envelope.expiresAt());
        return (int) Math.max(1, Math.min(left.toSeconds(), LONGEST_VALIDITY.toSeconds()));
    }

    private static <T> Receipt taken(Supplier<T> request, java.util.function.Function<T, @Nullable String> sid)
            throws Refused {
        try {
            return Receipt.tracked(Optional.ofNullable(sid.apply(request.get()))
                    .orElseThrow(() -> new IllegalStateException("the company did not say what it has taken")));
        } catch (ApiException failure) {
            // its text quotes the number
            int status = Optional.ofNullable(failure.getStatusCode()).orElse(SERVER_ERROR);
            if (NOT_THE_MESSAGE.contains(status)) {
                throw new NotTaken("status " + status);
            }
            if (status >= CLIENT_ERROR && status < SERVER_ERROR) {
                throw new Refused("error " + failure.getCode());
            }
            throw new IllegalStateException("no answer that can be understood");
        }
    }
}
