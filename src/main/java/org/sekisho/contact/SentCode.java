package org.sekisho.contact;

import java.time.Instant;
import java.util.Optional;
import org.sekisho.channel.MessageState;

/**
 * The code that a person is being asked for.
 *
 * @param maskedAddress enough to recognise one's own address
 * @param delivery where the message with the code stands
 * @param resendFrom from when another may be asked for
 * @param sendsLeft how many more may be sent to this address
 */
public record SentCode(
        String maskedAddress, Optional<MessageState> delivery, Instant expiresAt, Instant resendFrom, int sendsLeft) {}
