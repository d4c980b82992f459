package org.sekisho.verification;

import java.util.List;

/** How far the second factor has come among people. */
public interface Adoption {

    /** The active accounts by affiliation and rank. */
    List<Population> populations();

    /**
     * People of one kind.
     *
     * @param affiliation in small letters, as {@code student}
     * @param rank in small letters, as {@code ordinary}
     * @param accounts how many there are
     * @param enforced how many of them are asked for a second factor at each sign-in
     */
    record Population(String affiliation, String rank, long accounts, long enforced) {}
}
