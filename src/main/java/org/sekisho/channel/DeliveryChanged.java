package org.sekisho.channel;

import org.sekisho.directory.AccountId;

/**
 * A message has got somewhere. Published in the transaction that records it, on the node that does.
 *
 * @param messageKey the key under which it was taken
 */
public record DeliveryChanged(String messageKey, AccountId account, MessageState state) {}
