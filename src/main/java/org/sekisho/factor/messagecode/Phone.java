package org.sekisho.factor.messagecode;

import org.sekisho.shared.PhoneNumber;

/** The telephone of a method. */
record Phone(PhoneNumber number, Slot slot, Delivery delivery) {

    /** The name of the channel that reaches it. */
    String channel() {
        return delivery.channel();
    }
}
