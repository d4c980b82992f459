package org.sekisho.helpdesk;

/** How urgent a task is, in words; models and steps may use any number in between. */
public enum Urgency {
    LOW(30),
    NORMAL(50),
    HIGH(70),
    URGENT(90);

    private static final int HALF_A_STEP = 10;

    private final int priority;

    Urgency(int priority) {
        this.priority = priority;
    }

    public int priority() {
        return priority;
    }

    /** The word for a number. */
    public static Urgency of(int priority) {
        for (Urgency urgency : values()) {
            if (priority < urgency.priority + HALF_A_STEP) {
                return urgency;
            }
        }
        return URGENT;
    }
}
