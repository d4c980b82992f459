package org.sekisho.channel.sms;

import org.sekisho.channel.Channel;
import org.sekisho.channel.Receipt;
import org.sekisho.channel.twilio.Telephone;
import org.sekisho.channel.twilio.WithTelephone;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Text messages. An address is a {@link org.sekisho.shared.PhoneNumber#value()}. */
@Component
@WithTelephone
@Order(2)
class SmsChannel implements Channel {

    private final Telephone telephone;

    SmsChannel(Telephone telephone) {
        this.telephone = telephone;
    }

    @Override
    public String name() {
        return "sms";
    }

    @Override
    public String carrier() {
        return Telephone.NAME;
    }

    @Override
    public Receipt send(Envelope envelope) throws Refused {
        return telephone.text(envelope);
    }
}
