package org.sekisho.recovery;

/** How a recovery came to be. */
public enum RecoveryChannel {
    /** By its person, who could prove the password and nothing else. */
    PASSWORD,
    /** By its person in a session in which they are still signed in. */
    SESSION,
    /** By a clerk at the desk of the person's unit, who has seen them with their ID card. */
    DESK
}
