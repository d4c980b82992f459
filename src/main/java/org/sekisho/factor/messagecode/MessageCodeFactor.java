package org.sekisho.factor.messagecode;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.sekisho.channel.Channels;
import org.sekisho.channel.Outbox;
import org.sekisho.factor.Challenge;
import org.sekisho.factor.Factor;
import org.sekisho.factor.FactorEnded;
import org.sekisho.factor.FactorSuspended;
import org.sekisho.factor.FactorType;
import org.sekisho.factor.Traits;
import org.sekisho.process.ProcessKey;
import org.sekisho.shared.Secret;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A telephone that codes are sent to: out of band over a restricted channel (NIST SP 800-63B-4 §3.1.3.3). */
@Component
@Order(20)
class MessageCodeFactor implements FactorType {

    static final String KIND = "messagecode";
    static final ProcessKey SETUP = new ProcessKey("factor-messagecode-setup");

    private final PhoneCodes codes;
    private final JdbcPhones phones;
    private final JdbcSendings sendings;
    private final Outbox outbox;
    private final Channels channels;
    private final MessageCodeProperties policy;

    MessageCodeFactor(
            PhoneCodes codes,
            JdbcPhones phones,
            JdbcSendings sendings,
            Outbox outbox,
            Channels channels,
            MessageCodeProperties policy) {
        this.codes = codes;
        this.phones = phones;
        this.sendings = sendings;
        this.outbox = outbox;
        this.channels = channels;
        this.policy = policy;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Traits traits() {
        return new Traits(true, true, false, true, true);
    }

    @Override
    public ProcessKey setupProcess() {
        return SETUP;
    }

    @Override
    public Duration bindingExpiresAfter() {
        return policy.bindingExpiresAfter();
    }

    @Override
    public boolean mayAdd(List<Factor> present) {
        long telephones =
                present.stream().filter(factor -> factor.kind().equals(KIND)).count();
        return telephones < Slot.values().length
                && Arrays.stream(Delivery.values()).map(Delivery::channel).anyMatch(channels::offers);
    }

    @Override
    public Set<String> carriers(Factor method) {
        return phones.delivery(method.id()).map(Delivery::channel).map(Set::of).orElseGet(Set::of);
    }

    @Override
    public void admit(Challenge challenge) {
        phones.find(challenge.factor()).ifPresent(phone -> codes.admit(challenge, phone));
    }

    @Override
    public void begin(Challenge challenge) {
        codes.send(challenge);
    }

    @Override
    public Check check(Challenge challenge, Secret<String> entered) {
        return codes.check(challenge, entered);
    }

    /** A code that waits to be sent to a telephone that is lost is sent to nobody. */
    @EventListener
    void on(FactorSuspended suspended) {
        if (suspended.kind().equals(KIND)) {
            sendings.cases(suspended.factor()).forEach(outbox::discardOf);
        }
    }

    @EventListener
    void on(FactorEnded ended) {
        if (ended.kind().equals(KIND)) {
            phones.destroy(ended.factor());
        }
    }
}
