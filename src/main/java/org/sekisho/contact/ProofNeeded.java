package org.sekisho.contact;

/** The account has a method already, and this session has to prove it before it may change a contact. */
public final class ProofNeeded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ProofNeeded() {
        super("a fresh factor is needed");
    }
}
