package org.sekisho.relyingparty;

/** What {@code mfa-requirement.dmn} says of a service and a person. */
public enum Requirement {
    /** Nothing is said about MFA. */
    OPTIONAL,
    /** MFA is recommended. */
    INFORM,
    /** MFA will be required in time. */
    WARN,
    /** Without a second factor the service does not open. */
    REQUIRED
}
