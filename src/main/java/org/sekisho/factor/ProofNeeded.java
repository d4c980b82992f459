package org.sekisho.factor;

/** The account has a method, and this session has not proved one a short while ago: it must before anything changes. */
public final class ProofNeeded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ProofNeeded() {
        super("a method must be proved first");
    }
}
