package org.sekisho.factor.messagecode;

import java.time.Instant;
import java.util.Optional;
import org.sekisho.channel.MessageState;
import org.sekisho.shared.Secret;

/**
 * What a person who waits for a message is told.
 *
 * @param maskedNumber enough to recognise one's own number
 * @param call whether it is a call
 * @param keys the digits to key during the call; empty where a code is typed in
 * @param pound whether the # key is pressed during the call
 * @param delivery where the message stands; empty where none went out
 * @param expiresAt until when it can be answered
 * @param resendFrom from when another may be asked for
 * @param refusal why none went out
 */
public record SentPhoneCode(
        String maskedNumber,
        boolean call,
        Optional<Secret<String>> keys,
        boolean pound,
        Optional<MessageState> delivery,
        Optional<Instant> expiresAt,
        Instant resendFrom,
        Optional<SendRefusal> refusal) {

    /** Whether a code is typed into the page. */
    public boolean typed() {
        return keys.isEmpty() && !pound;
    }
}
