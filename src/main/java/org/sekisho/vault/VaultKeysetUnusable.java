package org.sekisho.vault;

/** The vault has no keyset it may work with, so that the product must not start. */
final class VaultKeysetUnusable extends RuntimeException {

    private final String remedy;

    VaultKeysetUnusable(String problem, String remedy) {
        super(problem);
        this.remedy = remedy;
    }

    /** What the operator can do about it. */
    String remedy() {
        return remedy;
    }
}
