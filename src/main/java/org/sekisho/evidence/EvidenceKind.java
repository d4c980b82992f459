package org.sekisho.evidence;

/** What may speak for a person who has lost their methods. */
public enum EvidenceKind {
    /** A recovery code that the person had saved, checked by the product. */
    SAVED_CODE(false, false),
    /** A code sent to a contact confirmed long enough ago, checked by the product. */
    CONTACT_CODE(false, false),
    /** A method that is left and was proved in the case, checked by the product. */
    BOUND_METHOD(false, false),
    /** A photo of the ID card. It counts only after somebody has looked at it. */
    ID_PHOTO(false, true),
    /** Somebody has seen the person with their ID card. */
    IDENTITY_IN_PERSON(true, false),
    /** Somebody who knows the person says, signed in with methods of their own, that it is them. */
    VOUCHED(true, false);

    private final boolean byPerson;
    private final boolean judged;

    EvidenceKind(boolean byPerson, boolean judged) {
        this.byPerson = byPerson;
        this.judged = judged;
    }

    /** Whether it always comes from a person who made sure of it. */
    boolean byPerson() {
        return byPerson;
    }

    /** Whether it counts for nothing before somebody has accepted it. */
    boolean judged() {
        return judged;
    }
}
