package org.sekisho.channel;

import java.util.Optional;
import org.sekisho.directory.AccountId;
import org.sekisho.process.CaseId;

/** Takes messages in the transaction of the caller, so that a message goes out exactly when its cause has committed. */
public interface Outbox {

    /** Takes the message; does nothing where one with its key was taken before. */
    void enqueue(Message message);

    /** Expires what a case has not sent yet. Joins the transaction of the caller. */
    void discardOf(CaseId caseId);

    /** Where the message with this key stands. */
    Optional<MessageState> state(String key);

    /** How many messages of the account are waiting or being sent. */
    int unsent(AccountId account);
}
