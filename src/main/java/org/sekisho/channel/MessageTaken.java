package org.sekisho.channel;

/** The outbox has taken a message; it may go out when the transaction commits. */
record MessageTaken() {}
