package org.sekisho.channel.twilio;

import org.sekisho.channel.SentMessage;
import org.sekisho.shared.Secret;

/** Decides how a call goes on when something has been keyed. */
public interface CallAnswers {

    /**
     * The rest of the call.
     *
     * @param round the round of the {@link Script.Ask} that was answered
     */
    Script keyed(SentMessage call, Secret<String> keys, int round);
}
