package org.sekisho.channel;

import java.util.Optional;
import org.sekisho.shared.Secret;

/**
 * Takes what people key during a call. A bean of the module whose message it was; every bean is asked, and the first that knows
 * the message answers.
 */
public interface KeyedAnswers {

    /**
     * Judges, outside any transaction, what was keyed. A carrier may tell the same answer twice.
     *
     * @param messageKey the key of the message that was the call
     * @param keyed the digits; for {@link Reply#POUND} the # key
     * @return what the call tells the person; empty where the message is somebody else's
     */
    Optional<Outcome> keyed(String messageKey, Secret<String> keyed);

    /** How the call goes on. */
    enum Outcome {
        /** It was right; the screen goes on. */
        RIGHT,
        /** It was wrong, and may be tried again. */
        WRONG,
        /** It is too late, or there were too many wrong ones. */
        OVER
    }
}
