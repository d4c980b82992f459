package org.sekisho.channel.twilio;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The account with the telephone company. Without {@code accountSid} there are no texts and no calls.
 *
 * @param authToken signs what the company tells us; also signs us in, unless there is an API key
 * @param apiKey an API key's SID, and {@code apiKeySecret} its secret
 * @param messagingService whose senders texts come from; else they come from {@code from}
 * @param from the number that calls, and texts without a messaging service, come from
 * @param region where the company processes the data, such as {@code ie1}; {@code edge} by which door it is reached
 * @param callback where this installation is reached from outside, as in {@code https://mfa.example.ac.jp}
 * @param gateway in the place of the company's own addresses: for a proxy, or a simulator
 * @param connectTimeout within which the company must take a connection
 * @param readTimeout within which it must answer; with the former, well below {@code sekisho.channel.lock}
 * @param simCheck whether to ask, for money, if a number has lately moved to another SIM
 */
@ConfigurationProperties("sekisho.channel.twilio")
record TwilioProperties(
        @DefaultValue Optional<String> accountSid,
        @DefaultValue Optional<String> authToken,
        @DefaultValue Optional<String> apiKey,
        @DefaultValue Optional<String> apiKeySecret,
        @DefaultValue Optional<String> messagingService,
        @DefaultValue Optional<String> from,
        @DefaultValue Optional<String> region,
        @DefaultValue Optional<String> edge,
        @DefaultValue Optional<URI> callback,
        @DefaultValue Optional<URI> gateway,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("15s") Duration readTimeout,
        @DefaultValue("false") boolean simCheck) {

    String account() {
        return accountSid.orElseThrow(() -> missing("account-sid"));
    }

    String token() {
        return authToken.orElseThrow(() -> missing("auth-token"));
    }

    String sender() {
        return from.orElseThrow(() -> missing("from"));
    }

    /** An address of ours as the company calls it, which is also what it signs. */
    URI callback(String path) {
        String base = callback.orElseThrow(() -> missing("callback")).toString();
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
    }

    private static IllegalStateException missing(String setting) {
        return new IllegalStateException("sekisho.channel.twilio." + setting + " is not set");
    }

    @Override
    public String toString() {
        return "account " + accountSid.orElse("none");
    }
}
