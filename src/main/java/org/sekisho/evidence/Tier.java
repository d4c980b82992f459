package org.sekisho.evidence;

/** Who has to decide before a person gets back in. */
public enum Tier {
    /** One agent may decide alone. */
    ONE_AGENT,
    /** Two different people have to. */
    TWO_PEOPLE,
    /** Nobody may let the person in on this evidence. */
    NOT_ENOUGH
}
