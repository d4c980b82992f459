package org.sekisho.factor.ui;

/**
 * How one kind of method asks its person for proof, at sign-in and wherever else a method is proved. A bean of this type is
 * found by its kind; a kind without one gets the field for a code.
 */
public interface ProofScreen {

    /** The {@link org.sekisho.factor.FactorType#kind}. */
    String kind();

    /** Builds what the person answers with, for one visit of one challenge. */
    ProofInput open(ProofRequest request);
}
