package org.sekisho.factor.messagecode.ui;

import java.util.Optional;
import org.sekisho.factor.Factor;
import org.sekisho.factor.messagecode.MessageCodeProofs;
import org.sekisho.factor.ui.MethodDetail;
import org.springframework.stereotype.Component;

/** Which number it is. */
@Component
class PhoneDetail implements MethodDetail {

    private final MessageCodeProofs phones;

    PhoneDetail(MessageCodeProofs phones) {
        this.phones = phones;
    }

    @Override
    public String kind() {
        return "messagecode";
    }

    @Override
    public Optional<String> of(Factor method) {
        return phones.maskedNumber(method);
    }
}
