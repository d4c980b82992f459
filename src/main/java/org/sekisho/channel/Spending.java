package org.sekisho.channel;

/**
 * What the messages of the day cost, in the unit of the settings.
 *
 * @param ceiling at which nothing more is sent for the rest of the day
 */
public record Spending(int spent, int ceiling) {

    /** From here on staff are told, while there is still time to find out why. */
    private static final double ALARMING = 0.8;

    public boolean isAlarming() {
        return spent >= ALARMING * ceiling;
    }
}
