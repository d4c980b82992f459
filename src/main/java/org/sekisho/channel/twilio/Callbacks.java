package org.sekisho.channel.twilio;

/** The addresses at which the company tells us something. None carries a secret, a number or anything but ids. */
final class Callbacks {

    static final String ALL = "/carrier/twilio/**";
    static final String MESSAGE = "/carrier/twilio/messages/{id}";
    static final String CALL = "/carrier/twilio/calls/{id}";
    static final String KEYS = "/carrier/twilio/calls/{id}/keys/{round}";

    private Callbacks() {}

    static String message(String id) {
        return MESSAGE.replace("{id}", id);
    }

    static String call(String id) {
        return CALL.replace("{id}", id);
    }

    static String keys(String id, int round) {
        return KEYS.replace("{id}", id).replace("{round}", Integer.toString(round));
    }
}
