package org.sekisho.vouching;

/** Why somebody can vouch for a person. */
public enum Relation {
    /** The directory says so. */
    MANAGER,
    /** The person has named them, long before. */
    CONTACT_PERSON
}
