package org.sekisho.directory;

/** What a person is to the organisation. */
public enum Affiliation {
    STUDENT,
    FACULTY,
    STAFF,
    GUEST
}
